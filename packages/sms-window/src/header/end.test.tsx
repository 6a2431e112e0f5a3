import { act, within } from '@testing-library/react';
import {
  aRefusal,
  aTransfer,
  anInteraction,
  axeViolations,
  byId,
  demoColleague,
  testStart,
} from '@baton/module-kit/testing';
import {
  activate,
  heard,
  hostWithConversation,
  interaction,
  moveToColleague,
  open,
  setTransfer,
} from '../testing/open-window';

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

describe('while someone is invited to take it over', () => {
  const invited = { shownTransfers: { [interaction.id]: aTransfer() } };
  const openDialog = async () => {
    const host = hostWithConversation(invited);
    const screen = await open(host);
    await screen.user.click(screen.getByRole('button', { name: 'End' }));
    return { host, ...screen };
  };
  const title = 'End this conversation?';

  test('the dialog says that the invitation goes too', async () => {
    const { getByText, container } = await openDialog();
    expect(
      getByText('The invitation to Bianca Okafor will be withdrawn. Jo Demo can start a new one by texting again.'),
    ).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });

  test('an invitation that ends meanwhile is no longer spoken of', async () => {
    const { host, getByText, queryByText } = await openDialog();
    setTransfer(host, { ...aTransfer(), state: 'declined', version: 2, endedAt: testStart });
    expect(queryByText(/will be withdrawn/)).toBeNull();
    expect(getByText(title)).toBeVisible();
  });

  test('the dialog closes when the invitation is accepted, and nothing is ended', async () => {
    const { host, getByRole, queryByText } = await openDialog();
    const confirm = getByRole('button', { name: 'End conversation' });
    moveToColleague(host, aTransfer());
    act(() => confirm.click());
    expect(queryByText(title)).toBeNull();
    expect(host.commands.calls).toEqual([]);
  });

  test('a press that comes before the acceptance is drawn ends nothing', async () => {
    const { host, getByRole } = await openDialog();
    const confirm = getByRole('button', { name: 'End conversation' });
    act(() => {
      moveToColleague(host, aTransfer());
      confirm.click();
    });
    expect(host.commands.calls).toEqual([]);
  });

  test('the dialog stays closed when the conversation comes back', async () => {
    const { host, queryByText, getByRole } = await openDialog();
    moveToColleague(host, aTransfer());
    host.clock.advance(1000);
    host.setState({
      interactions: byId(anInteraction({ version: 9, assignedAt: testStart + 5000 })),
      shownTransfers: {},
    });
    activate(host, { interactionId: interaction.id, focus: false });
    expect(getByRole('button', { name: 'End' })).toBeVisible();
    expect(queryByText(title)).toBeNull();
  });
});

test('the dialog closes when the customer ends the conversation', async () => {
  const host = hostWithConversation();
  const { getByRole, queryByText, user } = await open(host);
  await user.click(getByRole('button', { name: 'End' }));
  host.setState({ interactions: byId(anInteraction({ state: 'ended', capabilities: ['complete'] })) });
  expect(queryByText('End this conversation?')).toBeNull();
  await user.click(getByRole('button', { name: 'Close' }));
  expect(host.commands.inputsOf('completeInteraction')).toHaveLength(1);
});

test('nothing can be confirmed while the connection is lost, and the dialog says why', async () => {
  const host = hostWithConversation();
  const { getByRole, user } = await open(host);
  await user.click(getByRole('button', { name: 'End' }));
  host.setState({ connection: { state: 'connectionLost', since: testStart } });
  const confirm = getByRole('button', { name: 'End conversation' });
  expect(confirm).toHaveAccessibleDescription('Not possible while the connection is lost');
  await user.click(confirm);
  expect(host.commands.calls).toEqual([]);
});

