import { initialState } from './fold';
import { reduce } from './reduce';
import type { DesktopEvent } from './reduce';
import { lostAtSignOut } from './sign-out-losses';
import { interaction, notice, pending, snapshot, target } from './testing/builders';

const here = interaction(1);
const { id: interactionId } = here;
const customer = here.contact.name;
const draft = { interactionId, customer, at: 5 };
const after = (...events: DesktopEvent[]) => lostAtSignOut(events.reduce(reduce, initialState()));

test('names every text that was typed and not delivered, where it stands', () => {
  const losses = after(
    snapshot(1, { interactions: [here] }),
    { type: 'draftWritten', draftId: 'd1', draft: { ...draft, text: 'Half a sentence' } },
    { type: 'messageSending', commandId: 'c1', interactionId, text: 'On its way', at: 5 },
    {
      type: 'noticePosted',
      notice: notice(
        'local.1',
        0,
        {},
        { kind: 'draft.kept', severity: 'information', interactionId, customer: 'Alex Demo', text: 'Kept for you' },
      ),
    },
    {
      type: 'noticePosted',
      notice: notice('local.2', 0, {}, { kind: 'host', severity: 'information', title: 'Lunch is ready' }),
    },
  );
  expect(losses.texts.map(({ customer: name, text }) => [name, text])).toEqual([
    [customer, 'Half a sentence'],
    [customer, 'On its way'],
    ['Alex Demo', 'Kept for you'],
  ]);
});

test('names the invitations that are withdrawn and the conversations that go back to their queues', () => {
  const ended = interaction(1, { id: 'i9', state: 'ended' });
  const transfer = pending(1);
  const losses = after(snapshot(1, { interactions: [here, ended], transfers: [transfer] }));
  expect(losses).toEqual({
    texts: [],
    transfers: [{ interactionId, customer, target }],
    conversations: [{ interactionId, customer }],
  });
});

test.each(['', ' \n', '\u200b\u2060', '\u2800\ufe0f'])(
  'is nothing for an agent who has nothing, or nothing that can be seen: %j',
  (text) => {
    const typed = { type: 'draftWritten', draftId: 'd1', draft: { ...draft, text } } as const;
    expect(after(snapshot(1), typed)).toEqual({ texts: [], transfers: [], conversations: [] });
  },
);
