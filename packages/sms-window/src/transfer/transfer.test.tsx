import { act } from '@testing-library/react';
import {
  aRefusal,
  aTargetRef,
  aTransfer,
  anAgent,
  anInteraction,
  axeViolations,
  byId,
  capabilities,
  demoColleague,
  spokenIn,
  testStart,
} from '@baton/module-kit/testing';
import {
  activate,
  answerPicks,
  heard,
  hostWithConversation,
  interaction,
  open,
  setTransfer,
} from '../testing/open-window';

const pending = aTransfer();
const ended = { ...pending, endedAt: testStart };
const withTransfer = (transfer: Parameters<typeof setTransfer>[1]) =>
  hostWithConversation({ shownTransfers: { [interaction.id]: transfer } });

describe('without a target that the conversation could go to', () => {
  const why = 'There are no targets that this conversation can be transferred to';

  test.each([
    ['the backend has none', { capabilities: capabilities({ targetKinds: [] }) }],
    ['the conversation may go to none', { interactions: [anInteraction({ transferKinds: [] })] }],
  ])('Transfer is disabled and says why: %s', async (_what, state) => {
    const host = hostWithConversation(state);
    const asked = answerPicks(host);
    const { getByRole, user } = await open(host);
    const transfer = getByRole('button', { name: 'Transfer' });
    expect(transfer).toHaveAttribute('aria-disabled', 'true');
    expect(transfer).toHaveAccessibleDescription(why);
    await user.keyboard('{Alt>}{Shift>}T{/Shift}{/Alt}');
    expect(asked).toEqual([]);
    expect(heard(host)).toEqual([why]);
  });

  test('what came by transfer can still be given back', async () => {
    const received = anInteraction({ transferKinds: [], receivedFrom: { id: 'cleo', name: 'Cleo Demo' } });
    const { getByRole } = await open(hostWithConversation({ interactions: [received] }));
    expect(getByRole('button', { name: 'Transfer' })).toHaveAttribute('aria-disabled', 'true');
    expect(getByRole('button', { name: 'Return to Cleo Demo' })).not.toHaveAttribute('aria-disabled');
  });
});

describe('giving a conversation back', () => {
  const from = { id: 'cleo', name: 'Cleo Demo' };
  const received = { ...interaction, receivedFrom: from };
  const hostWithReceived = (state: Parameters<typeof hostWithConversation>[0] = {}) =>
    hostWithConversation({ interactions: [received], ...state });

  test('one click returns it to whoever handed it over, and focus goes to the composer', async () => {
    const host = hostWithReceived();
    const { getByRole, focused, user } = await open(host);
    await user.click(getByRole('button', { name: 'Return to Cleo Demo' }));
    expect(host.commands.inputsOf('returnInteraction')).toEqual([{ interactionId: interaction.id }]);
    expect(host.commands.inputsOf('startTransfer')).toEqual([]);
    expect(focused()).toBe(getByRole('textbox'));
  });

  test('is not offered for what came from a queue', async () => {
    const inbound = await open(hostWithConversation());
    expect(inbound.queryByRole('button', { name: /Return to/ })).toBeNull();
  });

  test('waits while a transfer is under way', async () => {
    const { getByRole } = await open(hostWithReceived({ shownTransfers: { [interaction.id]: pending } }));
    expect(getByRole('button', { name: 'Return to Cleo Demo' })).toHaveAttribute('aria-disabled', 'true');
  });

  test('a return that nobody answered is tried again as a return', async () => {
    const expired = { ...pending, target: { kind: 'agent', ...from }, state: 'expired', endedAt: testStart } as const;
    const host = hostWithReceived({ shownTransfers: { [interaction.id]: expired } });
    const { getByRole, user } = await open(host);
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(host.commands.inputsOf('returnInteraction')).toEqual([{ interactionId: interaction.id }]);
  });
});

