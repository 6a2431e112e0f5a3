import { newReference, targetKey } from '@baton/contracts';
import type {
  Clock,
  CommandTaken,
  CommandWithoutId,
  Random,
  Result,
  RoutingBackend,
  RoutingCommands,
  RoutingError,
  SendingFailure,
  TargetRef,
} from '@baton/contracts';
import { backendNow, isLocalNotice, latestTransfer, localNoticeId } from '@baton/desktop';
import type { DispatchingStore } from '@baton/desktop';
import type { HandOverTelemetry } from './hand-over-telemetry';
import { transferFailureOf } from './transfer-failure';
import { createReliableSend } from './reliable-commands';

export interface CommandOptions {
  backend: RoutingBackend;
  store: DispatchingStore;
  clock: Clock;
  random: Random;
  telemetry: Pick<HandOverTelemetry, 'requested' | 'answered'>;
  /** Takes a snapshot, after a command that got no answer or whose token was refused. */
  resync(): Promise<boolean>;
  /** Stops the attempts to send commands again. */
  signal: AbortSignal;
}

/**
 * The commands that modules get. Besides sending, they record requests and refusals in the desktop state, so that
 * closing a screen loses nothing.
 */
export function createCommands(options: CommandOptions): RoutingCommands {
  const { backend, store, clock, random, telemetry, resync, signal } = options;
  const now = () => backendNow(store.getState(), clock);

  async function send(command: CommandWithoutId, commandId = random.id()): Promise<Result<CommandTaken>> {
    const answer = await backend.send({ ...command, commandId });
    if (answer.ok) store.dispatch({ type: 'commandTaken', commandId });
    // The stream may stay open long after the token has expired; a snapshot shows whether the session is over.
    else if (answer.error.code === 'unauthenticated') void resync();
    return answer;
  }

  const sendReliably = createReliableSend(
    {
      store,
      clock,
      random,
      send: ({ commandId, ...command }) =>
        command.type === 'setTimeToAnswer'
          ? once('time to answer, sending', commandId, () => send(command, commandId))
          : send(command, commandId),
    },
    signal,
  );

  /** Sends, and takes a snapshot when no answer comes. */
  async function ask(command: CommandWithoutId): Promise<Result<CommandTaken>> {
    const answer = await send(command);
    if (!answer.ok && answer.error.code === 'unknown_outcome') await resync();
    return answer;
  }

  const inFlight = new Map<string, { request: string; answer: Promise<Result<CommandTaken>> }>();

  /**
   * Requests with one key are sent one after the other, so that the last one holds. A repetition of the last request
   * before its answer is the same command, whichever control it comes from.
   */
  function once<I>(key: string, input: I, work: (input: I) => Promise<Result<CommandTaken>>) {
    const request = JSON.stringify(input);
    const before = inFlight.get(key);
    if (before?.request === request) return before.answer;
    const begun = before === undefined ? work(input) : before.answer.then(() => work(input));
    const answer = begun.finally(() => {
      if (inFlight.get(key)?.answer === answer) inFlight.delete(key);
    });
    inFlight.set(key, { request, answer });
    return answer;
  }

  const askOnce = (key: string, command: CommandWithoutId) => once(key, command, ask);

  /** One key for all texts of a conversation: they are sent in the order in which they were written. */
  const textsOf = (interactionId: string) => `texts of ${interactionId}`;
  /** Commands that take the conversation from the agent wait for its texts first. */
  const textsSent = (interactionId: string) => inFlight.get(textsOf(interactionId))?.answer;

  function startTransfer({ interactionId, target, note }: Parameters<RoutingCommands['startTransfer']>[0]) {
    const given = note === undefined ? {} : { note: note.toWellFormed() };
    return handOver({ interactionId, target }, { type: 'startTransfer', interactionId, target, ...given });
  }

  /** A return is shown as a transfer to the agent who handed the conversation over. */
  function returnInteraction({ interactionId }: { interactionId: string }) {
    const command = { type: 'returnInteraction', interactionId } as const;
    const { receivedFrom } = store.getState().interactions[interactionId] ?? {};
    if (receivedFrom === undefined) return ask(command);
    return handOver({ interactionId, target: { kind: 'agent', ...receivedFrom } }, command);
  }

  async function handOver(
    transfer: { interactionId: string; target: TargetRef },
    command: Extract<CommandWithoutId, { type: 'startTransfer' | 'returnInteraction' }>,
  ) {
    const commandId = random.id();
    const { interactionId, target } = transfer;
    const givenUp = givenUpOf(interactionId);
    store.dispatch({ type: 'transferRequested', interactionId, target, commandId, at: now() });
    const traceparent = telemetry.requested({ interactionId, target, commandId });
    await textsSent(interactionId);
    if (givenUp !== undefined) {
      const withdrawn = await ask({ type: 'cancelTransfer', transferId: givenUp });
      if (!withdrawn.ok && withdrawn.error.code === 'too_late') await resync();
      // The transfer that was given up had been accepted.
      if (!isStillAsking(interactionId, commandId)) return { ok: true as const, value: { commandId } };
    }
    const answer = await send({ ...command, traceparent }, commandId);
    if (answer.ok) return answer;
    if (answer.error.code === 'unknown_outcome') {
      if (isStillAsking(interactionId, commandId)) await resync();
      // Events or the snapshot have shown the outcome.
      if (!isStillAsking(interactionId, commandId)) return { ok: true as const, value: { commandId } };
    }
    refuse(transfer, commandId, answer.error);
    return answer;
  }

  async function redirectTransfer({ transferId, target }: Parameters<RoutingCommands['redirectTransfer']>[0]) {
    const { interactionId, traceparent } = store.getState().transfers[transferId] ?? {};
    if (interactionId !== undefined) await textsSent(interactionId);
    return ask({ type: 'redirectTransfer', transferId, target, ...(traceparent && { traceparent }) });
  }

  /** A transfer that was given up here but is still pending at the backend, which allows one at a time. */
  function givenUpOf(interactionId: string): string | undefined {
    const state = store.getState();
    const known = latestTransfer(state, interactionId);
    const isGivenUp = known?.state === 'pending' && known !== state.shownTransfers[interactionId];
    return isGivenUp && state.capabilities?.cancelPendingTransfer ? known.id : undefined;
  }

  /** Whether the outcome of this command is still unknown, even if another transfer is shown. */
  function isStillAsking(interactionId: string, commandId: string): boolean {
    const local = store.getState().internals.localTransfers[interactionId];
    return local?.commandId === commandId && local.state === 'requesting';
  }

  function refuse(
    { interactionId, target }: { interactionId: string; target: TargetRef },
    commandId: string,
    error: Extract<Result<CommandTaken>, { ok: false }>['error'],
  ) {
    store.dispatch({
      type: 'transferRefused',
      interactionId,
      target,
      commandId,
      reason: transferFailureOf(error),
      reference: error.reference,
      endedAt: now(),
    });
  }

  /** Sends an answer as part of the sender's trace. */
  async function answerInvitation(
    command: Extract<CommandWithoutId, { invitationId: string }>,
    how: 'accepted' | 'declined' | 'extended',
  ) {
    const invitation = store.getState().invitations[command.invitationId];
    const { traceparent } = invitation ?? {};
    const answer = await ask(traceparent === undefined ? command : { ...command, traceparent });
    const taken = answer.ok || (answer.error.code === 'unknown_outcome' && hasEndedAs(command.invitationId, how));
    if (invitation !== undefined && taken) telemetry.answered(invitation, how);
    return answer;
  }

  function answerOnce(...[command, how]: Parameters<typeof answerInvitation>) {
    // Accept and Reject wait for each other, but not for an extension.
    const key = `${how === 'extended' ? 'time of ' : ''}invitation ${command.invitationId}`;
    return once(key, command, () => answerInvitation(command, how));
  }

  function hasEndedAs(invitationId: string, how: 'accepted' | 'declined' | 'extended'): boolean {
    const invitation = store.getState().invitations[invitationId];
    return invitation?.state === 'ended' && invitation.outcome === how;
  }

  /** Commands without an answer, by what they begin: the same again is the same command, and counts once. */
  const unanswered = new Map<string, string>();

  async function startInteraction(
    input: Parameters<RoutingCommands['startInteraction']>[0],
  ): Promise<Result<CommandTaken>> {
    const request = JSON.stringify(input);
    const commandId = unanswered.get(request) ?? random.id();
    const command = { ...input, type: 'startInteraction', text: input.text.toWellFormed() } as const;
    const answer = await send(command, commandId);
    unanswered.delete(request);
    if (answer.ok || answer.error.code !== 'unknown_outcome') return answer;
    await resync();
    const hasBegun = Object.values(store.getState().interactions).some((begun) => begun.commandId === commandId);
    if (hasBegun) return { ok: true, value: { commandId } };
    unanswered.set(request, commandId);
    return answer;
  }

  function sendMessage(
    { interactionId, text: typed }: { interactionId: string; text: string },
    commandId = random.id(),
  ) {
    // Pasting and input methods can leave a lone surrogate.
    const text = typed.toWellFormed();
    const customer = store.getState().interactions[interactionId]?.contact.name;
    const message = { interactionId, text, at: now(), customer };
    store.dispatch({ type: 'messageSending', ...message, commandId });
    return once(textsOf(interactionId), commandId, () => sendNow(message, commandId));
  }

  async function sendNow(
    message: { interactionId: string; text: string; at: number; customer: string | undefined },
    commandId: string,
  ): Promise<Result<CommandTaken>> {
    const { interactionId, text } = message;
    // While it waited, another window sent or discarded it, or the page was left.
    if (store.getState().outbox[commandId]?.status.state !== 'sending') {
      const error = { code: 'gone', retryable: false, message: 'Not sent.', reference: newReference(random) } as const;
      return { ok: false, error };
    }
    const answer = await send({ type: 'sendMessage', interactionId, text }, commandId);
    if (answer.ok) return answer;
    if (answer.error.code === 'unknown_outcome') {
      // It may still arrive, so a retry sends the same command. If the snapshot has shown the message, it has left the
      // outbox and this changes nothing.
      store.dispatch({ type: 'messageNotSent', commandId, reason: (await resync()) ? 'server' : 'network' });
      return answer;
    }
    // A refused command cannot be sent again; the text waits under a new id.
    const next = random.id();
    store.dispatch({ type: 'messageSending', ...message, commandId: next });
    store.dispatch({ type: 'messageNotSent', commandId: next, reason: sendingFailureOf(answer.error) });
    store.dispatch({ type: 'messageDiscarded', commandId });
    return answer;
  }

  return {
    signOut: async () => {
      // An answer that is sent after the agent has signed out is refused.
      const answers = [...inFlight].flatMap(([key, { answer }]) => (key.startsWith('invitation ') ? [answer] : []));
      await Promise.all(answers);
      return askOnce('session', { type: 'signOut' });
    },
    setChannelState: (input) => askOnce(`channel ${input.channel}`, { type: 'setChannelState', ...input }),
    startTransfer: (input) => once(`transfer of ${input.interactionId}`, input, startTransfer),
    returnInteraction: (input) => once(`transfer of ${input.interactionId}`, input, returnInteraction),
    redirectTransfer: (input) => once(`transfer ${input.transferId}`, input, redirectTransfer),
    cancelTransfer: (input) => askOnce(`transfer ${input.transferId}`, { type: 'cancelTransfer', ...input }),
    acceptInvitation: (input) => answerOnce({ type: 'acceptInvitation', ...input }, 'accepted'),
    declineInvitation: (input) => answerOnce({ type: 'declineInvitation', ...input }, 'declined'),
    extendInvitation: (input) => answerOnce({ type: 'extendInvitation', ...input }, 'extended'),
    setTimeToAnswer: (input) =>
      once('time to answer', input, () => sendReliably({ type: 'setTimeToAnswer', commandId: random.id(), ...input })),
    startInteraction: (input) => once(`start with ${input.to}`, input, startInteraction),
    // Not `once`: two equal texts are two messages.
    sendMessage: (input) => sendMessage(input),
    writeDraft: (draft) =>
      store.dispatch({ type: 'draftWritten', draftId: random.id(), draft: { ...draft, at: now() } }),
    markSeen: (seen) => store.dispatch({ type: 'messagesSeen', ...seen }),
    redeliverMessage: (input) =>
      once(`message ${input.index} of ${input.interactionId}`, input, () =>
        askOnce(textsOf(input.interactionId), { type: 'redeliverMessage', ...input }),
      ),
    saveNote: ({ interactionId, text }) =>
      askOnce(`note on ${interactionId}`, { type: 'saveNote', interactionId, text: text.toWellFormed() }),
    completeInteraction: (input) =>
      once(`interaction ${input.interactionId}`, input, async () => {
        await textsSent(input.interactionId);
        return ask({ type: 'completeInteraction', ...input });
      }),
    saveFavourite: (input) => askOnce(favourite(input.target), { type: 'saveFavourite', ...input }),
    removeFavourite: (input) => askOnce(favourite(input.target), { type: 'removeFavourite', ...input }),
    addRecent: (input) =>
      once(`recent ${targetKey(input.target)}`, input, () =>
        sendReliably({ type: 'addRecent', commandId: random.id(), ...input }),
      ),
    dismissTransfer(interactionId) {
      const transfer = store.getState().shownTransfers[interactionId];
      if (transfer === undefined) return;
      if (transfer.state === 'refused') store.dispatch({ type: 'transferDismissed', interactionId });
      else if ('endedAt' in transfer)
        void sendReliably({ type: 'dismissTransfer', commandId: random.id(), transferId: transfer.id });
    },
    markNoticesRead(noticeIds) {
      const { notices } = store.getState();
      const known = noticeIds.filter((id) => !isLocalNotice(id) && !notices[id]?.read);
      store.dispatch({ type: 'noticesRead', noticeIds });
      if (known.length > 0) void sendReliably({ type: 'markNoticesRead', commandId: random.id(), noticeIds: known });
    },
    markNoticesUnread: (noticeIds) => store.dispatch({ type: 'noticesMarkedUnread', noticeIds, at: now() }),
    deleteNotices(noticeIds) {
      const known = noticeIds.filter((id) => store.getState().notices[id] !== undefined);
      const [local, others] = [known.filter(isLocalNotice), known.filter((id) => !isLocalNotice(id))];
      for (const noticeId of local) store.dispatch({ type: 'noticeDeleted', noticeId, at: now() });
      if (others.length > 0) void sendReliably({ type: 'deleteNotices', commandId: random.id(), noticeIds: others });
    },
    retryMessage(commandId) {
      const message = store.getState().outbox[commandId];
      if (message?.status.state === 'failed') void sendMessage(message, commandId);
    },
    discardMessage(commandId) {
      const message = store.getState().outbox[commandId];
      if (message === undefined) return;
      const { interactionId, customer, text } = message;
      const about = { id: localNoticeId(commandId), version: 0, at: now(), read: true, interactionId } as const;
      store.dispatch({
        type: 'noticePosted',
        notice: { ...about, kind: 'draft.kept', severity: 'information', customer, text },
      });
      store.dispatch({ type: 'messageDiscarded', commandId });
    },
  };
}

function sendingFailureOf({ code }: RoutingError): SendingFailure {
  if (code === 'opted_out') return 'optedOut';
  return code === 'unsupported' ? 'unsupported' : 'refused';
}

const favourite = (target: TargetRef) => `favourite ${targetKey(target)}`;
