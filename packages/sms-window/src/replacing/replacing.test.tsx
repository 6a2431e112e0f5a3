import { draftOf } from '@baton/desktop';
import { axeViolations } from '@baton/module-kit/testing';
import { fill, heard, hostWithConversation, interaction, open } from '../testing/open-window';

const long = `It’s on its way – “tomorrow”, they say… ${'a'.repeat(60)}`;
const plain = `It's on its way - "tomorrow", they say... ${'a'.repeat(60)}`;
const offer = 'Use plain characters: 1 message';
const back = 'Use special characters again';

test('K3-9 replaces in one press what costs a message, in place, and takes it back', async () => {
  const host = hostWithConversation();
  const { composer, findByRole, getByRole, focused, user, container } = await open(host);
  await user.click(composer);
  fill(composer, long);
  const caret = () => (composer instanceof HTMLTextAreaElement ? composer.selectionStart : undefined);
  if (composer instanceof HTMLTextAreaElement) composer.setSelectionRange(5, 5);
  await user.click(await findByRole('button', { name: offer }));
  expect(composer).toHaveValue(plain);
  expect(draftOf(host.desktop.getState(), interaction.id)).toBe(plain);
  expect(composer).toHaveAccessibleDescription(/of 160 · 1 message/);
  expect(caret()).toBe(5);
  expect(focused()).toBe(composer);
  expect(heard(host)).toEqual(['Now 2 messages', 'Now 1 message']);
  expect(await axeViolations(container)).toEqual([]);
  await user.click(getByRole('button', { name: back }));
  expect(composer).toHaveValue(long);
  expect(getByRole('button', { name: offer })).toBeVisible();
});

test('K3-9 by keyboard, and the way back ends with the next letter', async () => {
  const { composer, findByRole, getByRole, queryByRole, focused, user } = await open(hostWithConversation());
  fill(composer, long);
  const button = await findByRole('button', { name: offer });
  button.focus();
  await user.keyboard('{Enter}');
  expect(focused()).toBe(getByRole('button', { name: back }));
  fill(composer, `${plain}!`);
  expect(queryByRole('button', { name: back })).toBeNull();
});

test.each([
  ['a text that takes one message', 'It’s on its way'],
  ['one that an emoji makes long all the same', `${long} 👍`],
])('K3-9 offers nothing for %s', async (_what, text) => {
  const { composer, findByRole, queryByRole } = await open(hostWithConversation());
  // The code is there.
  fill(composer, long);
  await findByRole('button', { name: offer });
  fill(composer, text);
  expect(queryByRole('button', { name: /plain characters/ })).toBeNull();
});
