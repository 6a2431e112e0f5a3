import { act } from '@testing-library/react';

import { anInteraction, axeViolations, capabilities } from '@baton/module-kit/testing';
import type { CommandTaken, Result } from '@baton/contracts';
import { activate, fill, hostWithConversation, interaction, open } from '../testing/open-window';

const second = anInteraction({ id: 'interaction-2', contact: { id: 'contact-2', name: 'Noor Haddad' } });

async function openNote(note?: string, able = true, kept: Readonly<Record<string, string>> = {}) {
  const first = anInteraction(note === undefined ? {} : { note });
  const host = hostWithConversation({
    interactions: [first, second],
    capabilities: capabilities({ interactionNotes: able }),
  });
  for (const [key, value] of Object.entries(kept)) host.adapters.storage.set(key, value);
  const screen = await open(host);
  await screen.user.click(screen.getByRole('button', { name: 'Details' }));
  await screen.findByRole('group', { name: 'Details' });
  const field = () => screen.getByRole('textbox', { name: 'Note' });
  const sent = () => host.commands.inputsOf('saveNote');
  const pause = () => act(async () => host.clock.advance(1000));
  return { ...screen, host, field, sent, pause };
}

const refused: Result<CommandTaken> = {
  ok: false,
  error: { code: 'internal', retryable: false, message: 'Refused by the test', reference: 'ref-1' },
};

test('K2-8 a note is saved in the pause after the last key, once', async () => {
  const { container, field, findByText, getByText, host, pause, sent } = await openNote();
  expect(field()).toHaveAccessibleDescription('Stays with the conversation. The customer does not see it.');
  fill(field(), 'Has moved');
  act(() => host.clock.advance(900));
  fill(field(), 'Has moved!');
  act(() => host.clock.advance(900));
  expect(sent()).toEqual([]);
  await pause();
  expect(await findByText('Saved')).toBeVisible();
  expect(sent()).toEqual([{ interactionId: interaction.id, text: 'Has moved!' }]);
  expect(getByText('Saved')).toBeVisible();
  expect(await axeViolations(container)).toEqual([]);
});

test('K2-8 it is saved at once when the agent goes on to something else, or to another conversation', async () => {
  const { composer, field, host, sent, user } = await openNote();
  await user.click(field());
  fill(field(), 'First');
  await user.click(composer);
  expect(sent()).toEqual([{ interactionId: interaction.id, text: 'First' }]);
  fill(field(), 'First, second');
  activate(host, { interactionId: 'interaction-2', focus: false });
  expect(sent().at(-1)).toEqual({ interactionId: interaction.id, text: 'First, second' });
  expect(field()).toHaveValue('');
});

test('K2-8 what was not saved stays in the field, also when the agent comes back to it, and is sent again', async () => {
  const { field, findByText, getByRole, host, pause, sent, user } = await openNote('Old');
  host.commands.answer('saveNote', Promise.resolve(refused));
  fill(field(), 'Old, new');
  await pause();
  expect(await findByText('The note is not saved yet')).toBeVisible();
  expect(host.adapters.announcements.map(({ text }) => text)).toContain('The note is not saved yet');
  activate(host, { interactionId: 'interaction-2', focus: false });
  activate(host, { interactionId: interaction.id, focus: false });
  expect(field()).toHaveValue('Old, new');
  await pause();
  host.commands.answer('saveNote', Promise.resolve({ ok: true, value: { commandId: 'command-1' } }));
  await user.click(getByRole('button', { name: 'Try again' }));
  expect(await findByText('Saved')).toBeVisible();
  expect(sent().at(-1)).toEqual({ interactionId: interaction.id, text: 'Old, new' });
});

test('K2-8 what a page has left unsaved is saved by the next one', async () => {
  const { field, pause, sent } = await openNote('Old', true, {
    'note.interaction-1': 'Old, new',
    'note.interaction-1.before': 'Old',
  });
  expect(field()).toHaveValue('Old, new');
  await pause();
  expect(sent()).toEqual([{ interactionId: interaction.id, text: 'Old, new' }]);
});

test('K2-8 what has arrived after all is not sent again', async () => {
  const { field, host, pause, sent } = await openNote('Old, new', true, {
    'note.interaction-1': 'Old, new',
    'note.interaction-1.before': 'Old',
  });
  expect(field()).toHaveValue('Old, new');
  await pause();
  expect(sent()).toEqual([]);
  expect(host.adapters.storage.keys()).toEqual([]);
});

test('K2-8 it takes the place of what others have written meanwhile only when the agent wants it', async () => {
  const { field, getByRole, getByText, host, pause, sent, user } = await openNote('Written by Bianca', true, {
    'note.interaction-1': 'Written by Ana',
    'note.interaction-1.before': 'Old',
  });
  await pause();
  expect(sent()).toEqual([]);
  expect(getByText('The note is not saved yet')).toBeVisible();
  expect(field()).toHaveValue('Written by Ana');
  await user.click(getByRole('button', { name: 'Try again' }));
  expect(sent()).toHaveLength(1);
  expect(host.adapters.storage.keys()).toEqual([]);
});

test('capability interactionNotes off: the note that is there is read, and cannot be changed', async () => {
  const { getByText, queryByRole } = await openNote('Has moved', false);
  expect(getByText('Has moved')).toBeVisible();
  expect(queryByRole('textbox', { name: 'Note' })).toBeNull();
});
