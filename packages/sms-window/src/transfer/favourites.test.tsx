import { act, waitFor, within } from '@testing-library/react';
import type { Result, Target, TargetPage } from '@baton/contracts';
import { aPool, aRefusal, aTarget, aTransfer, axeViolations, capabilities } from '@baton/module-kit/testing';
import { heard, hostWithConversation, interaction, open, setTransfer } from '../testing/open-window';

const bianca = aTarget();
const billing = aPool({ id: 'delivery', name: 'Delivery', figures: { ready: 2 } });
const carla = aTarget({
  id: 'carla',
  name: 'Carla Demo',
  presence: { state: 'offline', since: 0 },
  sms: { available: false, reason: 'offline' },
});

async function opened(
  favourites: readonly Target[] = [bianca, billing, carla],
  able: Parameters<typeof capabilities>[0] = {},
) {
  const host = hostWithConversation(
    { favourites: favourites.map(({ kind, id, name }) => ({ kind, id, name })), capabilities: capabilities(able) },
    { targets: favourites },
  );
  host.directory.favouriteTargets = favourites.map(({ kind, id, name }) => ({ kind, id, name }));
  const picks: string[] = [];
  host.bus.respond('target.pick', ({ interactionId }) => {
    picks.push(interactionId);
    return new Promise(() => undefined);
  });
  const window = await open(host);
  const button = () => window.getByRole('button', { name: 'Transfer to a favourite' });
  const transferred = () => host.commands.inputsOf('startTransfer');
  return { host, picks, button, transferred, ...window };
}

test('K8-7 favourites stand in a menu with their presence, and with the reason where they cannot be chosen', async () => {
  const { button, findByRole, getAllByRole, getByRole, user, host, element, transferred } = await opened();
  expect(button()).toHaveAttribute('aria-haspopup', 'menu');
  await user.click(button());
  await findByRole('menu', { name: 'Transfer to a favourite' });
  expect(button()).toHaveAttribute('aria-expanded', 'true');
  expect(getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
    expect.stringMatching(/Bianca Okafor.*Ready/),
    expect.stringMatching(/Delivery.*2 agents ready/),
    expect.stringMatching(/Carla Demo.*Carla Demo is no longer signed in/),
    'Find another target',
  ]);
  const unavailable = getByRole('menuitem', { name: 'Carla Demo' });
  expect(unavailable).toHaveAttribute('aria-disabled', 'true');
  expect(await axeViolations(element)).toEqual([]);
  await user.click(unavailable);
  expect(heard(host)).toEqual(['Carla Demo is no longer signed in']);
  expect(transferred()).toEqual([]);
});

test('K8-7 TC-04 by pointer: choosing asks, and one press more transfers; focus goes to the composer', async () => {
  const { button, findByRole, getByRole, queryByRole, user, transferred, element, focused } = await opened();
  await user.click(button());
  await user.click(await findByRole('menuitem', { name: 'Bianca Okafor' }));
  expect(transferred()).toEqual([]);
  const question = getByRole('dialog', { name: /^Transfer the conversation with .* to Bianca Okafor\?$/ });
  expect(question).toHaveTextContent('Ready');
  expect(await axeViolations(element)).toEqual([]);
  await user.click(within(question).getByRole('button', { name: 'Transfer' }));
  expect(queryByRole('dialog')).toBeNull();
  expect(transferred()).toMatchObject([{ target: { id: 'bianca' } }]);
  expect(focused()).toBe(getByRole('textbox'));
});

test('K8-7 TC-04 by keyboard: the arrow keys open it at either end, Enter chooses, Enter confirms', async () => {
  const { button, findByRole, focused, getByRole, user, transferred, host } = await opened();
  act(() => button().focus());
  await user.keyboard('{ArrowUp}');
  await findByRole('menu');
  expect(focused()).toBe(getByRole('menuitem', { name: 'Find another target' }));
  await user.keyboard('{Escape}');
  expect(focused()).toBe(button());
  await user.keyboard('{ArrowDown}');
  await findByRole('menu');
  expect(focused()).toBe(getByRole('menuitem', { name: 'Bianca Okafor' }));
  await user.keyboard('{ArrowDown}{Enter}');
  const question = getByRole('dialog', { name: /to Delivery\?$/ });
  expect(focused()).toBe(within(question).getByRole('button', { name: 'Transfer' }));
  expect(transferred()).toEqual([]);
  await user.keyboard('{Enter}');
  const target = { kind: 'queue', id: 'delivery', name: 'Delivery' };
  expect(transferred()).toEqual([{ interactionId: interaction.id, target }]);
  expect(host.commands.inputsOf('addRecent')).toEqual([{ target }]);
  expect(focused()).toBe(getByRole('textbox'));
});

