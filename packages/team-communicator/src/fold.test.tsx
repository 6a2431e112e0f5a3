import { act, fireEvent, waitFor } from '@testing-library/react';
import { aTarget, axeViolations } from '@baton/module-kit/testing';
import { aHost, opened } from './testing/open-panel';

const biancaOffline = aTarget({
  version: 2,
  presence: { state: 'offline', since: 0 },
  sms: { available: false, reason: 'offline' },
});

async function openedWithFold(host = aHost()) {
  const panel = await opened(host);
  const { screen, user } = panel;
  const fold = (count: number) => screen.getByRole('button', { name: `Not available · ${count}` });
  const names = panel.rowNames;
  const awayFromRows = () => user.hover(screen.getByRole('heading', { name: 'Transfer to' }));
  return { ...panel, host, fold, names, awayFromRows };
}

test('K8-1 who cannot be chosen comes last, under a fold, with the reason in the line', async () => {
  const { names, fold, row } = await openedWithFold();
  expect(names()).toEqual(['Amir Demo', 'Bianca Okafor', 'Billing', 'Carla Demo', 'Dora Demo']);
  expect(fold(2)).toHaveAttribute('aria-expanded', 'true');
  expect(fold(2).closest('[role="rowgroup"]')).toContainElement(await row('Dora Demo, Agent, Offline'));
  expect(fold(2).closest('[role="rowgroup"]')).not.toContainElement(await row(/^Billing/));
});

test('K8-1 the fold puts them away and brings them back', async () => {
  const { names, fold, user, screen } = await openedWithFold();
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '6');
  await user.click(fold(2));
  expect(names()).toEqual(['Amir Demo', 'Bianca Okafor', 'Billing']);
  expect(fold(2)).toHaveAttribute('aria-expanded', 'false');
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '4');
  expect(await axeViolations(screen.element)).toEqual([]);
  await user.click(fold(2));
  expect(names()).toHaveLength(5);
});

test('K8-1 the arrow keys lead to the fold, Enter presses it, and Tab still stops once', async () => {
  const { names, fold, user, screen } = await openedWithFold();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(screen.focused()).toBe(fold(2));
  expect(fold(2)).toHaveAttribute('tabindex', '0');
  expect(screen.getAllByRole('row').filter(({ tabIndex }) => tabIndex === 0)).toEqual([]);
  await user.keyboard('{Enter}');
  expect(names()).toHaveLength(3);
  expect(screen.queryByRole('menu')).toBeNull();
  await user.keyboard('{Enter}{ArrowDown}');
  expect(screen.focused()).toHaveAccessibleName(/^Carla Demo/);
  await user.keyboard('{ArrowUp}{ArrowRight}{ArrowUp}');
  expect(screen.focused()).toHaveAccessibleName(/^Billing/);
});

test('K8-1 with nobody to choose the search field leads to the fold', async () => {
  const { fold, user, screen } = await openedWithFold(aHost({ targets: [biancaOffline] }));
  await user.click(fold(1));
  act(() => screen.getByRole('searchbox').focus());
  await user.keyboard('{ArrowDown}');
  expect(screen.focused()).toBe(fold(1));
});

test('K8-2 no row changes places under a resting pointer: who goes off line is sorted when it has left', async () => {
  const { names, fold, row, host, user, awayFromRows } = await openedWithFold();
  await user.hover(await row(/^Amir/));
  host.tellTargets(biancaOffline);
  expect(names()).toEqual(['Amir Demo', 'Bianca Okafor', 'Billing', 'Carla Demo', 'Dora Demo']);
  expect(await row('Bianca Okafor, Agent, Offline')).toBeInTheDocument();
  expect(fold(2)).toBeInTheDocument();
  await awayFromRows();
  expect(names()).toEqual(['Amir Demo', 'Billing', 'Carla Demo', 'Bianca Okafor', 'Dora Demo']);
  expect(fold(3)).toBeInTheDocument();
});

test('K8-3 what is searched for stays in the order of how well it fits: Enter after a name means that name', async () => {
  const { type, names, screen, input, user } = await openedWithFold();
  await user.click(input());
  await type('demo');
  await waitFor(() => expect(names()).toEqual(['Amir Demo', 'Carla Demo', 'Dora Demo']));
  expect(screen.queryByRole('button', { name: /^Not available/ })).toBeNull();
});

test('K8-3 who is folded away is found by name, in place and with the reason; the fold comes back as it was left', async () => {
  const { type, names, fold, screen, input, row, user, picks } = await openedWithFold();
  await user.click(fold(2));
  expect(names()).not.toContain('Dora Demo');
  await user.click(input());
  await type('demo');
  await waitFor(() => expect(names()).toEqual(['Amir Demo', 'Carla Demo', 'Dora Demo']));
  expect(screen.queryByRole('button', { name: /^Not available/ })).toBeNull();
  expect(await row('Dora Demo, Agent, Offline')).toHaveTextContent('Agent · Offline');
  expect(await axeViolations(screen.element)).toEqual([]);
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}{Enter}');
  expect(screen.getByRole('menuitem', { name: /SMS transfer/ })).toHaveAccessibleDescription('Dora Demo is offline');
  expect(picks).toEqual([]);
  await user.keyboard('{Escape}{Escape}');
  await waitFor(() => expect(fold(2)).toHaveAttribute('aria-expanded', 'false'));
  expect(names()).not.toContain('Dora Demo');
});

test('K8-6 the button of the Action Menu is always there, and opens the menu instead of transferring', async () => {
  const { screen, user, picks } = await openedWithFold();
  for (const name of ['Amir Demo', 'Dora Demo'])
    expect(screen.getByRole('button', { name: `Actions for ${name}` })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Actions for Amir Demo' }));
  expect(screen.getByRole('menu')).toBeVisible();
  expect(picks).toEqual([]);
  fireEvent.keyDown(screen.focused() ?? screen.container, { key: 'Escape' });
});
