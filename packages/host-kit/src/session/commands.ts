import { newReference, targetKey } from '@baton/contracts';
import type {
  Clock,
  Command,
  CommandTaken,
  Random,
  Result,
  RoutingBackend,
  RoutingCommands,
  TargetRef,
} from '@baton/contracts';
import { backendNow } from '@baton/desktop';
import type { DispatchingStore } from '@baton/desktop';
import type { Measures } from './measures';
import { refusalOf } from './refusal';
import { createUntilTaken } from './until-taken';

export interface CommandOptions {
  backend: RoutingBackend;
  store: DispatchingStore;
  clock: Clock;
  random: Random;
  measures: Pick<Measures, 'requested' | 'answered'>;
  /** Takes a snapshot, after a command that got no answer or whose token was refused. */
  resync(): Promise<boolean>;
  /** Ends what is told again and again. */
  signal: AbortSignal;
}

/** A command before it has its id. */
type Draft = Command extends infer C ? (C extends Command ? Omit<C, 'commandId'> : never) : never;

/**
 * The commands that modules get. Besides sending, they keep the desktop state
 * true about what was asked for and refused: a screen that closes loses nothing.
 */
export function createCommands(options: CommandOptions): RoutingCommands {
  const { backend, store, clock, random, measures, resync, signal } = options;
  const now = () => backendNow(store.getState(), clock);

  async function send(draft: Draft, commandId = random.id()): Promise<Result<CommandTaken>> {
    const answer = await backend.send({ ...draft, commandId });
    if (answer.ok) store.dispatch({ type: 'commandTaken', commandId });
    // The stream may stay open for long after the token has ended: see whether the session is over.
    else if (answer.error.code === 'unauthenticated') void resync();
    return answer;
  }

  const tell = createUntilTaken(
    {
      store,
      clock,
      random,
      send: ({ commandId, ...draft }) =>
        draft.type === 'setTimeToAnswer'
          ? once('time to answer told', commandId, () => send(draft, commandId))
          : send(draft, commandId),
    },
    signal,
  );

  /** Sends, and looks what became of it when no answer comes. */
  async function ask(draft: Draft): Promise<Result<CommandTaken>> {
    const answer = await send(draft);
    if (!answer.ok && answer.error.code === 'unknown_outcome') await resync();
    return answer;
  }

  const underWay = new Map<string, { asked: string; answer: Promise<Result<CommandTaken>> }>();

  /**
   * The same that was last asked about a thing, asked again before the answer, is the same command: from whichever
   * control. Something else about it waits for the answer, so that the last wish holds.
   */
  function once<I>(thing: string, input: I, work: (input: I) => Promise<Result<CommandTaken>>) {
    const asked = JSON.stringify(input);
    const before = underWay.get(thing);
    if (before?.asked === asked) return before.answer;
    const begun = before === undefined ? work(input) : before.answer.then(() => work(input));
    const answer = begun.finally(() => {
      if (underWay.get(thing)?.answer === answer) underWay.delete(thing);
    });
    underWay.set(thing, { asked, answer });
    return answer;
  }

  const askOnce = (thing: string, draft: Draft) => once(thing, draft, ask);

  /** The texts of a conversation leave in the order in which they were written. */
  const textsOf = (interactionId: string) => `texts of ${interactionId}`;
  /** What takes a conversation from the agent waits for the texts that are on their way. */
  const textsSent = (interactionId: string) => underWay.get(textsOf(interactionId))?.answer;

  async function startTransfer(input: Parameters<RoutingCommands['startTransfer']>[0]) {
    const commandId = random.id();
    const { interactionId, target, note } = input;
    const givenUp = givenUpOf(interactionId);
    store.dispatch({ type: 'transferRequested', interactionId, target, commandId, at: now() });
    const traceparent = measures.requested({ interactionId, target, commandId });
    await textsSent(interactionId);
    if (givenUp !== undefined) {
      const withdrawn = await ask({ type: 'cancelTransfer', transferId: givenUp });
      if (!withdrawn.ok && withdrawn.error.code === 'too_late') await resync();
      // It was accepted after all.
      if (!isStillAsking(interactionId, commandId)) return { ok: true as const, value: { commandId } };
    }
    const answer = await send(
      { type: 'startTransfer', ...input, ...(note !== undefined && { note: note.toWellFormed() }), traceparent },
      commandId,
    );
    if (answer.ok) return answer;
    if (answer.error.code === 'unknown_outcome') {
      if (isStillAsking(interactionId, commandId)) await resync();
      // Events or the snapshot have told what became of it.
      if (!isStillAsking(interactionId, commandId)) return { ok: true as const, value: { commandId } };
    }
    refuse(input, commandId, answer.error);
    return answer;
  }

  /** The transfer that the backend still holds for pending, though its outcome has been given up here: it takes one at a time. */
  function givenUpOf(interactionId: string): string | undefined {
    const { book, capabilities, transfers } = store.getState();
    const known = book.transfers[interactionId];
    const isGivenUp = known?.state === 'pending' && known !== transfers[interactionId];
    return isGivenUp && capabilities?.cancelPendingTransfer ? known.id : undefined;
  }

  /** Whether nothing is known of this very command, whatever other transfer is on show. */
  function isStillAsking(interactionId: string, commandId: string): boolean {
    const asked = store.getState().book.localTransfers[interactionId];
    return asked?.commandId === commandId && asked.state === 'requesting';
  }

  function refuse(
    { interactionId, target }: Parameters<RoutingCommands['startTransfer']>[0],
    commandId: string,
    error: Extract<Result<CommandTaken>, { ok: false }>['error'],
  ) {
    store.dispatch({
      type: 'transferRefused',
      interactionId,
      target,
      commandId,
      reason: refusalOf(error),
      reference: error.reference,
      endedAt: now(),
    });
  }

  /** Answers in the sender's trace. */
  async function answerInvitation(
    draft: Extract<Draft, { invitationId: string }>,
    how: 'accepted' | 'rejected' | 'extended',
  ) {
    const invitation = store.getState().invitations[draft.invitationId];
    const { traceparent } = invitation ?? {};
    const answer = await ask(traceparent === undefined ? draft : { ...draft, traceparent });
    const taken = answer.ok || (answer.error.code === 'unknown_outcome' && hasEndedAs(draft.invitationId, how));
    if (invitation !== undefined && taken) measures.answered(invitation, how);
    return answer;
  }

  function answerOnce(...[draft, how]: Parameters<typeof answerInvitation>) {
    // Accept and Reject wait for each other, not for more time.
    const thing = `${how === 'extended' ? 'time of ' : ''}invitation ${draft.invitationId}`;
    return once(thing, draft, () => answerInvitation(draft, how));
  }

  function hasEndedAs(invitationId: string, how: 'accepted' | 'rejected' | 'extended'): boolean {
    const invitation = store.getState().invitations[invitationId];
    return invitation?.state === 'ended' && invitation.outcome === (how === 'rejected' ? 'declined' : how);
  }

  function sendMessage(
    { interactionId, text: typed }: { interactionId: string; text: string },
    commandId = random.id(),
  ) {
    // A paste or an input method can leave half of a surrogate pair.
    const text = typed.toWellFormed();
    const customer = store.getState().interactions[interactionId]?.contact.name;
    const message = { interactionId, text, at: now(), ...(customer !== undefined && { customer }) };
    store.dispatch({ type: 'messageSending', ...message, commandId });
    return once(textsOf(interactionId), commandId, () => sendNow(message, commandId));
  }

  async function sendNow(
    message: { interactionId: string; text: string; at: number; customer?: string },
    commandId: string,
  ): Promise<Result<CommandTaken>> {
    const { interactionId, text } = message;
    // While it waited its turn another window settled it, or the page was left.
    if (store.getState().outbox[commandId]?.status.state !== 'sending') {
      const error = { code: 'gone', retryable: false, message: 'Not sent.', reference: newReference(random) } as const;
      return { ok: false, error };
    }
    const answer = await send({ type: 'sendMessage', interactionId, text }, commandId);
    if (answer.ok) return answer;
    if (answer.error.code === 'unknown_outcome') {
      // It may still arrive: sent again it is the same command. Harmless when the snapshot has shown the message
      // meanwhile: it has left the outbox then.
      store.dispatch({ type: 'messageNotSent', commandId, reason: (await resync()) ? 'server' : 'network' });
      return answer;
    }
    // A command that was refused is over; its text waits under a new one.
    const next = random.id();
    store.dispatch({ type: 'messageSending', ...message, commandId: next });
    store.dispatch({ type: 'messageNotSent', commandId: next, reason: 'refused' });
    store.dispatch({ type: 'messageDiscarded', commandId });
    return answer;
  }

  return {
    signOut: () => askOnce('session', { type: 'signOut' }),
    setChannelState: (input) => askOnce(`channel ${input.channel}`, { type: 'setChannelState', ...input }),
    startTransfer: (input) => once(`transfer of ${input.interactionId}`, input, startTransfer),
    cancelTransfer: (input) => askOnce(`transfer ${input.transferId}`, { type: 'cancelTransfer', ...input }),
    acceptInvitation: (input) => answerOnce({ type: 'acceptInvitation', ...input }, 'accepted'),
    declineInvitation: (input) => answerOnce({ type: 'declineInvitation', ...input }, 'rejected'),
    extendInvitation: (input) => answerOnce({ type: 'extendInvitation', ...input }, 'extended'),
    setTimeToAnswer: (input) =>
      once('time to answer', input, () => tell({ type: 'setTimeToAnswer', commandId: random.id(), ...input })),
    // Two equal texts are two messages.
    sendMessage: (input) => sendMessage(input),
    writeDraft: (draft) =>
      store.dispatch({ type: 'draftWritten', draftId: random.id(), draft: { ...draft, at: now() } }),
    redeliverMessage: (input) =>
      once(`message ${input.index} of ${input.interactionId}`, input, () =>
        askOnce(textsOf(input.interactionId), { type: 'redeliverMessage', ...input }),
      ),
    completeInteraction: (input) =>
      once(`interaction ${input.interactionId}`, input, async () => {
        await textsSent(input.interactionId);
        return ask({ type: 'completeInteraction', ...input });
      }),
    saveFavourite: (input) => askOnce(favourite(input.target), { type: 'saveFavourite', ...input }),
    removeFavourite: (input) => askOnce(favourite(input.target), { type: 'removeFavourite', ...input }),
    addRecent: (input) =>
      once(`recent ${targetKey(input.target)}`, input, () =>
        tell({ type: 'addRecent', commandId: random.id(), ...input }),
      ),
    dismissTransfer(interactionId) {
      const transfer = store.getState().transfers[interactionId];
      if (transfer === undefined) return;
      if (transfer.state === 'refused') store.dispatch({ type: 'transferDismissed', interactionId });
      else if ('endedAt' in transfer)
        void tell({ type: 'dismissTransfer', commandId: random.id(), transferId: transfer.id });
    },
    markNoticesRead(noticeIds) {
      const { notices } = store.getState();
      const known = noticeIds.filter((id) => !id.startsWith('local.') && !notices[id]?.read);
      store.dispatch({ type: 'noticesRead', noticeIds });
      if (known.length > 0) void tell({ type: 'markNoticesRead', commandId: random.id(), noticeIds: known });
    },
    retryMessage(commandId) {
      const message = store.getState().outbox[commandId];
      if (message?.status.state === 'failed') void sendMessage(message, commandId);
    },
    discardMessage(commandId) {
      const message = store.getState().outbox[commandId];
      if (message === undefined) return;
      const { interactionId, customer = '', text } = message;
      const about = { id: `local.${commandId}`, version: 0, at: now(), read: true, interactionId } as const;
      store.dispatch({
        type: 'noticePosted',
        notice: { ...about, kind: 'draft.kept', severity: 'information', names: { customer }, body: text },
      });
      store.dispatch({ type: 'messageDiscarded', commandId });
    },
  };
}

const favourite = (target: TargetRef) => `favourite ${targetKey(target)}`;