test('End waits while a transfer is being asked for', async () => {
  const host = hostWithConversation({ shownTransfers: { [interaction.id]: { ...aTransfer(), state: 'requesting' } } });
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

const ended = { interactions: [anInteraction({ state: 'ended' as const, capabilities: ['complete' as const] })] };

test('what is typed in a conversation that has ended does not close it', async () => {
  const host = hostWithConversation(ended);
  const { getByText, focused, user } = await open(host);
  activate(host, { interactionId: interaction.id, focus: true });
  expect(focused()).toBe(getByText('This conversation has ended', { selector: '.sms-readonly p' }));
  await user.keyboard('Hi Olu {Enter}');
  expect(host.commands.calls).toEqual([]);
});

test('Enter after a banner was dismissed does not close a conversation that has ended', async () => {
  const host = hostWithConversation(ended);
  setTransfer(host, { ...aTransfer(), state: 'declined', version: 2, endedAt: testStart });
  const { getByRole, user } = await open(host);
  await user.click(getByRole('button', { name: /^Dismiss/ }));
  await user.keyboard('{Enter} ');
  expect(host.commands.inputsOf('completeInteraction')).toEqual([]);
});

describe('dispositions', () => {
  const choices = [
    { id: 'refunded', label: 'Refunded' },
    { id: 'explained', label: 'Explained' },
  ];
  const field = 'Disposition';

  async function openEnding(changes: Parameters<typeof anInteraction>[0]) {
    const host = hostWithConversation({ interactions: [anInteraction(changes)] });
    const screen = await open(host);
    const sent = () => host.commands.inputsOf('completeInteraction');
    return { ...screen, host, sent };
  }

  test('one that is required blocks the end, with the reason, until it is chosen', async () => {
    const dispositions = { choices, required: true };
    const { container, getByRole, getByText, sent, user } = await openEnding({ dispositions });
    await user.click(getByRole('button', { name: 'End' }));
    const end = getByRole('button', { name: 'End conversation' });
    expect(end).toHaveAccessibleDescription('Choose a disposition first');
    await user.click(end);
    expect(sent()).toEqual([]);
    expect(getByText('End this conversation?')).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
    await user.selectOptions(getByRole('combobox', { name: field }), 'Explained');
    await user.click(end);
    expect(sent()).toEqual([{ interactionId: interaction.id, disposition: 'explained' }]);
  });

  test('what has been sent cannot be changed until the answer has come', async () => {
    const { getByRole, host, user } = await openEnding({ dispositions: { choices } });
    host.commands.answer('completeInteraction', new Promise(() => undefined));
    await user.click(getByRole('button', { name: 'End' }));
    await user.click(getByRole('button', { name: 'End conversation' }));
    expect(getByRole('combobox', { name: field })).toBeDisabled();
  });

  test('one that may be chosen need not be', async () => {
    const { getByRole, sent, user } = await openEnding({ dispositions: { choices } });
    await user.click(getByRole('button', { name: 'End' }));
    expect(getByRole('combobox', { name: field })).toHaveDisplayValue('None');
    await user.click(getByRole('button', { name: 'End conversation' }));
    expect(sent()).toEqual([{ interactionId: interaction.id }]);
  });

  test('a queue that requires one and names none traps nobody', async () => {
    const { getByRole, sent, user } = await openEnding({ dispositions: { choices: [], required: true } });
    await user.click(getByRole('button', { name: 'End' }));
    await user.click(getByRole('button', { name: 'End conversation' }));
    expect(sent()).toEqual([{ interactionId: interaction.id }]);
  });

  test('what was chosen is kept while the agent goes back to the conversation', async () => {
    const { getByRole, user } = await openEnding({ dispositions: { choices, required: true } });
    await user.click(getByRole('button', { name: 'End' }));
    await user.selectOptions(getByRole('combobox', { name: field }), 'Refunded');
    await user.click(getByRole('button', { name: 'Keep open' }));
    await user.click(getByRole('button', { name: 'End' }));
    expect(getByRole('combobox', { name: field })).toHaveDisplayValue('Refunded');
  });

  test('a conversation that has ended asks for it before it is closed', async () => {
    const { getByRole, getByText, queryByText, sent, user } = await openEnding({
      state: 'ended',
      capabilities: ['complete'],
      dispositions: { choices, required: true },
    });
    await user.click(getByRole('button', { name: 'Close' }));
    expect(sent()).toEqual([]);
    expect(getByText('Close this conversation?')).toBeVisible();
    expect(queryByText(/can start a new one/)).toBeNull();
    await user.selectOptions(getByRole('combobox', { name: field }), 'Refunded');
    await user.click(within(getByRole('dialog')).getByRole('button', { name: 'Close' }));
    expect(sent()).toEqual([{ interactionId: interaction.id, disposition: 'refunded' }]);
  });

  test('a choice that the backend takes back is chosen no longer', async () => {
    const { getByRole, host, user } = await openEnding({ dispositions: { choices, required: true } });
    await user.click(getByRole('button', { name: 'End' }));
    await user.selectOptions(getByRole('combobox', { name: field }), 'Refunded');
    const left = anInteraction({ version: 9, dispositions: { choices: choices.slice(1), required: true } });
    host.setState({ interactions: byId(left) });
    expect(getByRole('button', { name: 'End conversation' })).toHaveAccessibleDescription('Choose a disposition first');
  });
});
