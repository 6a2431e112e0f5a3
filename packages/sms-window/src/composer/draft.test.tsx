import { act, fireEvent } from '@testing-library/react';
import { draftOf } from '@baton/desktop';
import { aTransfer, anInteraction, testStart } from '@baton/module-kit/testing';
import type { TestHost } from '@baton/module-kit/testing';
import {
  activate,
  hostWithConversation,
  interaction,
  moveToColleague,
  open,
  setTransfer,
} from '../testing/open-window';

const other = anInteraction({ id: 'interaction-2', contact: { ...interaction.contact, name: 'Alex Demo' } });

test('drafts are kept per conversation', async () => {
  const host = hostWithConversation({ interactions: [interaction, other] });
  const { getByRole, user } = await open(host);
  await user.type(getByRole('textbox'), 'For Jo');
  activate(host, { interactionId: other.id, focus: true });
  expect(getByRole('textbox', { name: 'Message to Alex Demo' })).toHaveValue('');
  activate(host, { interactionId: interaction.id, focus: true });
  expect(getByRole('textbox', { name: 'Message to Jo Demo' })).toHaveValue('For Jo');
});

test('drafts survive a reload of the module, and are gone once sent', async () => {
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

test.each(['declined', 'expired', 'cancelled'] as const)('a draft stays when a transfer is %s', async (state) => {
  const pending = aTransfer();
  const host = hostWithConversation({ shownTransfers: { [interaction.id]: pending } });
  const { composer, user } = await open(host);
  await user.type(composer, 'While I wait');
  setTransfer(host, { ...pending, state, endedAt: testStart });
  expect(composer).toHaveValue('While I wait');
});

describe('SW-10 what is typed while its conversation goes belongs to it', () => {
  const pending = aTransfer();

  async function openTwo(options: Parameters<typeof hostWithConversation>[1] = {}) {
    const state = { interactions: [interaction, other], shownTransfers: { [interaction.id]: pending } };
    const host = hostWithConversation(state, options);
    const screen = await open(host);
    /** The conversation goes; its host brings the next one to the front. */
    const move = () => {
      moveToColleague(host, pending);
      activate(host, { interactionId: other.id, focus: false });
    };
    const draft = (id = interaction.id) => draftOf(host.desktop.getState(), id);
    const sent = () => host.commands.calls.filter(({ command }) => command !== 'writeDraft');
    return { ...screen, host, move, draft, sent };
  }
  const pass = (host: TestHost, ms: number) => act(() => host.clock.advance(ms));

  test('in the closing window, which does not close in the middle of a word', async () => {
    const { host, draft, user, composer, move, getByRole } = await openTwo();
    await user.type(composer, 'The first');
    move();
    for (const character of ' half and the second') {
      await user.keyboard(character);
      pass(host, 300);
    }
    expect(getByRole('heading')).toHaveTextContent('Jo Demo');
    pass(host, 540);
    expect(getByRole('heading')).toHaveTextContent('Alex Demo');
    expect(draft()).toBe('The first half and the second');
  });

  test('Enter in the closing window sends nothing and keeps the text', async () => {
    const { host, draft, sent, user, composer, move } = await openTwo();
    await user.type(composer, 'Not for me to send');
    move();
    await user.keyboard('{Enter}');
    pass(host, 840);
    expect(sent()).toEqual([]);
    expect(draft()).toBe('Not for me to send');
  });

  test('after it has closed, and no key presses or writes anything else', async () => {
    const { host, draft, sent, user, composer, move, getByRole, focused } = await openTwo();
    await user.type(composer, 'One sentence');
    move();
    pass(host, 840);
    await Promise.resolve();
    expect(focused()).toBe(getByRole('heading', { name: 'Alex Demo' }));
    await user.keyboard(' goes on herr');
    await user.keyboard('{Backspace}e{Enter>3/}');
    await user.keyboard('And the next one');
    expect(draft()).toBe('One sentence goes on here\nAnd the next one');
    expect(draft(other.id)).toBe('');
    expect(sent()).toEqual([]);
  });

  test('also what Option and AltGr write', async () => {
    const { host, draft, user, composer, move } = await openTwo({ platform: 'apple' });
    await user.type(composer, 'Café ');
    move();
    pass(host, 840);
    await user.keyboard('{Alt>}å{/Alt}');
    await user.keyboard('{Alt>}{Shift>}Å{/Shift}{/Alt} ');
    await user.keyboard('{AltGraph>}€{/AltGraph}');
    expect(draft()).toBe('Café åÅ €');
  });

  test('also where nothing had been typed before, and when the window closes for another reason', async () => {
    const { host, draft, user, composer } = await openTwo();
    await user.click(composer);
    host.setState({ interactions: { [other.id]: other } });
    activate(host, { interactionId: other.id, focus: false });
    await user.keyboard('Hello Jo');
    expect(draft()).toBe('Hello Jo');
    expect(draft(other.id)).toBe('');
  });

  test.each([
    { name: 'a pause', end: (host: TestHost) => pass(host, 2000) },
    { name: 'a press of the pointer', end: () => fireEvent.pointerDown(document.body) },
    { name: 'another conversation', end: (host: TestHost) => activate(host, { interactionId: other.id, focus: true }) },
  ])('until $name', async ({ end }) => {
    const { host, draft, user, composer, move } = await openTwo();
    await user.type(composer, 'Done');
    move();
    pass(host, 840);
    end(host);
    await user.keyboard('late');
    expect(draft()).toBe('Done');
  });
});
