import { act, within } from '@testing-library/react';
import type { Message } from '@baton/contracts';
import { aMessage, aRefusal, aReply, anInteraction, axeViolations, testStart } from '@baton/module-kit/testing';
import type { TestHost } from '@baton/module-kit/testing';
import { activate, fill, heard, hostWithConversation, interaction, open } from '../testing/open-window';

const said: readonly Message[] = [
  aMessage({ index: 10, text: 'My invoice is wrong' }),
  aReply({ index: 11, text: 'Which Invoice is it?' }),
  aMessage({ index: 12, text: 'Number 7. <b>invoice</b>' }),
  aMessage({ index: 13, text: 'Thank you' }),
];
const conversation = (messages = said, earlier = false) => ({
  conversations: { [interaction.id]: { messages, earlier } },
});

/** Opens the window and, in it, the search. */
async function find(state: Parameters<typeof hostWithConversation>[0] = {}, messages?: TestHost['reads']['messages']) {
  const host = hostWithConversation({ ...conversation(), ...state });
  if (messages) host.reads = { ...host.reads, messages };
  const screen = await open(host);
  await screen.user.click(screen.getByRole('button', { name: 'Find in conversation' }));
  const field = screen.getByRole('searchbox', { name: 'Find in conversation' });
  await screen.findByRole('button', { name: 'Close search' });
  const marks = () => [...screen.container.querySelectorAll('mark')].map(({ textContent }) => textContent);
  const current = () => screen.container.querySelector('.sms-match-current')?.closest('li')?.textContent;
  const press = (keys: string) => screen.user.type(field, keys);
  const settle = () => act(() => host.clock.advance(500));
  return { ...screen, host, field, marks, current, press, settle };
}

test('marks all matches, newest first, and Enter goes back from one to the next', async () => {
  const { container, current, field, focused, getByText, marks, press } = await find();
  expect(focused()).toBe(field);
  fill(field, 'INVOICE');
  expect(marks()).toEqual(['invoice', 'Invoice', 'invoice']);
  expect(getByText('1 of 3')).toBeVisible();
  expect(current()).toContain('Number 7. <b>invoice</b>');
  await press('{Enter}');
  expect(getByText('2 of 3')).toBeVisible();
  expect(current()).toContain('Which Invoice');
  await press('{Shift>}{Enter}{Enter}{/Shift}');
  expect(getByText('3 of 3')).toBeVisible();
  expect(current()).toContain('My invoice');
  expect(await axeViolations(container)).toEqual([]);
});

test('the buttons do the same', async () => {
  const { field, getByRole, getByText, user } = await find();
  fill(field, 'invoice');
  await user.click(getByRole('button', { name: 'Earlier match' }));
  expect(getByText('2 of 3')).toBeVisible();
  await user.click(getByRole('button', { name: 'Later match' }));
  expect(getByText('1 of 3')).toBeVisible();
});

test('opens with its keys, which lead back to the field; Escape gives focus back and takes the marks away', async () => {
  const host = hostWithConversation(conversation());
  const { composer, container, findByRole, focused, getByRole, queryByRole, user } = await open(host);
  await user.click(composer);
  await user.keyboard('{Alt>}{Shift>}L{/Shift}{/Alt}');
  const field = getByRole('searchbox', { name: 'Find in conversation' });
  expect(focused()).toBe(field);
  fill(field, 'number');
  await user.click(await findByRole('log'));
  await user.keyboard('{Alt>}{Shift>}L{/Shift}{/Alt}');
  expect(focused()).toBe(field);
  fill(field, 'thank');
  expect(composer).toHaveValue('');
  expect(container.querySelector('mark')).toHaveTextContent('Thank');
  await user.type(field, '{Escape}');
  expect(queryByRole('search')).toBeNull();
  expect(container.querySelector('mark')).toBeNull();
  expect(focused()).toBe(composer);
});

test('says once what a settled query finds, and each step at once', async () => {
  const { field, host, press, settle } = await find();
  fill(field, 'invo');
  expect(heard(host)).toEqual([]);
  settle();
  expect(heard(host)).toEqual(['1 of 3. Jo Demo, 08:59: Number 7. <b>invoice</b>']);
  await press('{Enter}');
  act(() => host.clock.advance(0));
  expect(heard(host).at(-1)).toBe('2 of 3. You, 08:59: Which Invoice is it?');
  fill(field, 'xyz');
  settle();
  expect(heard(host).at(-1)).toBe('No matches. Check the spelling or use fewer words.');
  expect(heard(host)).toHaveLength(3);
});

test('without a match it says what to do', async () => {
  const { container, field, getByText, marks } = await find();
  fill(field, 'refund');
  expect(getByText('No matches')).toBeVisible();
  expect(getByText('Check the spelling or use fewer words.')).toBeVisible();
  expect(marks()).toEqual([]);
  expect(await axeViolations(container)).toEqual([]);
});

test('the log does not read out what is marked in it', async () => {
  const { field, getByRole, host } = await find();
  fill(field, 'invoice');
  expect(getByRole('log')).toHaveAttribute('aria-live', 'off');
  act(() => host.clock.advance(1000));
  expect(getByRole('log')).toHaveAttribute('aria-live', 'polite');
});

test('a message that comes in counts, and moves nothing', async () => {
  const { current, field, getByText, host, press, settle } = await find();
  fill(field, 'invoice');
  await press('{Enter}');
  const before = current();
  settle();
  const known = heard(host).length;
  host.setState(conversation([...said, aMessage({ index: 14, text: 'Any invoice?' })]));
  expect(getByText('3 of 4')).toBeVisible();
  expect(current()).toBe(before);
  expect(heard(host)).toHaveLength(known);
});

