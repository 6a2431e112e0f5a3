import { createSeededRandom } from '../testing/seeded-random';
import { createTestCentre, given, recordingSink, refusal } from '../testing/test-centre';
import { createSessions, maxSessions } from './sessions';

test('a token names its agent; the name of an object’s member is no token', () => {
  const sessions = createSessions({ random: createSeededRandom(), hasStream: () => false, known: { old: 'ana' } });
  const token = sessions.open('bianca') ?? '';
  expect([sessions.agentOf('old'), sessions.agentOf(token)]).toEqual(['ana', 'bianca']);
  expect([sessions.agentOf('constructor'), sessions.agentOf('__proto__')]).toEqual([undefined, undefined]);
  sessions.end('bianca');
  expect(sessions.all()).toEqual({ old: 'ana' });
});

test('windows that have gone give way, oldest first; those of other agents do not', () => {
  const followed = new Set(['first']);
  const known = { first: 'ana', second: 'ana', other: 'bianca' };
  const sessions = createSessions({ random: createSeededRandom(), hasStream: (token) => followed.has(token), known });
  for (let count = 0; count < 2 * maxSessions; count += 1) expect(sessions.open('ana')).toBeDefined();
  expect(Object.keys(sessions.all())).toHaveLength(maxSessions + 1);
  expect([sessions.agentOf('first'), sessions.agentOf('second'), sessions.agentOf('other')]).toEqual([
    'ana',
    undefined,
    'bianca',
  ]);
});

test('an agent with as many windows as may be open gets no further one, and none loses its stream', async () => {
  const { centre } = createTestCentre();
  for (let count = 0; count < maxSessions; count += 1) {
    const { token } = await given(centre.openSession({ agentId: 'ana' }));
    await given(centre.subscribe(token, undefined, recordingSink()));
  }
  expect(await refusal(centre.openSession({ agentId: 'ana' }))).toBe('rate_limited');
  expect(centre.openStreams()).toBe(maxSessions);
  await given(centre.openSession({ agentId: 'bianca' }));
});
