import { act, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aRefusal,
  aTransfer,
  anInteraction,
  axeViolations,
  byId,
  capabilities,
  createTestHost,
  renderInHost,
  testStart,
} from '@baton/module-kit/testing';
import type { DesktopState, KnownTargetRef, PendingTransfer } from '@baton/contracts';
import * as smsWindow from '../index';
import { answerPicks, heard } from '../testing/open-window';

const chen: KnownTargetRef = { kind: 'agent', id: 'chen', name: 'Chen Demo' };
const billing = { kind: 'queue', id: 'billing', name: 'Billing' } as const;

/** A pending transfer of the conversation with a customer. */
function transferOf(name: string, changes: Partial<PendingTransfer> = {}): PendingTransfer {
  return aTransfer({ id: `transfer-${name}`, commandId: `command-${name}`, interactionId: name, ...changes });
}

async function open(transfers: readonly PendingTransfer[], state: Partial<DesktopState> = {}) {
  const names = ['Dana', 'Olu', 'Priya'];
  const host = createTestHost({
    state: {
      interactions: byId(...names.map((name) => anInteraction({ id: name, contact: { id: name, name } }))),
      capabilities: capabilities({ startInteraction: false }),
      shownTransfers: Object.fromEntries(transfers.map((one) => [one.interactionId, one])),
      ...state,
    },
  });
  const screen = await renderInHost(smsWindow, host, { view: 'interactions' });
  const tray = () => screen.queryByRole('region', { name: 'Being handed over' });
  const row = (name: string) => within(screen.getByRole('group', { name }));
  const rows = () => screen.queryAllByRole('group').map((group) => group.querySelector('bdi')?.textContent);
  const show = (...shown: DesktopState['shownTransfers'][string][]) =>
    host.setState(({ shownTransfers }) => ({
      shownTransfers: { ...shownTransfers, ...Object.fromEntries(shown.map((one) => [one.interactionId, one])) },
    }));
  return { host, ...screen, tray, row, rows, show, user: userEvent.setup() };
}

test('without a transfer under way there is nothing', async () => {
  const { tray, show } = await open([]);
  expect(tray()).toBeNull();
  show(transferOf('Olu'));
  expect(tray()).toHaveTextContent(/^Being handed over1/);
});

test('all transfers stand in one place: whose, to whom, how long, and where each stands', async () => {
  const bianca = { id: 'bianca', name: 'Bianca Okafor' };
  const kavya = { id: 'kavya', name: 'Kavya Raman' };
  const { container, rows, row, tray } = await open([
    transferOf('Priya', {
      target: billing,
      startedAt: testStart + 1,
      expiresAt: testStart + 65_000,
      route: [
        { target: billing, agent: kavya, state: 'declined', at: testStart },
        { target: billing, agent: bianca, state: 'offered', at: testStart },
      ],
    }),
    transferOf('Dana', { startedAt: testStart, expiresAt: testStart + 24_000 }),
  ]);
  expect(tray()).toHaveTextContent(/^Being handed over2/);
  expect(rows()).toEqual(['Dana', 'Priya']);
  expect(row('Dana').getByText('Waiting for Bianca Okafor to accept')).toBeVisible();
  expect(row('Dana').getByRole('timer')).toHaveTextContent('0:24');
  expect(row('Dana').getByText('You still own this conversation.')).toBeVisible();
  expect(row('Priya').getByRole('timer')).toHaveTextContent('1:05');
  expect(row('Priya').getByText(/Kavya Raman declined – asking Bianca Okafor\./)).toBeVisible();
  expect(await axeViolations(container)).toEqual([]);
});

test('Cancel withdraws that transfer; what failed is said in its row', async () => {
  const { host, row, user } = await open([transferOf('Dana'), transferOf('Olu')]);
  await user.click(row('Olu').getByRole('button', { name: 'Cancel' }));
  expect(host.commands.inputsOf('cancelTransfer')).toEqual([{ transferId: 'transfer-Olu' }]);
  host.commands.answer('cancelTransfer', aRefusal());
  await user.click(row('Dana').getByRole('button', { name: 'Cancel' }));
  expect(row('Dana').getByText('The transfer could not be cancelled')).toBeVisible();
  expect(heard(host)).toEqual(['The transfer could not be cancelled. Try again in a moment. Reference ref-1.']);
});

