import { act } from '@testing-library/react';
import { aRefusal, aTransfer, anInteraction, axeViolations, demoColleague } from '@baton/module-kit/testing';
import { heard, hostWithConversation, interaction, open } from '../testing/open-window';

test('End asks first, then completes', async () => {
  const host = hostWithConversation();
  const { getByRole, getByText, user } = await open(host);
  await user.click(getByRole('button', { name: 'End' }));
  expect(getByText('Jo Demo can start a new one by texting again.')).toBeInTheDocument();
  await user.click(getByRole('button', { name: 'Keep open' }));
  expect(host.commands.calls).toEqual([]);
  await user.click(getByRole('button', { name: 'End' }));
  await user.click(getByRole('button', { name: 'End conversation' }));
  expect(host.commands.inputsOf('completeInteraction')).toEqual([{ interactionId: interaction.id }]);
});

test('an end that was refused says so and keeps the window', async () => {
  const host = hostWithConversation();
  host.commands.answer('completeInteraction', aRefusal({ reference: 'ref-3' }));
  const { getByRole, findByRole, user } = await open(host);
  await user.click(getByRole('button', { name: 'End' }));
  await user.click(getByRole('button', { name: 'End conversation' }));
  expect(await findByRole('group', { name: /The conversation did not end/ })).toHaveTextContent('Reference ref-3');
  expect(getByRole('textbox')).toBeVisible();
});

test('an end without an answer claims neither that it worked nor that it did not', async () => {
  const host = hostWithConversation();
  host.commands.answer('completeInteraction', aRefusal({ code: 'unknown_outcome', reference: 'ref-4' }));
  const { getByRole, findByRole, user } = await open(host);
  await user.click(getByRole('button', { name: 'End' }));
  await user.click(getByRole('button', { name: 'End conversation' }));
  expect(await findByRole('group', { name: /The contact centre did not answer in time/ })).toHaveTextContent(
    'If the conversation has ended, its window closes by itself. Otherwise try again in a moment. Reference ref-4.',
  );
});

test('nothing is said to have failed when the conversation has ended all the same', async () => {
  const host = hostWithConversation();
  let giveUp = () => {};
  host.commands.answer(
    'completeInteraction',
    new Promise((resolve) => (giveUp = () => resolve(aRefusal({ code: 'unknown_outcome' })))),
  );
  const { getByRole, findByText, user } = await open(host);
  await user.click(getByRole('button', { name: 'End' }));
  await user.click(getByRole('button', { name: 'End conversation' }));
  host.setState({ interactions: {} });
  await findByText('No conversation open');
  await act(async () => giveUp());
  expect(heard(host)).toEqual([]);
});

test('End waits while a transfer is being asked for', async () => {
  const host = hostWithConversation({ transfers: { [interaction.id]: { ...aTransfer(), state: 'requesting' } } });
  const { getByRole } = await open(host);
  expect(getByRole('button', { name: 'End' })).toHaveAccessibleDescription('Sending the invitation to Bianca Okafor');
});

test('a conversation that has ended can be read and closed', async () => {
  const host = hostWithConversation({
    interactions: [anInteraction({ state: 'ended', capabilities: ['complete'], receivedFrom: demoColleague })],
  });
  const { getByRole, getByText, queryByRole, container, user } = await open(host);
  expect(queryByRole('textbox')).toBeNull();
  expect(getByText('This conversation has ended', { selector: '.sms-readonly p' })).toBeVisible();
  expect(await axeViolations(container)).toEqual([]);
  await user.click(getByRole('button', { name: 'Close' }));
  expect(host.commands.inputsOf('completeInteraction')).toEqual([{ interactionId: interaction.id }]);
});