test('K8-7 the question is answered with no by Escape and by Cancel: nothing is transferred', async () => {
  const { button, findByRole, focused, getByRole, queryByRole, user, transferred } = await opened();
  for (const leave of [() => user.keyboard('{Escape}'), () => user.click(getByRole('button', { name: 'Cancel' }))]) {
    await user.click(button());
    await user.click(await findByRole('menuitem', { name: 'Bianca Okafor' }));
    await leave();
    expect(queryByRole('dialog')).toBeNull();
    expect(focused()).toBe(button());
  }
  expect(transferred()).toEqual([]);
});

test('K8-7 presence is live: who goes off line in the meantime can be neither chosen nor confirmed', async () => {
  const { button, findByRole, getByRole, user, transferred, host } = await opened();
  const offline = aTarget({
    version: 9,
    presence: { state: 'offline', since: 0 },
    sms: { available: false, reason: 'offline' },
  });
  await user.click(button());
  await user.click(await findByRole('menuitem', { name: 'Bianca Okafor' }));
  host.tellTargets(offline);
  const question = getByRole('dialog');
  expect(question).toHaveTextContent('Bianca Okafor is no longer signed in');
  await user.keyboard('{Enter}');
  expect(transferred()).toEqual([]);
});

test('K8-7 Transfer itself still opens Team Communicator, and so does the end of the menu', async () => {
  const { button, findByRole, getByRole, picks, user } = await opened();
  await user.click(button());
  await user.click(await findByRole('menuitem', { name: 'Find another target' }));
  expect(picks).toEqual([interaction.id]);
  expect(getByRole('button', { name: 'Transfer' })).toHaveAttribute('aria-expanded', 'true');
});

test('K8-7 without favourites Team Communicator opens, which says how to have some', async () => {
  const { button, picks, queryByRole, user } = await opened([]);
  await user.click(button());
  await waitFor(() => expect(picks).toEqual([interaction.id]));
  expect(queryByRole('menu')).toBeNull();
});

test('K8-7 favourites that cannot be read are offered by name', async () => {
  const { button, findByRole, user, host, transferred } = await opened();
  host.directory.answer = aRefusal({ retryable: false });
  await user.click(button());
  const item = await findByRole('menuitem', { name: 'Carla Demo' });
  expect(item).not.toHaveAttribute('aria-disabled');
  await user.click(item);
  await user.keyboard('{Enter}');
  expect(transferred()).toMatchObject([{ target: { id: 'carla' } }]);
});

test('K8-7 an agent who goes elsewhere before the favourites have come is left alone', async () => {
  const { button, composer, queryByRole, focused, user, host } = await opened();
  let answer: (page: Result<TargetPage>) => void = () => undefined;
  host.directory.answer = new Promise((resolve) => (answer = resolve));
  await user.click(button());
  await user.click(composer);
  await act(async () => answer({ ok: true, value: { targets: [bianca], at: 0 } }));
  expect(queryByRole('menu')).toBeNull();
  expect(focused()).toBe(composer);
});

test('K8-7 says why it cannot be opened, as Transfer does', async () => {
  const { button, host, queryByRole, user } = await opened();
  setTransfer(host, aTransfer());
  expect(button()).toHaveAttribute('aria-disabled', 'true');
  expect(button()).toHaveAccessibleDescription('Waiting for Bianca Okafor to accept');
  await user.click(button());
  act(() => button().focus());
  await user.keyboard('{ArrowDown}');
  expect(queryByRole('menu')).toBeNull();
});

test('capability favourites off: Transfer stands alone', async () => {
  const { queryByRole, getByRole } = await opened([bianca], { favourites: false });
  expect(queryByRole('button', { name: 'Transfer to a favourite' })).toBeNull();
  expect(getByRole('button', { name: 'Transfer' })).toBeVisible();
});

test('capability targetAvailability off: no presence is shown', async () => {
  const { button, findByRole, user } = await opened([bianca], { targetAvailability: 'none' });
  await user.click(button());
  expect(await findByRole('menuitem', { name: 'Bianca Okafor' })).not.toHaveTextContent('Ready');
});
