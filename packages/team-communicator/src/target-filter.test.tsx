import { act, waitFor } from '@testing-library/react';
import { aTarget, capabilities } from '@baton/module-kit/testing';
import { aHost, opened } from './testing/open-panel';

const biancaOffline = aTarget({
  version: 2,
  presence: { state: 'offline', since: 0 },
  sms: { available: false, reason: 'offline' },
});
const carlaReady = aTarget({ id: 'carla', name: 'Carla Demo', version: 2 });
const free = ['Amir Demo', 'Bianca Okafor', 'Billing'];

async function openedWithFree(host = aHost()) {
  const panel = await opened(host);
  const { screen, user, rowNames } = panel;
  const counts = () =>
    screen.getAllByRole('radio').map((radio) => radio.parentElement?.textContent?.replace(/(\d+)$/, ' $1'));
  await user.click(screen.getByRole('radio', { name: /^Can take it now/ }));
  await waitFor(() => expect(rowNames()).toHaveLength(3));
  const awayFromRows = () => user.hover(screen.getByRole('heading', { name: 'Transfer to' }));
  return { ...panel, host, counts, awayFromRows };
}

test('K8-4 only those are shown that can take the conversation now, and no empty section', async () => {
  const { screen, rowNames } = await openedWithFree();
  expect(rowNames()).toEqual(free);
  expect(screen.queryByText(/^Star the targets/)).toBeNull();
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '3');
});

test('K8-4 who is free now comes, who is not goes: but never under a resting pointer', async () => {
  const { host, user, row, rowNames, awayFromRows } = await openedWithFree();
  await user.hover(await row(/^Amir/));
  host.tellTargets(biancaOffline, carlaReady);
  expect(rowNames()).toEqual(free);
  await awayFromRows();
  expect(rowNames()).toEqual(['Amir Demo', 'Billing', 'Carla Demo']);
});

test('K8-4 lists that are read again take no row from under a resting pointer', async () => {
  const capabilitiesOnRequest = capabilities({ targetAvailability: 'onRequest' });
  const { host, user, row, rowNames, awayFromRows } = await openedWithFree(
    aHost({ state: { capabilities: capabilitiesOnRequest } }),
  );
  await user.hover(await row(/^Amir/));
  host.directory.targets = [...host.directory.targets.filter(({ id }) => id !== 'bianca'), biancaOffline];
  await act(async () => host.clock.advance(15_000));
  expect(await row('Bianca Okafor, Agent, Offline')).toBeInTheDocument();
  await awayFromRows();
  expect(rowNames()).toEqual(['Amir Demo', 'Billing']);
});

test('K8-4 the number of them is shown, and announced', async () => {
  const { host, screen, counts } = await openedWithFree();
  act(() => host.clock.advance(500));
  expect(screen.getByText('3 results')).toBeVisible();
  expect(host.adapters.announcements.at(-1)?.text).toBe('3 results');
  host.tellTargets(biancaOffline);
  expect(screen.getByText('2 results')).toBeVisible();
  expect(counts()).toContain('Can take it now 2');
});

test('K8-4 nobody who is free: the panel says so, and leads back to all', async () => {
  const { screen, user, rowNames } = await opened(aHost({ targets: [biancaOffline] }));
  await user.click(screen.getByRole('radio', { name: /^Can take it now/ }));
  expect(await screen.findByText('No target can take it now')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  await waitFor(() => expect(rowNames()).toEqual(['Bianca Okafor']));
});

test('K8-4 where the contact centre does not know who is free, there is no such filter', async () => {
  const { screen } = await opened(aHost({ state: { capabilities: capabilities({ targetAvailability: 'none' }) } }));
  expect(screen.queryByRole('radio', { name: /^Can take it now/ })).toBeNull();
  expect(screen.getByRole('radio', { name: /^Agents/ })).toBeInTheDocument();
});

test('K8-5 each chip counts what it shows, of the search at hand', async () => {
  const { counts, type, input, rowNames, user, screen } = await openedWithFree();
  const kinds = (agents: number, queues: number) => [
    `Agents ${agents}`,
    'Agent groups 0',
    'Skills 0',
    `Queues ${queues}`,
    'Routing points 0',
  ];
  expect(counts()).toEqual(['All 5', 'Can take it now 3', ...kinds(4, 1)]);
  await user.click(screen.getByRole('radio', { name: /^Queues/ }));
  await waitFor(() => expect(rowNames()).toEqual(['Billing']));
  expect(counts()).toEqual(['All 5', 'Can take it now 3', ...kinds(4, 1)]);
  await user.click(screen.getByRole('radio', { name: /^All/ }));
  await user.click(input());
  await type('bi');
  await waitFor(() => expect(rowNames()).toEqual(['Bianca Okafor', 'Billing']));
  expect(counts()).toEqual(['All 2', 'Can take it now 2', ...kinds(1, 1)]);
});
