import { anInteraction } from '@baton/module-kit/testing';
import { holdsFocus } from '@baton/ui';
import { fireEvent } from '@testing-library/react';
import { fill, heard, hostWithConversation, interaction, open } from '../testing/open-window';

const templates = [
  { id: 'greeting', name: 'Greeting', text: 'Hello {customer}, this is {agent}.' },
  { id: 'late', name: 'Late parcel', text: 'Your parcel {number} is late.' },
  { id: 'café', name: 'Café', text: 'Come and see us.' },
];

async function openWith(given = templates, customer: string | undefined = 'Jo Demo') {
  const { contact } = interaction;
  const { name: _, ...unnamed } = contact;
  const host = hostWithConversation(
    { interactions: [anInteraction({ contact: { ...unnamed, ...(customer && { name: customer }) } })] },
    { templates: given },
  );
  const screen = await open(host);
  if (given.length > 0) await screen.findByRole('button', { name: 'Templates' });
  await screen.user.click(screen.composer);
  return { host, ...screen };
}

test('without templates of the host there is nothing of them', async () => {
  const { queryByRole, user, composer } = await openWith([]);
  await user.keyboard('/');
  expect(queryByRole('button', { name: 'Templates' })).toBeNull();
  expect(queryByRole('listbox')).toBeNull();
  expect(composer).toHaveValue('/');
});

test('K3 "/" and a few letters find one; Enter writes it, with its fields, and sends nothing', async () => {
  const { host, user, composer, getByRole, queryByRole } = await openWith();
  await user.keyboard('/');
  expect(getByRole('listbox', { name: 'Templates' })).toBeVisible();
  expect(heard(host)).toContain('3 templates');
  await user.keyboard('greet');
  expect(getByRole('option', { selected: true })).toHaveTextContent('Hello Jo Demo, this is Ana');
  expect(composer).toHaveAttribute('aria-activedescendant', getByRole('option', { selected: true }).id);
  await user.keyboard('{Enter}');
  expect(queryByRole('listbox')).toBeNull();
  expect(composer).toHaveValue('Hello Jo Demo, this is Ana Ruiz.');
  expect(host.commands.inputsOf('sendMessage')).toEqual([]);
  await user.keyboard('{Enter}');
  expect(host.commands.inputsOf('sendMessage')).toHaveLength(1);
});

test('what the agent has to fill in is selected', async () => {
  const { user, composer } = await openWith();
  await user.keyboard('/late{Enter}77');
  expect(composer).toHaveValue('Your parcel 77 is late.');
});

test('the name of a customer who has none stays to be filled in', async () => {
  const { user, composer } = await openWith(templates, '');
  await user.keyboard('/greet{Enter}Jo');
  expect(composer).toHaveValue('Hello Jo, this is Ana Ruiz.');
});

test('arrows go round, accents and case do not matter', async () => {
  const { user, composer, getByRole } = await openWith();
  await user.keyboard('/{ArrowUp}');
  expect(getByRole('option', { selected: true })).toHaveTextContent('Café');
  await user.keyboard('{ArrowDown}');
  expect(getByRole('option', { selected: true })).toHaveTextContent('Greeting');
  await user.keyboard('CAFE{Enter}');
  expect(composer).toHaveValue('Come and see us.');
});

test('Escape leaves what is typed, and the list stays away until the sign has gone', async () => {
  const { host, user, composer, queryByRole, getByRole } = await openWith();
  await user.keyboard('/gr{Escape}');
  expect(queryByRole('listbox')).toBeNull();
  await user.keyboard('e');
  expect(queryByRole('listbox')).toBeNull();
  expect(composer).toHaveValue('/gre');
  await user.keyboard('{Enter}');
  expect(host.commands.inputsOf('sendMessage')).toEqual([expect.objectContaining({ text: '/gre' })]);
  await user.keyboard('/');
  expect(getByRole('listbox')).toBeVisible();
});

test('where none fits, Enter sends what is typed', async () => {
  const { host, user, getByText } = await openWith();
  await user.keyboard('/zzz');
  expect(getByText('No template fits')).toBeVisible();
  await user.keyboard('{Enter}');
  expect(host.commands.inputsOf('sendMessage')).toHaveLength(1);
});

test('the button writes one into a text that has begun, where the caret is', async () => {
  const { user, composer, getByRole, queryByRole } = await openWith();
  fill(composer, 'One moment. Bye');
  fireEvent.select(composer, { target: { selectionStart: 12, selectionEnd: 12 } });
  await user.click(getByRole('button', { name: 'Templates' }));
  await user.click(getByRole('option', { name: /^Café/ }));
  expect(composer).toHaveValue('One moment. Come and see us.Bye');
  expect(holdsFocus(composer)).toBe(true);
  expect(queryByRole('listbox')).toBeNull();
});

test('the list goes with focus, and with a letter that is no search', async () => {
  const { user, composer, getByRole, queryByRole } = await openWith();
  await user.click(getByRole('button', { name: 'Templates' }));
  await user.keyboard('H');
  expect(queryByRole('listbox')).toBeNull();
  expect(composer).toHaveValue('H');
  fill(composer, '/');
  expect(getByRole('listbox')).toBeVisible();
  await user.tab();
  expect(queryByRole('listbox')).toBeNull();
});
