import type { Clock, Command, CommandTaken, Random, Result, RoutingBackend, RoutingCommands } from '@baton/contracts';
import { backendNow } from '@baton/desktop';
import type { DispatchingStore } from '@baton/desktop';
import type { Measures } from './measures';
import { refusalOf } from './refusal';

export interface CommandOptions {
  backend: RoutingBackend;
  store: DispatchingStore;
  clock: Clock;
  random: Random;
  measures: Pick<Measures, 'requested' | 'answered'>;
  /** Takes a snapshot, after a command that got no answer or whose token was refused. */
  resync(): Promise<boolean>;
}

/** A command before it has its id. */
type Draft = Command extends infer C ? (C extends Command ? Omit<C, 'commandId'> : never) : never;

/**
 * The commands that modules get. Besides sending, they keep the desktop state
 * true about what was asked for and refused: a screen that closes loses nothing.
 */
export function createCommands({ backend, store, clock, random, measures, resync }: CommandOptions): RoutingCommands {
  const now = () => backendNow(store.getState(), clock);

  async function send(draft: Draft, commandId = random.id()): Promise<Result<CommandTaken>> {
    const answer = await backend.send({ ...draft, commandId });
    if (answer.ok) store.dispatch({ type: 'commandTaken', commandId });
    // The stream may stay open for long after the token has ended: see whether the session is over.
    else if (answer.error.code === 'unauthenticated') void resync();
    return answer;
  }

  /** Sends, and looks what became of it when no answer comes. */
  async function ask(draft: Draft): Promise<Result<CommandTaken>> {
    const answer = await send(draft);
    if (!answer.ok && answer.error.code === 'unknown_outcome') await resync();
    return answer;
  }

  async function startTransfer(input: Parameters<RoutingCommands['startTransfer']>[0]) {
    const commandId = random.id();
    const { interactionId, target } = input;
    store.dispatch({ type: 'transferRequested', interactionId, target, commandId, at: now() });
    const traceparent = measures.requested({ interactionId, target, commandId });
    const answer = await send({ type: 'startTransfer', ...input, traceparent }, commandId);
    if (answer.ok) return answer;
    if (answer.error.code === 'unknown_outcome') {
      if (isStillAsking(interactionId, commandId)) await resync();
      // Events or the snapshot have told what became of it.
      if (!isStillAsking(interactionId, commandId)) return { ok: true as const, value: { commandId } };
    }
    refuse(input, commandId, answer.error);
    return answer;
  }

  function isStillAsking(interactionId: string, commandId: string): boolean {
    const transfer = store.getState().transfers[interactionId];
    return transfer?.commandId === commandId && transfer.state === 'requesting';
  }

  function refuse(
    { interactionId, target }: Parameters<RoutingCommands['startTransfer']>[0],
    commandId: string,
    error: Extract<Result<CommandTaken>, { ok: false }>['error'],
  ) {
    const reason = refusalOf(error);
    const at = now();
    const customer = store.getState().interactions[interactionId]?.contact.name ?? '';
    store.dispatch({
      type: 'transferRefused',
      interactionId,
      target,
      commandId,
      reason,
      reference: error.reference,
      at,
    });
    store.dispatch({
      type: 'noticePosted',
      notice: {
        id: `local.${commandId}`,
        version: 0,
        at,
        kind: `transfer.failed.${reason}`,
        severity: 'problem',
        interactionId,
        names: { target: target.name, customer, reference: error.reference },
        read: false,
      },
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

  function hasEndedAs(invitationId: string, how: 'accepted' | 'rejected' | 'extended'): boolean {
    const invitation = store.getState().invitations[invitationId];
    return invitation?.state === 'ended' && invitation.outcome === (how === 'rejected' ? 'declined' : how);
  }

  async function sendMessage(
    { interactionId, text }: { interactionId: string; text: string },
    commandId = random.id(),
  ) {
    const customer = store.getState().interactions[interactionId]?.contact.name;
    const message = { interactionId, text, at: now(), ...(customer !== undefined && { customer }) };
    store.dispatch({ type: 'messageSending', ...message, commandId });
    const answer = await send({ type: 'sendMessage', interactionId, text }, commandId);
    if (answer.ok) return answer;
    if (answer.error.code === 'unknown_outcome') {
      // It may still arrive: sent again it is the same command, so that the customer gets it once. Harmless when
      // the snapshot has shown the message meanwhile: it has left the outbox then.
      store.dispatch({ type: 'messageNotSent', commandId, reason: (await resync()) ? 'server' : 'network' });
      return answer;
    }
    // A command that was refused is over; its text waits under a new one.
    const next = random.id();
    store.dispatch({ type: 'messageDiscarded', commandId });
    store.dispatch({ type: 'messageSending', ...message, commandId: next });
    store.dispatch({ type: 'messageNotSent', commandId: next, reason: 'server' });
    return answer;
  }

  return {
    signOut: () => ask({ type: 'signOut' }),
    setChannelState: (input) => ask({ type: 'setChannelState', ...input }),
    startTransfer,
    cancelTransfer: (input) => ask({ type: 'cancelTransfer', ...input }),
    acceptInvitation: (input) => answerInvitation({ type: 'acceptInvitation', ...input }, 'accepted'),
    declineInvitation: (input) => answerInvitation({ type: 'declineInvitation', ...input }, 'rejected'),
    extendInvitation: (input) => answerInvitation({ type: 'extendInvitation', ...input }, 'extended'),
    setTimeToAnswer: (input) => ask({ type: 'setTimeToAnswer', ...input }),
    sendMessage: (input) => sendMessage(input),
    completeInteraction: (input) => ask({ type: 'completeInteraction', ...input }),
    saveFavourite: (input) => ask({ type: 'saveFavourite', ...input }),
    removeFavourite: (input) => ask({ type: 'removeFavourite', ...input }),
    addRecent: (input) => ask({ type: 'addRecent', ...input }),
    dismissTransfer(interactionId) {
      const transfer = store.getState().transfers[interactionId];
      if (transfer === undefined) return;
      store.dispatch({ type: 'transferDismissed', interactionId });
      if ('id' in transfer) void ask({ type: 'dismissTransfer', transferId: transfer.id });
    },
    markNoticesRead(noticeIds) {
      store.dispatch({ type: 'noticesRead', noticeIds });
      const known = noticeIds.filter((id) => !id.startsWith('local.'));
      if (known.length > 0) void ask({ type: 'markNoticesRead', noticeIds: known });
    },
    retryMessage(commandId) {
      const message = store.getState().outbox[commandId];
      if (message !== undefined) void sendMessage(message, commandId);
    },
    discardMessage: (commandId) => store.dispatch({ type: 'messageDiscarded', commandId }),
  };
}
