import { anInteraction, aReply, byId, demoColleague, testStart } from '@baton/module-kit/testing';
import type { Interaction } from '@baton/contracts';
import { hostWithConversation, interaction, messages, open } from '../testing/open-window';

const received: Partial<Interaction> = {
  receivedFrom: demoColleague,
  assignedAt: testStart,
  handover: { note: 'Wants a call before six' },
};
const openWith = (changes: Partial<Interaction>) => {
  const host = hostWithConversation({ interactions: [anInteraction(changes)] });
  return open(host).then((screen) => ({ host, ...screen }));
};

test('B4 the header says what routing knows, and not that the priority is as usual', async () => {
  const { getByText } = await openWith({
    queue: { id: 'billing', name: 'Billing' },
    segment: 'Gold',
    priority: 'high',
  });
  expect(getByText('Billing').closest('p')).toHaveTextContent(/· Billing · Gold · High priority$/);
});

test.each<[Interaction['priority'], string]>([
  ['normal', ''],
  [{ text: 'Class 2' }, ' · Class 2'],
])('the priority %j', async (priority, expected) => {
  const { getByText } = await openWith({ segment: 'Gold', ...(priority && { priority }) });
  expect(getByText('Gold').closest('p')?.textContent.split('Gold')[1]).toBe(expected);
});

test('B4, K2 the note stays in the window until the agent has written', async () => {
  const { host, getByRole, queryByRole } = await openWith(received);
  expect(getByRole('note', { name: 'Note from Bianca Okafor' })).toHaveTextContent('Wants a call before six');
  const theirs = aReply({ index: 2, at: testStart + 1, from: demoColleague });
  host.setState({ conversations: { [interaction.id]: { messages: [...messages, theirs], earlier: false } } });
  expect(queryByRole('note')).not.toBeNull();
  const own = aReply({ index: 3, at: testStart + 2 });
  host.setState({ conversations: { [interaction.id]: { messages: [...messages, theirs, own], earlier: false } } });
  expect(queryByRole('note')).toBeNull();
});

test('of a long note three lines are shown, the rest on demand', async () => {
  const { getByRole, user } = await openWith({ ...received, handover: { note: 'Very long. '.repeat(30) } });
  await user.click(getByRole('button', { name: 'Show all' }));
  expect(getByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true');
});

test('without a note there is no place for one', async () => {
  const { handover: _, ...without } = received;
  const { host, queryByRole } = await openWith(without);
  expect(queryByRole('note')).toBeNull();
  host.setState({ interactions: byId(anInteraction({ ...without, handover: {} })) });
  expect(queryByRole('note')).toBeNull();
});