test('a match that is not in the page is brought into it', async () => {
  const long = Array.from({ length: 300 }, (_, index) =>
    aMessage({ index, at: testStart - 300 + index, text: `Number ${index}.` }),
  );
  const { current, field, getByText, queryByText } = await find(conversation(long));
  fill(field, 'number 17.');
  expect(getByText('1 of 1')).toBeVisible();
  expect(current()).toContain('Number 17.');
  expect(queryByText('Number 299.')).toBeNull();
});

test('it belongs to its conversation, and is gone when another one comes to the front', async () => {
  const other = anInteraction({ id: 'interaction-2' });
  const { field, getByText, host, queryByRole } = await find({ interactions: [interaction, other] });
  fill(field, 'invoice');
  expect(getByText('1 of 3')).toBeVisible();
  activate(host, { interactionId: other.id, focus: false });
  expect(queryByRole('search')).toBeNull();
  activate(host, { interactionId: interaction.id, focus: false });
  expect(queryByRole('search')).toBeNull();
});

describe('earlier messages', () => {
  /** Pages of one message each, down to `index` 0; those named say "invoice". */
  const pages =
    (matching: readonly number[], asked: number[] = []) =>
    ({ interactionId, before = 0 }: { interactionId: string; before?: number | undefined }) => {
      const index = before - 1;
      asked.push(index);
      const text = matching.includes(index) ? `Old invoice ${index}` : `Old ${index}`;
      const message = aMessage({ index, text, at: testStart - (200 - index) * 86_400_000 });
      return Promise.resolve({ ok: true as const, value: { interactionId, messages: [message], earlier: index > 0 } });
    };

  test('are loaded page by page, when the agent asks for it, until one matches', async () => {
    const asked: number[] = [];
    const { current, field, findByText, getByRole, getByText, user } = await find(
      conversation(said, true),
      pages([6], asked),
    );
    fill(field, 'invoice');
    expect(getByText('1 of 3')).toBeVisible();
    expect(asked).toEqual([]);
    await user.click(getByRole('button', { name: 'Search earlier messages' }));
    expect(await findByText('4 of 4')).toBeVisible();
    expect(asked).toEqual([9, 8, 7, 6]);
    expect(current()).toContain('Old invoice 6');
  });

  test('Enter at the oldest match asks for them, too; the first message ends the search', async () => {
    const asked: number[] = [];
    const { field, findByText, getByText, host, press, queryByRole } = await find(
      conversation([aMessage({ index: 3, text: 'My invoice' })], true),
      pages([1], asked),
    );
    fill(field, 'invoice');
    await press('{Enter}');
    expect(await findByText('2 of 2')).toBeVisible();
    await press('{Enter}');
    await act(async () => undefined);
    expect(asked).toEqual([2, 1, 0]);
    expect(queryByRole('button', { name: 'Search earlier messages' })).toBeNull();
    act(() => host.clock.advance(0));
    expect(heard(host).at(-1)).toContain('2 of 2. ');
    await press('{Enter}');
    expect(getByText('1 of 2')).toBeVisible();
  });

  test('no more than ten pages are asked for at a press, and it says how far back was searched', async () => {
    const asked: number[] = [];
    const { field, findByText, getByRole, host, user } = await find(
      conversation([aMessage({ index: 100, text: 'Hello' })], true),
      pages([], asked),
    );
    fill(field, 'invoice');
    await user.click(getByRole('button', { name: 'Search earlier messages' }));
    expect(await findByText(/^Searched back to .*\d/)).toBeVisible();
    await act(async () => undefined);
    expect(asked).toHaveLength(10);
    act(() => host.clock.advance(0));
    expect(heard(host).at(-1)).toMatch(/Searched back to .*\d/);
    expect(getByRole('button', { name: 'Search earlier messages' })).not.toHaveAttribute('aria-busy', 'true');
  });

  test('one request at a time, and none after the search was closed', async () => {
    const asked: number[] = [];
    let answer = (): void => undefined;
    const page = pages([], asked);
    const { field, getByRole, press, user } = await find(
      conversation(said, true),
      (query) => new Promise((resolve) => (answer = () => void page(query).then(resolve))),
    );
    fill(field, 'refund');
    await user.click(getByRole('button', { name: 'Search earlier messages' }));
    expect(getByRole('button', { name: 'Search earlier messages' })).toHaveAttribute('aria-busy', 'true');
    const first = answer;
    await user.click(getByRole('searchbox', { name: 'Find in conversation' }));
    await press('{Escape}');
    await act(async () => answer());
    expect(asked).toEqual([9]);
    expect(answer).toBe(first);
  });

  test('a failure says so, and offers to try again', async () => {
    let fails = true;
    const page = pages([9]);
    const { field, findByText, getByRole, host, user } = await find(conversation(said, true), (query) =>
      fails ? Promise.resolve(aRefusal()) : page(query),
    );
    fill(field, 'old');
    await user.click(getByRole('button', { name: 'Search earlier messages' }));
    const search = within(getByRole('search'));
    expect(await search.findByText('Earlier messages did not load')).toBeVisible();
    await act(async () => undefined);
    act(() => host.clock.advance(0));
    expect(heard(host).at(-1)).toBe('No matches. Earlier messages did not load');
    fails = false;
    await user.click(search.getByRole('button', { name: 'Try again' }));
    expect(await findByText('1 of 1')).toBeVisible();
  });
});
