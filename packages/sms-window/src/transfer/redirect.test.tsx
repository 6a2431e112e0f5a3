import type { KnownTargetRef } from '@baton/contracts';
import { aRefusal, aTransfer, testStart } from '@baton/module-kit/testing';
import { answerPicks, heard, hostWithConversation, interaction, open, setTransfer } from '../testing/open-window';

const pending = aTransfer();
const chen: KnownTargetRef = { kind: 'agent', id: 'chen', name: 'Chen Demo' };
const name = 'Offer to someone else';

/** A transfer to Bianca waits, and its sender looks for someone else. */
async function looking() {
  const host = hostWithConversation({ shownTransfers: { [interaction.id]: pending } });
  const asked = answerPicks(host);
  const screen = await open(host);
  await screen.user.click(screen.getByRole('button', { name }));
  const choose = async () => asked[0]?.answer({ action: 'smsTransfer', target: chen });
  return { host, asked, choose, ...screen };
}

test('Team Communicator is asked for whom to invite instead, and the choice redirects the transfer', async () => {
  const { host, asked, choose, focused, getByRole } = await looking();
  expect(asked).toMatchObject([{ interactionId: interaction.id, transferId: pending.id }]);
  expect(host.commands.calls).toEqual([]);
  await choose();
  expect(host.commands.calls).toEqual([
    { command: 'redirectTransfer', input: { transferId: pending.id, target: chen } },
  ]);
  expect(focused()).toBe(getByRole('textbox'));
});

test('another press, or giving up in Team Communicator, leaves the transfer as it is', async () => {
  const { host, asked, getByRole, user } = await looking();
  await user.click(getByRole('button', { name }));
  expect(asked[0]?.signal.aborted).toBe(true);
  await user.click(getByRole('button', { name }));
  await asked[1]?.answer({ action: 'dismissed' });
  expect(host.commands.calls).toEqual([]);
});

test('who declines meanwhile does not take the choice away: it begins a new transfer', async () => {
  const { host, asked, choose } = await looking();
  setTransfer(host, { ...pending, state: 'declined', endedAt: testStart });
  expect(asked[0]?.signal.aborted).toBe(false);
  await choose();
  expect(host.commands.calls).toEqual([
    { command: 'startTransfer', input: { interactionId: interaction.id, target: chen } },
  ]);
});

test('another transfer, of another window, withdraws the question', async () => {
  const { host, asked } = await looking();
  setTransfer(host, { ...pending, id: 'transfer-2', commandId: 'command-2' });
  expect(asked[0]?.signal.aborted).toBe(true);
});

test.each([
  ['the target', { code: 'target_unavailable', target: 'notReady' }, /Chen Demo is not ready/],
  ['the backend', { code: 'internal' }, /The conversation could not be offered to Chen Demo/],
] as const)('refused because of %s: says so, and who is still invited', async (_what, refusal, title) => {
  const { host, choose, findByRole } = await looking();
  host.commands.answer('redirectTransfer', aRefusal(refusal));
  await choose();
  expect(await findByRole('group', { name: title })).toHaveTextContent('Bianca Okafor is still invited.');
});

test.each(['too_late', 'gone'] as const)('refused as %s, the outcome that comes says it all', async (code) => {
  const { host, choose, queryByRole } = await looking();
  host.commands.answer('redirectTransfer', aRefusal({ code }));
  await choose();
  expect(queryByRole('group', { name: /Chen Demo/ })).toBeNull();
});

test('the banner goes on with the new target and its time, and says so once', async () => {
  const { host, getByRole } = await looking();
  const step = { target: pending.target, agent: { id: 'bianca', name: 'Bianca Okafor' }, at: testStart } as const;
  setTransfer(host, {
    ...pending,
    version: pending.version + 1,
    target: chen,
    expiresAt: testStart + 45_000,
    route: [
      { ...step, state: 'withdrawn' },
      { target: chen, agent: { id: chen.id, name: chen.name }, state: 'offered', at: testStart + 15_000 },
    ],
  });
  const banner = getByRole('group', { name: /Waiting for Chen Demo to accept/ });
  expect(banner).not.toHaveTextContent('Bianca');
  expect(banner).toHaveTextContent('45 s left.');
  expect(heard(host).filter((text) => text.includes('Chen Demo'))).toEqual([
    'Invitation sent to Chen Demo. 45 seconds to answer.',
  ]);
});

test('waits while the connection is lost', async () => {
  const host = hostWithConversation({ shownTransfers: { [interaction.id]: pending } });
  host.setState({ connection: { state: 'connectionLost', since: testStart } });
  const { getByRole } = await open(host);
  expect(getByRole('button', { name })).toHaveAccessibleDescription('Not possible while the connection is lost');
});
