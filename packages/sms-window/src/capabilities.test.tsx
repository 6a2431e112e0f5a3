import type { BackendCapabilities, InteractionTransfer, OutboxMessage } from '@baton/contracts';
import { aTransfer, capabilities, testStart } from '@baton/module-kit/testing';
import { heard, hostWithConversation, interaction, open, setTransfer } from './testing/open-window';

type Able = Partial<BackendCapabilities>;

const pending = aTransfer();
const { expiresAt: _expiresAt, extensions: _extensions, state: _state, ...about } = pending;
const declined: InteractionTransfer = { ...about, state: 'declined', endedAt: testStart };

/** The window, with a backend that can do everything but this. */
async function openWith(able: Able, transfer?: InteractionTransfer, outbox: Record<string, OutboxMessage> = {}) {
  const received = { ...interaction, receivedFrom: { id: 'cleo', name: 'Cleo Demo' } };
  const shownTransfers = transfer ? { [interaction.id]: transfer } : {};
  const host = hostWithConversation({
    interactions: [received],
    shownTransfers,
    outbox,
    capabilities: capabilities(able),
  });
  return { host, ...(await open(host)) };
}

const banner = async (able: Able, transfer: InteractionTransfer) =>
  (await openWith(able, transfer)).getByRole('group', { name: /Bianca Okafor/ });

test('capability cancelPendingTransfer off: a pending transfer cannot be cancelled, by its keys neither', async () => {
  const cancels = async (able: Able) => {
    const { host, queryByRole, user, unmount } = await openWith(able, pending);
    const button = queryByRole('button', { name: 'Cancel transfer' });
    await user.keyboard('{Alt>}{Shift>}c{/Shift}{/Alt}');
    await unmount();
    return [button !== null, host.commands.inputsOf('cancelTransfer').length];
  };
  expect(await cancels({ cancelPendingTransfer: false })).toEqual([false, 0]);
  expect(await cancels({})).toEqual([true, 1]);
});

test('capability redirectTransfer off: a pending transfer cannot be offered to someone else', async () => {
  const offers = async (able: Able) => {
    const { queryByRole, unmount } = await openWith(able, pending);
    const button = queryByRole('button', { name: 'Offer to someone else' });
    await unmount();
    return button !== null;
  };
  expect([await offers({ redirectTransfer: false }), await offers({})]).toEqual([false, true]);
});

test('capability returnInteraction off: what came by transfer has no way back', async () => {
  const { queryByRole } = await openWith({ returnInteraction: false });
  expect(queryByRole('button', { name: /^Return to/ })).toBeNull();
  expect(queryByRole('button', { name: 'Transfer' })).toBeEnabled();
  const able = await openWith({});
  expect(able.getByRole('button', { name: 'Return to Cleo Demo' })).toBeVisible();
});

test('capability targetKinds off: Team Communicator is asked for the other kinds only', async () => {
  const { host, getByRole, user } = await openWith({ targetKinds: ['queue', 'skill'] });
  const asked: unknown[] = [];
  host.bus.respond('target.pick', ({ kinds }) => {
    asked.push(kinds);
    return { action: 'dismissed' };
  });
  await user.click(getByRole('button', { name: 'Transfer' }));
  expect(asked).toEqual([['queue', 'skill']]);
});

describe('capability declineReturnsToSender off', () => {
  test('no: they are told that it is offered to somebody else', async () => {
    const waiting = await banner({ declineReturnsToSender: 'no' }, pending);
    expect(waiting).toHaveTextContent('If it is not accepted, the conversation is offered to somebody else.');
    expect(waiting).not.toHaveTextContent('You still own');
    const over = await banner({ declineReturnsToSender: 'no' }, declined);
    expect(over).toHaveTextContent(/declined the transfer ?The conversation is being offered to somebody else\.$/);
  });

  test('unknown: they are told nothing of who owns it', async () => {
    const waiting = await banner({ declineReturnsToSender: 'unknown' }, pending);
    expect(waiting).toHaveTextContent(/accept ?30 s left\. ?Cancel transferOffer to someone else$/);
    const over = await banner({ declineReturnsToSender: 'unknown' }, declined);
    expect(over).toHaveTextContent(/declined the transfer ?Find another target$/);
  });

  test('yes: they are told so', async () => {
    expect(await banner({}, pending)).toHaveTextContent('You still own this conversation.');
    expect(await banner({}, declined)).toHaveTextContent('You still own this conversation. Choose another target');
  });
});