test('Offer to someone else asks Team Communicator, and focus comes back to the row', async () => {
  const { host, row, user, focused } = await open([transferOf('Dana'), transferOf('Olu')]);
  const asked = answerPicks(host);
  await user.click(row('Olu').getByRole('button', { name: 'Offer to someone else' }));
  expect(asked).toMatchObject([{ interactionId: 'Olu', transferId: 'transfer-Olu' }]);
  await asked[0]?.answer({ action: 'smsTransfer', target: chen });
  expect(host.commands.calls).toEqual([
    { command: 'redirectTransfer', input: { transferId: 'transfer-Olu', target: chen } },
  ]);
  expect(row('Olu').getByRole('button', { name: 'Cancel' })).toBe(focused());
});

test('who declines while the agent chooses someone else takes nothing away', async () => {
  const { host, row, rows, show, user } = await open([transferOf('Olu')]);
  const asked = answerPicks(host);
  await user.click(row('Olu').getByRole('button', { name: 'Offer to someone else' }));
  act(() => row('Olu').getByRole('button', { name: 'Cancel' }).blur());
  await user.unhover(row('Olu').getByRole('button', { name: 'Cancel' }));
  show({ ...transferOf('Olu'), state: 'declined', endedAt: testStart });
  expect(rows()).toEqual(['Olu']);
  await asked[0]?.answer({ action: 'smsTransfer', target: chen });
  expect(host.commands.calls).toEqual([{ command: 'startTransfer', input: { interactionId: 'Olu', target: chen } }]);
});

test('once it is accepted, nobody else is looked for', async () => {
  const { host, row, user } = await open([transferOf('Olu')]);
  const asked = answerPicks(host);
  await user.click(row('Olu').getByRole('button', { name: 'Offer to someone else' }));
  host.setState(({ interactions: { Olu: _gone, ...interactions } }) => ({ interactions }));
  expect(asked[0]?.signal.aborted).toBe(true);
});

test('nothing moves under the pointer: what has ended says how, what has begun waits until the pointer has gone', async () => {
  const { row, rows, show, user } = await open([transferOf('Dana'), transferOf('Olu')]);
  await user.hover(row('Olu').getByRole('button', { name: 'Cancel' }));
  show({ ...transferOf('Dana'), state: 'declined', endedAt: testStart }, transferOf('Priya'));
  expect(rows()).toEqual(['Dana', 'Olu']);
  expect(row('Dana').getByText('Bianca Okafor declined the transfer')).toBeVisible();
  expect(row('Dana').queryByRole('button')).toBeNull();
  await user.unhover(row('Olu').getByRole('button', { name: 'Cancel' }));
  expect(rows()).toEqual(['Olu', 'Priya']);
});

test('all of it can be done with the keyboard', async () => {
  const { host, row, user } = await open([transferOf('Olu')]);
  const asked = answerPicks(host);
  const press = async (name: string) => {
    const button = row('Olu').getByRole('button', { name });
    expect(button).toHaveProperty('tabIndex', 0);
    act(() => button.focus());
    await user.keyboard('{Enter}');
  };
  await press('Offer to someone else');
  expect(asked).toHaveLength(1);
  await press('Cancel');
  expect(host.commands.inputsOf('cancelTransfer')).toHaveLength(1);
});

test.each([
  ['cancelPendingTransfer', ['Offer to someone else']],
  ['redirectTransfer', ['Cancel']],
] as const)('capability %s off: the row offers what is left', async (capability, left) => {
  const { row } = await open([transferOf('Olu')], {
    capabilities: capabilities({ startInteraction: false, [capability]: false }),
  });
  expect(
    row('Olu')
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(left);
});
