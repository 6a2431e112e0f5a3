import { earlierInteractions, messages } from './readable';
import type { ConversationSeed } from './seed';
import { Play } from './testing/play';
import { testSeed } from './testing/seed';

const hour = 3_600_000;
const [own] = testSeed.conversations;

function earlier(id: string, hoursAgo: number, changes: Partial<ConversationSeed> = {}): ConversationSeed {
  if (own === undefined) throw new Error('The seed has no conversation');
  return {
    id,
    contact: own.contact,
    queueId: own.queueId,
    ownerId: 'bianca',
    startedAgoMs: (hoursAgo + 1) * hour,
    ended: { agoMs: hoursAgo * hour },
    messages: [{ agoMs: (hoursAgo + 1) * hour, text: `First text\nof ${id}` }],
    ...changes,
  };
}

const play = () =>
  new Play({
    ...testSeed,
    conversations: [
      ...testSeed.conversations,
      earlier('old', 50),
      earlier('older', 90, { note: 'Has moved' }),
      earlier('new', 20),
      earlier('of another', 30, { contact: { id: 'somebody else' } }),
    ],
  });

function ids(of: Play, agentId: string, range: { before?: string; limit?: number } = {}) {
  const answer = earlierInteractions(of.state, agentId, { interactionId: 'sms-1', ...range });
  if (!answer.ok) return answer.problem.code;
  return [...answer.value.interactions.map(({ id }) => id), ...(answer.value.more ? ['more'] : [])];
}

test('the owner reads what this customer wrote before, latest end first, page by page', () => {
  const centre = play();
  expect(ids(centre, 'ana')).toEqual(['new', 'old', 'older']);
  expect(ids(centre, 'ana', { limit: 2 })).toEqual(['new', 'old', 'more']);
  expect(ids(centre, 'ana', { limit: 2, before: 'old' })).toEqual(['older']);
  expect(ids(centre, 'ana', { before: 'never was' })).toBe('gone');
  const answer = earlierInteractions(centre.state, 'ana', { interactionId: 'sms-1' });
  expect(answer).toMatchObject({
    value: { interactions: [{ subject: 'First text of new' }, {}, { note: 'Has moved', agent: { id: 'bianca' } }] },
  });
});

test('nobody else reads it, and the owner only as long as the customer is theirs', () => {
  const centre = play();
  const read = (agentId: string) => messages(centre.state, agentId, { interactionId: 'old' });
  expect(ids(centre, 'chen')).toBe('forbidden');
  expect(read('chen')).toMatchObject({ problem: { code: 'forbidden' } });
  expect(read('ana')).toMatchObject({ value: { messages: [{ text: 'First text\nof old' }] } });
  expect(messages(centre.state, 'ana', { interactionId: 'of another' })).toMatchObject({ ok: false });
  centre.send('ana', { type: 'completeInteraction', interactionId: 'sms-1' });
  expect(read('ana')).toMatchObject({ problem: { code: 'forbidden' } });
});

test('a note stays with the conversation, a blank one removes it', () => {
  const centre = play();
  const note = () => centre.snapshot('ana').interactions[0]?.note;
  centre.send('ana', { type: 'saveNote', interactionId: 'sms-1', text: 'Prefers the evening' });
  expect(note()).toBe('Prefers the evening');
  centre.send('ana', { type: 'saveNote', interactionId: 'sms-1', text: ' ' });
  expect(note()).toBeUndefined();
  expect(centre.refusalCode('chen', { type: 'saveNote', interactionId: 'sms-1', text: 'x' })).toBe('forbidden');
});
