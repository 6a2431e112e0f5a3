import { within } from '@testing-library/react';
import type { Message } from '@baton/contracts';
import { aMessage, testStart } from '@baton/module-kit/testing';
import { hostWithConversation, interaction, open } from '../testing/open-window';
import { MessageText } from './message-text';

jest.mock('./message-text', () => {
  const actual = jest.requireActual<typeof import('./message-text')>('./message-text');
  return { MessageText: jest.fn(actual.MessageText) };
});

const drawn = jest.mocked(MessageText);
const conversation = (length: number): Message[] =>
  Array.from({ length }, (_, index) => aMessage({ index, at: testStart - length + index, text: `Number ${index}` }));
const of = (messages: readonly Message[]) => ({ conversations: { [interaction.id]: { messages, earlier: false } } });

test.each([50, 10_000])('of %i messages, one that arrives is the only one that is drawn', async (length) => {
  const messages = conversation(length);
  const host = hostWithConversation(of(messages));
  const { findByText, getByRole, getByText } = await open(host);
  await findByText(`Number ${length - 40}`);
  expect(within(getByRole('log')).getAllByRole('listitem').length).toBeLessThanOrEqual(80);
  drawn.mockClear();
  // A day later: it does not belong to the message before.
  host.setState(of([...messages, aMessage({ index: length, at: testStart + 86_400_000, text: 'One more' })]));
  expect(getByText('One more')).toBeVisible();
  expect(drawn).toHaveBeenCalledTimes(1);
});

test('the messages before are a press away', async () => {
  const host = hostWithConversation(of(conversation(200)));
  const { findByRole, getByRole, queryByText, user } = await open(host);
  expect(queryByText('Number 129')).toBeNull();
  await user.click(await findByRole('button', { name: 'Load earlier messages' }));
  expect(queryByText('Number 129')).toBeVisible();
  expect(getByRole('log')).toHaveAttribute('aria-live', 'off');
  await user.click(getByRole('button', { name: 'Go to the latest message' }));
  expect(queryByText('Number 199')).toBeVisible();
});

test('a text that comes while the agent reads far above is told of, though it is not in the page', async () => {
  const messages = conversation(200);
  const host = hostWithConversation(of(messages));
  const { findByRole, getByRole, queryByText, user } = await open(host);
  await user.click(await findByRole('button', { name: 'Load earlier messages' }));
  host.setState(of([...messages, aMessage({ index: 200, at: testStart, text: 'One more' })]));
  expect(queryByText('One more')).toBeNull();
  expect(host.adapters.announcements.map(({ text }) => text)).toEqual(['1 new message']);
  await user.click(getByRole('button', { name: '1 new message' }));
  expect(queryByText('One more')).toBeVisible();
});
