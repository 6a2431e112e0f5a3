import { act, fireEvent } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aRefusal,
  anInteraction,
  axeViolations,
  byId,
  capabilities,
  createTestHost,
  renderInHost,
} from '@baton/module-kit/testing';
import type { BackendCapabilities, DesktopState } from '@baton/contracts';
import { draftOf } from '@baton/desktop';
import * as smsWindow from '../index';
import '../testing/browser-gaps';

const sam = anInteraction({
  contact: { id: 'sam', name: 'Sam Demo', address: { kind: 'phone', value: '+447700900123' } },
});

async function open(can: Partial<BackendCapabilities> = {}, state: Partial<DesktopState> = {}) {
  const host = createTestHost({ state: { capabilities: capabilities(can), interactions: byId(sam), ...state } });
  const asked: unknown[] = [];
  host.bus.respond('interaction.open', (ask) => void asked.push(ask));
  const screen = await renderInHost(smsWindow, host, { view: 'interactions' });
  const user = userEvent.setup();
  const button = screen.queryByRole('button', { name: 'New text message' });
  if (button) await user.click(button);
  const number = () => screen.getByRole('textbox', { name: 'To' });
  const message = () => screen.getByRole('textbox', { name: 'Message' });
  const write = (to: string, text = 'Your parcel is here.') => {
    fireEvent.change(number(), { target: { value: to } });
    fireEvent.change(message(), { target: { value: text } });
  };
  const send = () => user.click(screen.getByRole('button', { name: 'Send' }));
  const begun = () => {
    const commandId = `command-${host.commands.calls.length}`;
    host.setState({ interactions: byId(sam, anInteraction({ id: 'new', commandId })) });
  };
  return { ...screen, host, asked, user, button, number, message, write, send, begun };
}

test('capability startInteraction off: nothing of it is offered', async () => {
  expect((await open({ startInteraction: false })).button).toBeNull();
});

test('capability senders off: the agent is not asked what to send from, and one is no choice either', async () => {
  expect((await open()).queryByRole('combobox')).toBeNull();
  const { queryByRole, write, send, host } = await open({ senders: [{ id: 'a', name: 'A' }] });
  expect(queryByRole('combobox')).toBeNull();
  write('07700 900160');
  await send();
  expect(host.commands.inputsOf('startInteraction')).toEqual([{ to: '+447700900160', text: 'Your parcel is here.' }]);
});

test('what is written goes to the number in E.164, from what was chosen; its conversation comes to the front', async () => {
  const senders = ['billing', 'delivery'].map((id) => ({ id, name: id }));
  const { user, getByRole, write, send, begun, host, asked, queryByRole, getByText } = await open({ senders });
  write('07700 900160');
  expect(getByText(/Goes to/)).toHaveTextContent('+44 7700 900160');
  await user.selectOptions(getByRole('combobox', { name: 'From' }), 'delivery');
  await send();
  expect(host.commands.inputsOf('startInteraction')).toEqual([
    { to: '+447700900160', text: 'Your parcel is here.', from: 'delivery' },
  ]);
  expect(asked).toEqual([]);
  begun();
  expect(asked).toEqual([{ interactionId: 'new', focus: true }]);
  expect(queryByRole('dialog')).toBeNull();
});

test('a second press, and one before the conversation is there, sends nothing more', async () => {
  const { user, message, write, host } = await open();
  write('07700 900160');
  await user.type(message(), '{Enter}{Enter}');
  await user.type(message(), 'again{Enter}');
  expect(host.commands.inputsOf('startInteraction')).toHaveLength(1);
});

test('a number that is being typed is no mistake yet; it is one when the agent goes on', async () => {
  const { user, number, message, host } = await open();
  await user.click(number());
  fireEvent.change(number(), { target: { value: '07700' } });
  expect(number()).toHaveAccessibleDescription('Digits are missing.');
  expect(number()).toBeValid();
  await user.click(message());
  await user.keyboard('{Enter}');
  expect(number()).toBeInvalid();
  expect(host.commands.calls).toEqual([]);
});

test('a customer of the agent is found by name or number, and their conversation gets what was written', async () => {
  const { user, write, getByRole, host, asked } = await open();
  write('sam', 'Hello again');
  expect(getByRole('button', { name: /Open conversation with Sam Demo/ })).toBeVisible();
  write('07700 900123', 'Hello again');
  await user.click(getByRole('button', { name: /Open conversation with Sam Demo/ }));
  expect(asked).toEqual([{ interactionId: sam.id, focus: true }]);
  expect(draftOf(host.desktop.getState(), sam.id)).toBe('Hello again');
  expect(host.commands.inputsOf('startInteraction')).toEqual([]);
});

test.each([
  [{ code: 'opted_out' }, 'This customer has opted out of messages, until they send START.'],
  [
    { code: 'already_open', owner: { kind: 'agent', id: 'b', name: 'Bianca' } },
    /Bianca.* has a conversation with this number\. Ask for a transfer\./,
  ],
  [{ code: 'already_open', owner: { kind: 'queue', id: 'b', name: 'Billing' } }, /is waiting in .*Billing/],
  [{ code: 'invalid_number' }, 'This number cannot receive text messages.'],
  [{ code: 'at_capacity' }, 'You have as many conversations as you can have. End one first.'],
  [{ code: 'unknown_outcome' }, /Send again: it counts once\. Reference/],
] as const)('refused with %j it says why, and keeps what was written', async (error, help) => {
  const { host, write, send, getByText, message, unmount } = await open();
  host.commands.answer('startInteraction', aRefusal(error));
  write('07700 900160');
  await send();
  expect(getByText(help)).toBeVisible();
  expect(message()).toHaveValue('Your parcel is here.');
  expect(host.adapters.storage.get('newText.text')).toBe('Your parcel is here.');
  await act(async () => unmount());
});

test('where another window of the agent was faster, its conversation opens', async () => {
  const { host, write, send, asked } = await open();
  host.commands.answer(
    'startInteraction',
    aRefusal({ code: 'already_open', owner: { kind: 'agent', id: 'me', name: 'Me' } }),
  );
  write('07700 900160');
  await send();
  const contact = { id: 'c', address: { kind: 'phone', value: '+447700900160' } } as const;
  host.setState({ interactions: byId(sam, anInteraction({ id: 'other', contact })) });
  expect(asked).toEqual([{ interactionId: 'other', focus: true }]);
});

test('it is announced, labelled, and closes with what was written kept', async () => {
  const { user, getByRole, write, number, queryByRole } = await open();
  write('07700 9');
  expect(await axeViolations(getByRole('dialog', { name: 'New text message' }))).toEqual([]);
  await user.click(getByRole('button', { name: 'Close' }));
  expect(queryByRole('dialog')).toBeNull();
  await user.click(getByRole('button', { name: 'New text message' }));
  expect(number()).toHaveValue('07700 9');
});
