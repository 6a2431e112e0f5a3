import { aTransfer, anInteraction, testStart } from '@baton/module-kit/testing';
import {
  activate,
  hostWithConversation,
  interaction,
  moveToColleague,
  open,
  setTransfer,
  sharedStorage,
} from '../testing/open-window';

const other = anInteraction({ id: 'interaction-2', contact: { ...interaction.contact, name: 'Alex Demo' } });

test('are kept per conversation', async () => {
  const host = hostWithConversation({ interactions: [interaction, other] });
  const { getByRole, user } = await open(host);
  await user.type(getByRole('textbox'), 'For Jo');
  activate(host, { interactionId: other.id, focus: true });
  expect(getByRole('textbox', { name: 'Message to Alex Demo' })).toHaveValue('');
  activate(host, { interactionId: interaction.id, focus: true });
  expect(getByRole('textbox', { name: 'Message to Jo Demo' })).toHaveValue('For Jo');
});

test('survive a reload, and are gone once sent', async () => {
  const host = hostWithConversation();
  const before = await open(host);
  await before.user.type(before.composer, 'Half a sent');
  await before.unmount();
  const after = await open(host);
  expect(after.composer).toHaveValue('Half a sent');
  await after.user.type(after.composer, 'ence{Enter}');
  await after.unmount();
  expect((await open(host)).composer).toHaveValue('');
});

test('are the same in two windows', async () => {
  const storage = sharedStorage();
  const left = hostWithConversation();
  left.adapters.storage = storage.storageOfWindow();
  const right = hostWithConversation();
  right.adapters.storage = storage.storageOfWindow();
  const leftWindow = await open(left);
  const rightWindow = await open(right);
  await leftWindow.user.type(leftWindow.composer, 'Hello');
  expect(rightWindow.composer).toHaveValue('Hello');
});

test.each(['declined', 'expired', 'cancelled'] as const)('stay when a transfer is %s', async (state) => {
  const pending = aTransfer();
  const host = hostWithConversation({ transfers: { [interaction.id]: pending } });
  const { composer, user } = await open(host);
  await user.type(composer, 'While I wait');
  setTransfer(host, { ...pending, state, endedAt: testStart });
  expect(composer).toHaveValue('While I wait');
});

test('SW-10 an unsent text goes to My Messages when its conversation moves', async () => {
  const pending = aTransfer();
  const host = hostWithConversation({ transfers: { [interaction.id]: pending } });
  const kept: unknown[] = [];
  host.bus.respond('draft.keep', (ask) => {
    kept.push(ask);
    return { noticeId: 'notice-1' };
  });
  const { composer, user } = await open(host);
  await user.type(composer, 'Not yet sent');
  moveToColleague(host, pending);
  await Promise.resolve();
  expect(kept).toEqual([{ interactionId: interaction.id, customer: 'Jo Demo', text: 'Not yet sent' }]);
  expect(composer).toHaveAttribute('readonly');
  expect(host.adapters.storage.get(`draft.${interaction.id}`)).toBeUndefined();
});

test('SW-10 also when it moved while the desktop was closed', async () => {
  const host = hostWithConversation();
  const before = await open(host);
  await before.user.type(before.composer, 'Not yet sent');
  await before.unmount();
  const kept: unknown[] = [];
  host.bus.respond('draft.keep', (ask) => {
    kept.push(ask);
    return { noticeId: 'notice-1' };
  });
  host.setState({ interactions: {} });
  await open(host);
  expect(kept).toHaveLength(1);
});

test('SW-10 goes back to where it was when nobody takes it', async () => {
  const host = hostWithConversation();
  host.bus.respond('draft.keep', () => {
    throw new Error('no room');
  });
  const { composer, user, findByText } = await open(host);
  await user.type(composer, 'Not yet sent');
  host.setState({ interactions: {} });
  await findByText('No conversation open');
  expect(host.adapters.storage.get(`draft.${interaction.id}`)).toBe('Not yet sent');
});