describe('finding a target', () => {
  test('SW-06 Transfer asks Team Communicator, and is expanded meanwhile', async () => {
    const host = hostWithConversation();
    const asked = answerPicks(host);
    const { getByRole, user } = await open(host);
    const button = getByRole('button', { name: 'Transfer' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(asked).toMatchObject([
      { interactionId: interaction.id, kinds: ['agent', 'agentGroup', 'skill', 'queue', 'routingPoint'] },
    ]);
  });

  test('SW-07 the choice starts the transfer, and focus goes to the composer', async () => {
    const host = hostWithConversation();
    const asked = answerPicks(host);
    const { getByRole, focused, user } = await open(host);
    await user.click(getByRole('button', { name: 'Transfer' }));
    await asked[0]?.answer({ action: 'smsTransfer', target: aTargetRef() });
    expect(host.commands.inputsOf('startTransfer')).toEqual([{ interactionId: interaction.id, target: aTargetRef() }]);
    expect(focused()).toBe(getByRole('textbox'));
    expect(getByRole('button', { name: 'Transfer' })).toHaveAttribute('aria-expanded', 'false');
  });

  test('what else was done with a target starts no transfer', async () => {
    const host = hostWithConversation();
    const asked = answerPicks(host);
    const { getByRole, user } = await open(host);
    await user.click(getByRole('button', { name: 'Transfer' }));
    await asked[0]?.answer({ action: 'crm.call', target: aTargetRef() });
    expect(host.commands.calls).toEqual([]);
    expect(getByRole('button', { name: 'Transfer' })).toHaveAttribute('aria-expanded', 'false');
  });

  test.each(['click', 'Escape'])('a second %s withdraws the question', async (how) => {
    const host = hostWithConversation();
    const asked = answerPicks(host);
    const { getByRole, focused, user } = await open(host);
    const button = getByRole('button', { name: 'Transfer' });
    await user.click(button);
    await (how === 'click' ? user.click(button) : user.keyboard('{Escape}'));
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(button).toHaveAttribute('aria-expanded', 'false');
    expect(focused()).toBe(button);
    expect(host.commands.calls).toEqual([]);
  });

  test('giving up in Team Communicator brings focus back to Transfer', async () => {
    const host = hostWithConversation();
    const asked = answerPicks(host);
    const { getByRole, focused, user } = await open(host);
    await user.click(getByRole('button', { name: 'Transfer' }));
    await asked[0]?.answer({ action: 'dismissed' });
    expect(focused()).toBe(getByRole('button', { name: 'Transfer' }));
    expect(host.commands.calls).toEqual([]);
  });

  test('a question nobody can answer is a problem with words', async () => {
    const host = hostWithConversation();
    host.bus.respond('target.pick', () => {
      throw new Error('did not load');
    });
    const { getByRole, findByRole, queryByRole, user } = await open(host);
    await user.click(getByRole('button', { name: 'Transfer' }));
    await findByRole('group', { name: /Team Communicator did not open/ });
    expect(host.adapters.announcements).toMatchObject([{ priority: 'assertive' }]);
    await user.click(getByRole('button', { name: 'Dismiss: Team Communicator did not open' }));
    expect(queryByRole('group', { name: /did not open/ })).toBeNull();
  });

  test('a transfer that another window has started withdraws the question', async () => {
    const host = hostWithConversation();
    const asked = answerPicks(host);
    const { getByRole, user } = await open(host);
    await user.click(getByRole('button', { name: 'Transfer' }));
    setTransfer(host, pending);
    expect(asked[0]?.signal.aborted).toBe(true);
  });

  test('the shortcut does what the button does', async () => {
    const host = hostWithConversation();
    const asked = answerPicks(host);
    const { getByRole, user } = await open(host);
    expect(getByRole('button', { name: 'Transfer' })).toHaveAttribute('aria-keyshortcuts', 'Alt+Shift+T');
    await user.keyboard('{Alt>}{Shift>}t{/Shift}{/Alt}');
    expect(asked).toHaveLength(1);
  });
});

describe('SW-06 Transfer is focusable and says why it is not possible', () => {
  test.each([
    ['pending', { shownTransfers: { [interaction.id]: pending } }, 'Waiting for Bianca Okafor to accept'],
    [
      'requesting',
      { shownTransfers: { [interaction.id]: { ...pending, state: 'requesting' } } },
      'Sending the invitation to Bianca Okafor',
    ],
    [
      'connection lost',
      { connection: { state: 'connectionLost', since: 0 } },
      'Not possible while the connection is lost',
    ],
    [
      'not allowed by the role',
      { agent: anAgent({ privileges: { transfer: false } }) },
      'Your role does not allow you to transfer conversations',
    ],
    ['not allowed', { interactions: [anInteraction({ capabilities: [] })] }, 'You cannot transfer this conversation'],
  ] as const)('%s', async (_name, state, reason) => {
    const host = hostWithConversation(state);
    const asked = answerPicks(host);
    const { getByRole, focused, user } = await open(host);
    const button = getByRole('button', { name: 'Transfer' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription(reason);
    button.focus();
    expect(focused()).toBe(button);
    await user.keyboard('{Enter}');
    expect(asked).toEqual([]);
    await user.keyboard('{Alt>}{Shift>}t{/Shift}{/Alt}');
    expect(heard(host)).toContain(reason);
  });

  test('each reason is said, however soon it follows another; keys held down repeat none', async () => {
    const host = withTransfer(pending);
    const spoken = spokenIn(host);
    const { user } = await open(host);
    await user.keyboard('{Alt>}{Shift>}{t>3/}{/Shift}{/Alt}');
    host.setState({ connection: { state: 'connectionLost', since: 0 } });
    await user.keyboard('{Alt>}{Shift>}{c>3/}{/Shift}{/Alt}');
    host.clock.advance(250);
    expect(spoken()).toEqual(['Waiting for Bianca Okafor to accept', 'Not possible while the connection is lost']);
  });
});

describe('a pending transfer', () => {
  test('SW-07 is announced with its time, and counted down in backend time', async () => {
    const host = hostWithConversation({ clockOffset: 5000 });
    const { getByRole, queryByRole } = await open(host);
    setTransfer(host, { ...pending, expiresAt: testStart + 35_000 });
    expect(heard(host)).toEqual(['Invitation sent to Bianca Okafor. 30 seconds to answer.']);
    expect(getByRole('timer')).toHaveTextContent('30 s left.');
    host.clock.advance(12_000);
    expect(getByRole('timer')).toHaveTextContent('18 s left.');
    host.clock.advance(18_000);
    expect(queryByRole('timer')).toBeNull();
    expect(getByRole('group', { name: /Waiting/ })).toHaveTextContent('Checking');
    host.clock.advance(2000);
    expect(getByRole('group', { name: /Waiting/ })).not.toHaveTextContent('Checking');
    expect(getByRole('group', { name: /Waiting/ })).toHaveTextContent('You still own this conversation.');
  });

  test('has no countdown while the connection is lost', async () => {
    const host = withTransfer(pending);
    const { getByRole, queryByRole } = await open(host);
    host.setState({ connection: { state: 'connectionLost', since: testStart } });
    expect(queryByRole('timer')).toBeNull();
    expect(getByRole('group', { name: /Waiting/ })).toHaveTextContent('Checking');
    expect(getByRole('button', { name: 'Cancel transfer' })).toHaveAccessibleDescription(
      'Not possible while the connection is lost',
    );
  });

  test('extended: says who asked for more time', async () => {
    const host = withTransfer(pending);
    const { getByRole } = await open(host);
    setTransfer(host, { ...pending, extensions: 1, expiresAt: testStart + 60_000 });
    expect(getByRole('group', { name: /Waiting/ })).toHaveTextContent('60 s left. Bianca Okafor asked for more time.');
    expect(heard(host)).toEqual(['Bianca Okafor asked for more time.']);
  });

  test('Cancel transfer cancels, focus goes to the composer, the confirmation goes by itself', async () => {
    const host = withTransfer(pending);
    const { getByRole, queryByRole, focused, user } = await open(host);
    await user.click(getByRole('button', { name: 'Cancel transfer' }));
    expect(host.commands.inputsOf('cancelTransfer')).toEqual([{ transferId: 'transfer-1' }]);
    expect(focused()).toBe(getByRole('textbox'));
    setTransfer(host, { ...ended, state: 'cancelled' });
    expect(getByRole('group', { name: /Transfer cancelled/ })).toBeVisible();
    host.clock.advance(5000);
    expect(queryByRole('group', { name: /Transfer cancelled/ })).toBeNull();
    expect(getByRole('button', { name: 'Transfer' })).not.toHaveAttribute('aria-disabled');
  });

  test('a cancel that came too late says so and is no problem', async () => {
    const host = withTransfer(pending);
    host.commands.answer('cancelTransfer', aRefusal({ code: 'too_late' }));
    const { getByRole, user } = await open(host);
    await user.click(getByRole('button', { name: 'Cancel transfer' }));
    setTransfer(host, { ...ended, state: 'accepted', acceptedBy: demoColleague });
    expect(getByRole('group', { name: /Bianca Okafor accepted before you cancelled/ })).toBeVisible();
    expect(heard(host)).toEqual(['Bianca Okafor accepted before you cancelled']);
  });

  test('a cancel that nobody answered is no problem once the transfer is over', async () => {
    const host = withTransfer(pending);
    let giveUp: () => void = () => undefined;
    host.commands.answer(
      'cancelTransfer',
      new Promise((resolve) => (giveUp = () => resolve(aRefusal({ code: 'unknown_outcome' })))),
    );
    const { getByRole, queryByRole, user } = await open(host);
    await user.click(getByRole('button', { name: 'Cancel transfer' }));
    setTransfer(host, { ...ended, state: 'declined' });
    await act(async () => giveUp());
    expect(getByRole('group', { name: /declined the transfer/ })).toBeVisible();
    expect(queryByRole('group', { name: /could not be cancelled/ })).toBeNull();
  });

  test('a cancel that was refused says so', async () => {
    const host = withTransfer(pending);
    host.commands.answer('cancelTransfer', aRefusal({ code: 'backend_unavailable', reference: 'ref-5' }));
    const { getByRole, findByRole, user } = await open(host);
    await user.click(getByRole('button', { name: 'Cancel transfer' }));
    expect(await findByRole('group', { name: /could not be cancelled/ })).toHaveTextContent('Reference ref-5');
    expect(getByRole('group', { name: /Waiting/ })).toBeVisible();
  });

  test.each(['before', 'while'])(
    'a cancel that was refused %s another conversation is in front says so when the agent is back',
    async (when) => {
      const host = withTransfer(pending);
      const other = anInteraction({ id: 'interaction-9' });
      host.setState(({ interactions }) => ({ interactions: { ...interactions, [other.id]: other } }));
      let refuse: () => void = () => undefined;
      host.commands.answer(
        'cancelTransfer',
        new Promise((resolve) => (refuse = () => resolve(aRefusal({ code: 'backend_unavailable' })))),
      );
      const { getByRole, queryByRole, user } = await open(host);
      await user.click(getByRole('button', { name: 'Cancel transfer' }));
      if (when === 'before') await act(async () => refuse());
      activate(host, { interactionId: other.id, focus: true });
      if (when === 'while') await act(async () => refuse());
      expect(queryByRole('group', { name: /could not be cancelled/ })).toBeNull();

      activate(host, { interactionId: pending.interactionId, focus: true });
      expect(getByRole('group', { name: /could not be cancelled/ })).toBeVisible();
      await user.click(getByRole('button', { name: /^Dismiss: The transfer could not be cancelled/ }));
      activate(host, { interactionId: other.id, focus: true });
      activate(host, { interactionId: pending.interactionId, focus: true });
      expect(queryByRole('group', { name: /could not be cancelled/ })).toBeNull();
    },
  );

  test('the shortcut cancels', async () => {
    const host = withTransfer(pending);
    const { user } = await open(host);
    await user.keyboard('{Alt>}{Shift>}c{/Shift}{/Alt}');
    expect(host.commands.inputsOf('cancelTransfer')).toHaveLength(1);
  });

  test.each([
    [
      'while the connection is lost',
      { connection: { state: 'connectionLost', since: testStart } },
      ['Not possible while the connection is lost'],
    ],
    ['where the contact centre cannot', { capabilities: capabilities({ cancelPendingTransfer: false }) }, []],
  ] as const)('the shortcut does no more than the button can: %s', async (_, state, said) => {
    const host = withTransfer(pending);
    host.setState(state);
    const { user } = await open(host);
    await user.keyboard('{Alt>}{Shift>}c{/Shift}{/Alt}');
    expect(host.commands.calls).toEqual([]);
    expect(heard(host)).toEqual(said);
  });
});

describe('after a transfer that did not work', () => {
  test('SW-08 declined: banner, focus unchanged, one assertive announcement, everything typed is there', async () => {
    const host = withTransfer(pending);
    const { getByRole, focused, user } = await open(host);
    const composer = getByRole('textbox');
    await user.type(composer, 'While I wait');
    setTransfer(host, { ...ended, state: 'declined' });
    expect(getByRole('group', { name: /Bianca Okafor declined the transfer/ })).toHaveTextContent(
      'You still own this conversation. Choose another target or keep helping Jo Demo.',
    );
    expect(focused()).toBe(composer);
    expect(composer).toHaveValue('While I wait');
    expect(host.adapters.announcements.filter(({ priority }) => priority === 'assertive')).toHaveLength(1);
    expect(getByRole('button', { name: 'Transfer' })).not.toHaveAttribute('aria-disabled');
  });

  test('Try again invites the same target', async () => {
    const host = withTransfer({ ...ended, state: 'expired' });
    const { getByRole, focused, user } = await open(host);
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(host.commands.inputsOf('startTransfer')).toEqual([{ interactionId: interaction.id, target: aTargetRef() }]);
    expect(focused()).toBe(getByRole('textbox'));
  });

  test('Find another target asks Team Communicator', async () => {
    const host = withTransfer({ ...ended, state: 'declined' });
    const asked = answerPicks(host);
    const { getByRole, user } = await open(host);
    await user.click(getByRole('button', { name: 'Find another target' }));
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['Find another target', { ...ended, state: 'declined' }],
    ['Transfer', undefined],
  ] as const)('%s pressed twice before anything is drawn asks once', async (name, transfer) => {
    const host = transfer ? withTransfer(transfer) : hostWithConversation();
    const asked = answerPicks(host);
    const { getByRole } = await open(host);
    const button = getByRole('button', { name });
    act(() => {
      button.click();
      button.click();
    });
    expect(asked).toHaveLength(1);
    expect(getByRole('button', { name: 'Transfer' })).toHaveAttribute('aria-expanded', 'true');
    await asked[0]?.answer({ action: 'smsTransfer', target: aTargetRef() });
    expect(host.commands.inputsOf('startTransfer')).toHaveLength(1);
  });

  test('Find another target calls for the open panel again', async () => {
    const host = withTransfer({ ...ended, state: 'declined' });
    const asked = answerPicks(host);
    const { getByRole } = await open(host);
    const button = getByRole('button', { name: 'Find another target' });
    act(() => button.click());
    act(() => button.click());
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  });

  test.each([
    ['declined', { ...ended, state: 'declined' }],
    ['expired', { ...ended, state: 'expired' }],
    ['refused', { ...ended, state: 'refused', reason: 'server', reference: 'ref-1' }],
  ] as const)('%s offers no next step once the conversation has ended', async (_, transfer) => {
    const host = withTransfer(transfer);
    const { getByRole, queryByText, queryByRole } = await open(host);
    host.setState({ interactions: byId(anInteraction({ state: 'ended', capabilities: ['complete'] })) });
    expect(getByRole('group', { name: /The conversation with Jo Demo ended/ })).toBeVisible();
    expect(getByRole('button', { name: /^Dismiss/ })).toBeVisible();
    expect(queryByText(/You still own this conversation/)).toBeNull();
    for (const name of ['Find another target', 'Try again']) expect(queryByRole('button', { name })).toBeNull();
  });

  test('what the button in the header cannot do, those of a banner cannot', async () => {
    const host = withTransfer({ ...ended, state: 'expired' });
    host.setState({ interactions: byId(anInteraction({ capabilities: ['sendMessage', 'complete'] })) });
    const { getByRole, user } = await open(host);
    for (const name of ['Try again', 'Find another target']) {
      const button = getByRole('button', { name });
      expect(button).toHaveAccessibleDescription('You cannot transfer this conversation');
      await user.click(button);
    }
    expect(host.commands.calls).toEqual([]);
  });

  describe('Try again after an outcome that is not known', () => {
    const unknown = { ...ended, state: 'refused', reason: 'unknownOutcome', reference: 'ref-1', version: 3 } as const;
    const question = 'Bianca Okafor may have been invited already. Invite Bianca Okafor once more?';

    test('invites once more when the agent has been told that it may be the second time', async () => {
      const host = withTransfer(unknown);
      const { getByRole, container, user } = await open(host);
      await user.click(getByRole('button', { name: 'Try again' }));
      expect(host.commands.inputsOf('startTransfer')).toEqual([]);
      expect(getByRole('group', { name: /It is not known what became of/ })).toHaveTextContent(question);
      expect(heard(host)).toEqual([question]);
      expect(await axeViolations(container)).toEqual([]);
      await user.click(getByRole('button', { name: 'Invite again' }));
      expect(host.commands.inputsOf('startTransfer')).toEqual([
        { interactionId: interaction.id, target: aTargetRef() },
      ]);
    });

    test('a double click invites nobody; the button keeps the focus', async () => {
      const host = withTransfer(unknown);
      const { getByRole, focused, user } = await open(host);
      await user.dblClick(getByRole('button', { name: 'Try again' }));
      expect(focused()).toBe(getByRole('button', { name: 'Invite again' }));
      expect(host.commands.inputsOf('startTransfer')).toEqual([]);
    });

    test('asks nothing where the backend makes the two one', async () => {
      const { version: _version, ...unanswered } = unknown;
      const host = withTransfer(unanswered);
      const { getByRole, user } = await open(host);
      await user.click(getByRole('button', { name: 'Try again' }));
      expect(host.commands.inputsOf('startTransfer')).toHaveLength(1);
    });

    test('invites nobody while the connection is lost', async () => {
      const host = withTransfer(unknown);
      const { getByRole, user } = await open(host);
      await user.click(getByRole('button', { name: 'Try again' }));
      host.setState({ connection: { state: 'connectionLost', since: 0 } });
      await user.click(getByRole('button', { name: 'Invite again' }));
      expect(host.commands.inputsOf('startTransfer')).toEqual([]);
    });
  });

  test('Dismiss names what it dismisses', async () => {
    const host = withTransfer({ ...ended, state: 'declined' });
    const { getByRole, focused, user } = await open(host);
    await user.click(getByRole('button', { name: 'Dismiss: Bianca Okafor declined the transfer' }));
    expect(host.commands.inputsOf('dismissTransfer')).toEqual([interaction.id]);
    expect(focused()).toBe(getByRole('textbox'));
  });

  test.each([
    ['declined', { ...ended, state: 'declined' }],
    ['expired', { ...ended, state: 'expired' }],
    ['refused', { ...ended, state: 'refused', reason: 'unknownOutcome', reference: 'ref-1' }],
    ['requesting', { ...pending, state: 'requesting' }],
    ['pending', pending],
  ] as const)('axe is clean: %s', async (_name, transfer) => {
    const { container } = await open(withTransfer(transfer));
    expect(await axeViolations(container)).toEqual([]);
  });
});

describe('banner stack', () => {
  const received = anInteraction({ receivedFrom: demoColleague, assignedAt: testStart });

  test('MM-04 a new owner is told so for as long as it takes to read: half a second for each of 18 words', async () => {
    const host = hostWithConversation({ interactions: [received] });
    const { getByRole, queryByRole } = await open(host);
    expect(getByRole('group', { name: /You are now the owner/ })).toHaveTextContent(
      'Bianca Okafor transferred the conversation with Jo Demo to you.',
    );
    host.clock.advance(8999);
    expect(getByRole('group', { name: /You are now the owner/ })).toBeVisible();
    host.clock.advance(1);
    expect(queryByRole('group', { name: /You are now the owner/ })).toBeNull();
  });

  test('two stand openly, newest first, older ones behind "1 more"', async () => {
    const host = hostWithConversation({
      interactions: [{ ...received, state: 'ended' }],
      shownTransfers: { [interaction.id]: { ...ended, endedAt: testStart + 1000, state: 'declined' } },
    });
    host.bus.respond('target.pick', () => {
      throw new Error('did not load');
    });
    const { getByRole, getAllByRole, user } = await open(host);
    const titles = () => getAllByRole('group', { name: /:/ }).map((group) => group.querySelector('p')?.textContent);
    expect(titles()).toEqual([
      'Problem: Bianca Okafor declined the transfer',
      'Information: The conversation with Jo Demo ended',
    ]);
    await user.click(getByRole('button', { name: '1 more' }));
    expect(titles()).toHaveLength(3);
  });
});

describe('transfer.start', () => {
  test('transfers the conversation that somebody names', async () => {
    const host = hostWithConversation();
    const { getByRole, focused } = await open(host);
    await act(() => host.bus.request('transfer.start', { interactionId: interaction.id, target: aTargetRef() }));
    expect(host.commands.inputsOf('startTransfer')).toEqual([{ interactionId: interaction.id, target: aTargetRef() }]);
    expect(focused()).toBe(getByRole('textbox'));
  });

  test('is refused while the conversation is already being transferred', async () => {
    const host = withTransfer(pending);
    await open(host);
    const asking = host.bus.request('transfer.start', { interactionId: interaction.id, target: aTargetRef() });
    await expect(asking).rejects.toMatchObject({ code: 'responderFailed' });
    expect(host.commands.calls).toEqual([]);
  });
});
