import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anaInvitesBianca, renderSection } from '../testing/render-section';
import { Customer } from './customer';

const phone = () => within(screen.getByRole('group', { name: /^Phone of/ }));

test('shows what the customer and the agents have written, and no events of the contact centre', async () => {
  const { control } = await renderSection(<Customer />);
  expect(phone().getByText('Are you still there?')).toBeVisible();
  expect(phone().getByText('Hello Sam, this is Ana. I am looking at order 48213 now.')).toBeVisible();
  await anaInvitesBianca(control);
  await userEvent.click(screen.getByRole('button', { name: 'Yes' }));
  await waitFor(() => expect(phone().getAllByRole('listitem')).toHaveLength(9));
});

test('writes, with the keyboard', async () => {
  await renderSection(<Customer />);
  await userEvent.type(phone().getByRole('textbox', { name: 'Text message' }), 'Hello?{Enter}');
  expect(await phone().findByText('Hello?')).toBeVisible();
  expect(phone().getByRole('textbox', { name: 'Text message' })).toHaveValue('');
});

test('sends STOP and a picture, and ends', async () => {
  await renderSection(<Customer />);
  await userEvent.click(screen.getByRole('button', { name: 'STOP' }));
  expect(await phone().findByText('STOP')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Send a picture' }));
  expect(await phone().findByRole('img', { name: 'Attachment' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'End' }));
  await waitFor(() =>
    expect(phone().getByRole('button', { name: 'Send' })).toHaveAccessibleDescription(
      'The customer has ended the conversation.',
    ),
  );
});

test('another customer begins a conversation, which can be chosen', async () => {
  await renderSection(<Customer />);
  const form = within(screen.getByRole('form', { name: 'New conversation' }));
  await userEvent.selectOptions(form.getByRole('combobox', { name: 'Queue' }), 'Delivery');
  await userEvent.click(form.getByRole('button', { name: 'Start a conversation' }));
  const choice = screen.getByRole('combobox', { name: 'Conversation with' });
  await waitFor(() => expect(within(choice).getAllByRole('option')).toHaveLength(2));
  await userEvent.selectOptions(choice, 'Robin Ames – in Delivery');
  expect(await phone().findByText('Hello, can you help me?')).toBeVisible();
});