describe('capability senderSeesOutcome off', () => {
  test.each([
    ['inferred', 'You may not be told whether it is accepted.'],
    ['none', 'You will not be told whether it is accepted.'],
  ] as const)('%s: no answer is promised, in the banner or by the button', async (senderSeesOutcome, untold) => {
    const { getByRole, queryByText, host } = await openWith({ senderSeesOutcome }, pending);
    expect(getByRole('group', { name: /Invitation sent to Bianca Okafor/ })).toHaveTextContent(untold);
    expect(queryByText(/Waiting for/)).toBeNull();
    expect(getByRole('button', { name: 'Transfer' })).toHaveAccessibleDescription('Invitation sent to Bianca Okafor');
    setTransfer(host, { ...pending, commandId: 'command-2', id: 'transfer-2' });
    expect(heard(host)).toEqual([`Invitation sent to Bianca Okafor. ${untold}`]);
  });

  test('explicit: they wait for the answer', async () => {
    const { getByRole } = await openWith({}, pending);
    expect(getByRole('group', { name: /Waiting for Bianca Okafor to accept/ })).not.toHaveTextContent('be told');
  });
});

describe('capability inviteExpiry off', () => {
  const see = async (inviteExpiry: BackendCapabilities['inviteExpiry']) => {
    const { host, queryByRole, queryByText } = await openWith({ inviteExpiry }, pending);
    const shown = () => queryByRole('timer')?.textContent;
    return { host, shown, checking: () => queryByText(/Checking/) !== null };
  };

  test('estimated: the countdown calls itself a guess, and nothing is checked at its end', async () => {
    const { host, shown, checking } = await see('estimated');
    expect(shown()).toBe('About 30 s left. ');
    host.clock.advance(30_000);
    expect([shown(), checking()]).toEqual([undefined, false]);
  });

  test('unknown: there is no countdown', async () => {
    expect((await see('unknown')).shown()).toBeUndefined();
  });

  test('serverKnown: seconds are seconds', async () => {
    const { host, shown, checking } = await see('serverKnown');
    expect(shown()).toBe('30 s left. ');
    host.clock.advance(30_000);
    expect([shown(), checking()]).toEqual([undefined, true]);
  });
});

describe('capability idempotentCommands off', () => {
  const unsent: OutboxMessage = {
    commandId: 'command-9',
    interactionId: interaction.id,
    text: 'On its way',
    at: testStart,
    status: { state: 'failed', reason: 'server' },
  };
  const lost: InteractionTransfer = {
    state: 'refused',
    interactionId: interaction.id,
    target: pending.target,
    commandId: 'command-8',
    reason: 'unknownOutcome',
    reference: 'ref-7',
    endedAt: testStart,
  };

  const lostReturn: InteractionTransfer = { ...lost, target: { kind: 'agent', id: 'cleo', name: 'Cleo Demo' } };

  test.each([
    ['a text', 'retryMessage', undefined, { 'command-9': unsent }, /may get this text twice/],
    ['a transfer', 'startTransfer', lost, {}, /may have been invited already/],
    ['a return', 'returnInteraction', lostReturn, {}, /may have been invited already/],
  ] as const)(
    '%s of unknown outcome is sent again only by agents who know',
    async (_, type, transfer, outbox, warns) => {
      const presses = async (able: Able) => {
        const { host, getByRole, queryByText, user } = await openWith(able, transfer, outbox);
        await user.click(getByRole('button', { name: 'Try again' }));
        return [queryByText(warns) !== null, host.commands.inputsOf(type).length];
      };
      expect(await presses({ idempotentCommands: [] })).toEqual([true, 0]);
      const command = type === 'retryMessage' ? 'sendMessage' : type;
      const others = ['sendMessage', 'startTransfer', 'returnInteraction'].filter((other) => other !== command);
      expect(await presses({ idempotentCommands: others })).toEqual([true, 0]);
      expect(await presses({ idempotentCommands: [command] })).toEqual([false, 1]);
    },
  );
});
