import * as v from 'valibot';
import { Message, presenceStates, targetKey, targetKinds } from '@baton/contracts';
import { find, rowsOf } from '../contact-centre';
import { generatedAgent } from '../contact-centre/generated-agents';
import { createTestCentre, given } from '../testing/test-centre';
import { largeSize } from './large-directory';
import { longLength } from './long-conversation';
import { manyCount } from './many-conversations';

const second = 1_000;

/** Ana's window of a scenario. */
async function desk(scenario: string) {
  const test = createTestCentre({ scenario });
  const ana = await test.signIn('ana');
  return { ...test, ana, sink: await ana.follow() };
}

describe('large-directory', () => {
  const opened = desk('large-directory');
  const entries = opened.then(async ({ centre }) => rowsOf((await centre.state()).directory.current.entries));

  test('has a hundred thousand targets, of every kind and presence', async () => {
    const { centre, ana } = await opened;
    expect((await given(centre.read(ana.token, 'searchTargets', {}))).total).toBe(largeSize);
    expect((await given(centre.control.overview())).directorySize).toBe(largeSize);
    const all = await entries;
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(targetKinds));
    const presences = all.flatMap((entry) => (entry.kind === 'agent' ? entry.presence?.state : []));
    expect(new Set(presences)).toEqual(new Set(presenceStates));
  });

  test.each(['Latin', 'Arabic', 'Cyrillic', 'Greek', 'Hebrew', 'Devanagari', 'Han', 'Hiragana', 'Hangul', 'Thai'])(
    'has more than a thousand names in %s',
    async (script) => {
      const letters = new RegExp(`\\p{Script=${script}}`, 'u');
      const named = (await entries).filter(({ kind, name }) => kind === 'agent' && letters.test(name));
      expect(named.length).toBeGreaterThan(1_000);
    },
  );

  test('has the same agents each time', async () => {
    const { centre } = await opened;
    const { agents } = await centre.state();
    for (let number = 1; number < 99_000; number += 999) {
      const { id, name, address } = generatedAgent(number, 1);
      expect(find(agents, id)).toMatchObject({ name, address });
    }
  });
});

describe('busy-floor', () => {
  const opened = desk('busy-floor');

  test('about a thousand presences change in a second', async () => {
    const { centre, clock } = await opened;
    await clock.advance(2 * second);
    const { now, agents } = await centre.state();
    const changed = rowsOf(agents).filter(({ presence }) => presence.since > now - second);
    expect(changed.length).toBeGreaterThan(900);
    expect(changed.length).toBeLessThanOrEqual(1_000);
  });

  test('a window hears of the targets that it has been given, of each once a frame, in at most ten frames a second', async () => {
    const { centre, clock, ana, sink } = await opened;
    await clock.advance(3 * second);
    const told = () =>
      sink.frames.flatMap(({ at, events }) =>
        events.flatMap((event) =>
          event.type === 'targets.changed' ? [{ at, keys: event.targets.map(targetKey) }] : [],
        ),
      );
    expect(told()).toEqual([]);
    const known = new Set<string>();
    for (let page = 0; page < 20; page += 1) {
      const query = { cursor: `${page * 100}`, limit: 100 };
      const { targets } = await given(centre.read(ana.token, 'searchTargets', query));
      for (const target of targets) known.add(targetKey(target));
    }
    await clock.advance(20 * second);
    const frames = told();
    expect(frames.length).toBeGreaterThan(5);
    for (const { keys } of frames) {
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.filter((key) => !known.has(key))).toEqual([]);
    }
    for (const { at } of frames)
      expect(frames.filter((other) => other.at >= at && other.at < at + second).length).toBeLessThanOrEqual(10);
  });

  test('what it was told last is how the target is', async () => {
    const { centre, clock, ana, sink } = await opened;
    await centre.control.setPresenceTraffic({ perSecond: 0 });
    await clock.advance(3 * second);
    const last = new Map(
      sink.frames
        .flatMap(({ events }) => events.flatMap((event) => (event.type === 'targets.changed' ? event.targets : [])))
        .map((target) => [targetKey(target), target]),
    );
    const [target] = [...last.values()].filter(({ kind }) => kind === 'agent');
    if (!target) throw new Error('No agent has changed');
    const query = target.kind === 'agent' ? target.address : '';
    const { targets } = await given(centre.read(ana.token, 'searchTargets', { query }));
    const { version: _, ...told } = target;
    expect(targets.find(({ id }) => id === target.id)).toMatchObject(told);
  });

  test('customers write', async () => {
    const { clock, sink } = await opened;
    sink.frames.length = 0;
    await clock.advance(40 * second);
    expect(sink.types().filter((type) => type === 'messages.appended').length).toBe(10);
  });
});

test('long-conversation: fifty thousand texts of both sides, years and months apart, in pages', async () => {
  const { centre, ana } = await desk('long-conversation');
  const { messages } = await given(centre.read(ana.token, 'snapshot', {}));
  const shown = messages.find(({ interactionId }) => interactionId === 'sms-133')?.messages ?? [];
  expect(shown.map(({ index }) => index)).toEqual(Array.from({ length: 50 }, (_, place) => longLength - 50 + place));
  const all = [...shown];
  for (let before = all[0]?.index ?? 0; before > 0; before = all[0]?.index ?? 0)
    all.unshift(
      ...(await given(centre.read(ana.token, 'messages', { interactionId: 'sms-133', before, limit: 200 }))).messages,
    );
  expect(all).toHaveLength(longLength);
  v.parse(v.array(Message), all);
  const pauses = all.map(({ at }, place) => at - (all[place - 1]?.at ?? at));
  expect(Math.min(...pauses)).toBe(0);
  const days = (ms: number) => Math.floor(ms / 86_400_000);
  expect(new Set(pauses.map(days))).toEqual(new Set([0, 4, 60]));
  expect(days((all.at(-1)?.at ?? 0) - (all[0]?.at ?? 0))).toBeGreaterThan(4 * 365);
  const writers = new Set(all.map((message) => (message.kind === 'agent' ? message.from.id : message.kind)));
  expect(writers).toEqual(new Set(['customer', 'ana', 'bianca', 'chen', 'david', 'grace', 'hugo']));
});

test('many-conversations: fifty are Ana’s, and many customers write', async () => {
  const { centre, clock, ana, sink } = await desk('many-conversations');
  const { interactions } = await given(centre.read(ana.token, 'snapshot', {}));
  expect(interactions).toHaveLength(manyCount);
  await clock.advance(60 * second);
  const written = sink.frames.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'messages.appended' ? [event.interactionId] : [])),
  );
  expect(written).toHaveLength(12);
  expect(new Set(written).size).toBe(12);
});
