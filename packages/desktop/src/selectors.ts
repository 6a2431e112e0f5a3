import { isKnown } from '@baton/contracts';
import type {
  Clock,
  CommandType,
  Consent,
  Conversation,
  DesktopState,
  HostContext,
  Interaction,
  InteractionCapability,
  InteractionTransfer,
  KnownTargetKind,
  Message,
  Notice,
  OfferedInvitation,
  OutboxMessage,
  PendingTransfer,
  Privilege,
  RequestingTransfer,
  TargetRef,
} from '@baton/contracts';
import { get } from './immutable';
import { byAge } from './slices/notices';
import { transferEnded } from './slices/transfers';

/** Why something cannot be done now. */
export type Refusal = 'connectionLost' | 'gone' | 'pending' | 'ended' | 'notAllowed' | 'noTargets' | 'privilege';

/** Whether something can be done now. */
export type Permit = { ok: true } | { ok: false; reason: Refusal };

/** Whether a message can be sent now. */
export type SendPermit = Permit | typeof optedOut;

/** Whether the agent can act on what the desktop shows. */
export function isLive(state: DesktopState): boolean {
  return state.connection.state === 'live';
}

/** Whether a command of this type counts once, however often it is sent. */
export function isIdempotent({ capabilities }: DesktopState, type: CommandType): boolean {
  return capabilities?.idempotentCommands.includes(type) ?? false;
}

/** The agent's interactions, in the order in which they came. */
export const activeInteractions = derived(
  (state) => state.interactions,
  (interactions): readonly Interaction[] =>
    Object.values(interactions).sort((a, b) => a.assignedAt - b.assignedAt || compare(a.id, b.id)),
);

/** Invitations that wait for an answer, in the order of their arrival. */
export const offeredInvitations = derived(
  (state) => state.invitations,
  (invitations): readonly OfferedInvitation[] =>
    Object.values(invitations)
      .filter((invitation) => invitation.state === 'offered')
      .sort((a, b) => a.offeredAt - b.offeredAt || compare(a.id, b.id)),
);

/** My Messages, newest first. */
export const myMessages = derived(
  (state) => state.notices,
  (notices): readonly Notice[] => Object.values(notices).sort((a, b) => byAge(b, a)),
);

const unreadByMarks = derived(myMessages, (notices) =>
  ofObject((markedUnread: DesktopState['markedUnread']): readonly Notice[] =>
    notices.filter((notice) => isUnread({ markedUnread }, notice)),
  ),
);

/** Unread entries of My Messages, newest first. */
export function unreadNotices(state: DesktopState): readonly Notice[] {
  return unreadByMarks(state)(state.markedUnread);
}

/** Whether an entry of My Messages is unread: it was never read, or the agent has marked it so. */
export function isUnread({ markedUnread }: Pick<DesktopState, 'markedUnread'>, { id, read }: Notice): boolean {
  return !read || get(markedUnread, id) !== undefined;
}

const outboxByInteraction = derived(
  (state) => state.outbox,
  (outbox): ReadonlyMap<string, readonly OutboxMessage[]> => {
    const inOrder = Object.values(outbox).sort((a, b) => a.at - b.at || compare(a.commandId, b.commandId));
    const byInteraction = new Map<string, OutboxMessage[]>();
    for (const message of inOrder) {
      const others = byInteraction.get(message.interactionId);
      if (others) others.push(message);
      else byInteraction.set(message.interactionId, [message]);
    }
    return byInteraction;
  },
);

/** The text in the composer of an interaction; empty when there is none. */
export function draftOf(state: DesktopState, interactionId: string): string {
  const texts = Object.entries(state.drafts)
    .filter(([, draft]) => draft.interactionId === interactionId)
    .sort(([idA, a], [idB, b]) => a.at - b.at || compare(idA, idB))
    .map(([, { text }]) => text);
  // Two windows may each have a text. One that is part of another is left out.
  return [...new Set(texts)]
    .filter((text) => !texts.some((other) => other !== text && other.includes(text)))
    .join('\n');
}

const emptyOutbox: readonly OutboxMessage[] = [];

/** Texts of an interaction that were sent and have not arrived as messages, oldest first. */
export function outboxOf(state: DesktopState, interactionId: string): readonly OutboxMessage[] {
  return outboxByInteraction(state).get(interactionId) ?? emptyOutbox;
}

const firstUnanswered = ofObject(({ messages }: Conversation): Message | undefined => {
  const answer = messages.findLastIndex((message) => message.kind === 'agent' && message.delivery.state !== 'failed');
  return messages.slice(answer + 1).find(({ kind }) => kind === 'customer');
});

const emptyConversation: Conversation = { messages: [], earlier: false };

/** The conversation of an interaction, also of one that has just left. */
export function conversationOf(state: DesktopState, interactionId: string): Conversation {
  return get(state.conversations, interactionId) ?? emptyConversation;
}

/**
 * Since when the customer of an interaction waits: the time of their first text that was not answered; undefined while
 * nobody waits. An answer is a text of any agent that the backend has accepted and that was not found undeliverable since.
 * Where the messages do not reach back to the last answer, they have waited at least that long.
 */
export function waitingSince(state: DesktopState, interactionId: string): number | undefined {
  if (get(state.interactions, interactionId)?.state !== 'active') return undefined;
  return firstUnanswered(conversationOf(state, interactionId))?.at;
}

/** The agent's interactions whose customer waits, who has waited longest first. */
export function waitingInteractions(state: DesktopState): readonly Interaction[] {
  return activeInteractions(state)
    .map((interaction) => ({ interaction, since: waitingSince(state, interaction.id) ?? Infinity }))
    .filter(({ since }) => since < Infinity)
    .sort((a, b) => a.since - b.since)
    .map(({ interaction }) => interaction);
}

/** How many texts of the customer the agent has not seen. What an agent has answered was seen. */
export function unreadOf(state: DesktopState, interactionId: string): number {
  const { messages } = conversationOf(state, interactionId);
  const seen = get(state.seen, interactionId)?.index ?? -1;
  const from = messages.findLastIndex(({ kind, index }) => kind === 'agent' || index <= seen) + 1;
  return messages.slice(from).filter(({ kind }) => kind === 'customer').length;
}

/** When a conversation ended: the time of its entry in the record; undefined while it goes on, or without an entry. */
export function endOf(state: DesktopState, { id, state: life }: Interaction): number | undefined {
  if (life !== 'ended') return undefined;
  return conversationOf(state, id).messages.findLast((message) => message.kind === 'event' && message.event === 'ended')
    ?.at;
}

/**
 * The transfer under way, or how the last one ended. An outcome belongs to the
 * ownership it happened in: once the interaction has left and come back, it is not shown.
 */
export function transferOf(state: DesktopState, interactionId: string): InteractionTransfer | undefined {
  const transfer = get(state.shownTransfers, interactionId);
  if (!transfer || !transferEnded(transfer)) return transfer;
  const interaction = get(state.interactions, interactionId);
  return interaction && interaction.assignedAt > transfer.endedAt ? undefined : transfer;
}

/** The transfer that an interaction is waiting for, if any. */
export function transferUnderWay(
  state: DesktopState,
  interactionId: string,
): PendingTransfer | RequestingTransfer | undefined {
  const transfer = transferOf(state, interactionId);
  return transfer?.state === 'pending' || transfer?.state === 'requesting' ? transfer : undefined;
}

/** Whether a message can be sent in an interaction now. A backend may permit it to a customer who has opted out. */
export function canSend(state: DesktopState, interactionId: string, readConsent?: ReadConsent): SendPermit {
  const allowed = permit(state, interactionId, 'sendMessage');
  const isOpen = allowed.ok || allowed.reason === 'notAllowed';
  return isOpen && consentOf(state, interactionId, readConsent)?.state === 'optedOut' ? optedOut : allowed;
}

type ReadConsent = HostContext['readConsent'];

/**
 * Whether the customer of an interaction agrees to get messages: what the backend says, else what they have written last
 * about it in the part of the conversation that the desktop has, read by the host's `readConsent`. Undefined: not known.
 */
export function consentOf(state: DesktopState, interactionId: string, readConsent?: ReadConsent): Consent | undefined {
  const kept = get(state.interactions, interactionId)?.consent;
  if (kept || !readConsent) return kept;
  return writtenConsent(readConsent)(conversationOf(state, interactionId).messages);
}

const writtenConsent = ofObject((readConsent: NonNullable<ReadConsent>) =>
  ofObject((messages: readonly Message[]): Consent | undefined => {
    for (const message of messages.toReversed()) {
      const said = message.kind === 'customer' ? readConsent(message.text) : undefined;
      if (said && said.act !== 'help')
        return { state: said.act === 'optOut' ? 'optedOut' : 'subscribed', since: message.at, word: said.word };
    }
    return undefined;
  }),
);

/** Kinds of target that an interaction can be transferred to, without those that this version does not know. */
export function transferKindsOf(state: DesktopState, interactionId: string): readonly KnownTargetKind[] {
  const { targetKinds = [] } = state.capabilities ?? {};
  const { transferKinds = targetKinds } = get(state.interactions, interactionId) ?? {};
  return targetKinds.filter(isKnown).filter((kind) => transferKinds.includes(kind));
}

/** Whether the agent's role allows something: neither the host nor the backend withholds it. */
export function isPrivileged(privilege: Privilege, { agent }: DesktopState, ofHost?: Privileges): boolean {
  return ofHost?.[privilege] !== false && agent?.privileges?.[privilege] !== false;
}

type Privileges = HostContext['privileges'];

/** Whether an interaction can be transferred now to a target that the agent chooses. */
export function canTransfer(state: DesktopState, interactionId: string, ofHost?: Privileges): Permit {
  if (!isPrivileged('transfer', state, ofHost)) return refused.privilege;
  const allowed = canReturn(state, interactionId);
  return allowed.ok && transferKindsOf(state, interactionId).length === 0 ? refused.noTargets : allowed;
}

/** Whether an interaction that came by transfer can be returned now. Unlike `canTransfer`, it needs no kinds of target. */
export function canReturn(state: DesktopState, interactionId: string): Permit {
  const allowed = permit(state, interactionId, 'transfer');
  const isLost = !allowed.ok && (allowed.reason === 'connectionLost' || allowed.reason === 'gone');
  return !isLost && transferUnderWay(state, interactionId) ? refused.pending : allowed;
}

/** Whether a transfer of an interaction to this target gives it back to whoever handed it over, by a command of its own. */
export function isReturn(
  { capabilities, interactions }: DesktopState,
  interactionId: string,
  target: Pick<TargetRef, 'kind' | 'id'>,
): boolean {
  const from = get(interactions, interactionId)?.receivedFrom;
  return capabilities?.returnInteraction === true && target.kind === 'agent' && target.id === from?.id;
}

/** Whether an interaction can be completed now. */
export function canComplete(state: DesktopState, interactionId: string): Permit {
  return permit(state, interactionId, 'complete');
}

/** Whether routing may offer SMS to the agent. */
export function isReadyForSms(state: DesktopState): boolean {
  return (
    state.agent?.channels.some(({ channel, state: readiness }) => channel === 'sms' && readiness === 'ready') ?? false
  );
}

/** The agent's own status for SMS, as far as the desktop knows it. */
export type OwnStatus = 'ready' | 'notReady' | 'afterCallWork' | 'unknown';

/** The agent's own status for SMS: `unknown` without a connection; after-call work outranks readiness. */
export function ownStatus(state: DesktopState): OwnStatus {
  if (!isLive(state) || state.agent === undefined) return 'unknown';
  if (state.agent.presence.state === 'afterCallWork') return 'afterCallWork';
  return isReadyForSms(state) ? 'ready' : 'notReady';
}

/** The backend's clock, in milliseconds since the Unix epoch. */
export function backendNow(state: DesktopState, clock: Clock): number {
  return clock.now() + state.clockOffset;
}

// The same objects every time, so that a screen that selects them renders only on change.
const granted: Permit = { ok: true };
const refused = {
  connectionLost: { ok: false, reason: 'connectionLost' },
  gone: { ok: false, reason: 'gone' },
  pending: { ok: false, reason: 'pending' },
  ended: { ok: false, reason: 'ended' },
  notAllowed: { ok: false, reason: 'notAllowed' },
  noTargets: { ok: false, reason: 'noTargets' },
  privilege: { ok: false, reason: 'privilege' },
} as const satisfies { [R in Refusal]: Permit };

const optedOut = { ok: false, reason: 'optedOut' } as const;

function permit(state: DesktopState, interactionId: string, capability: InteractionCapability): Permit {
  if (!isLive(state)) return refused.connectionLost;
  const interaction = get(state.interactions, interactionId);
  if (!interaction) return refused.gone;
  if (interaction.capabilities.includes(capability)) return granted;
  return interaction.state === 'ended' ? refused.ended : refused.notAllowed;
}

/** A selector that computes once per selected object, and so returns the same result until that object changes. */
function derived<S extends object, R>(
  select: (state: DesktopState) => S,
  compute: (selected: S) => R,
): (state: DesktopState) => R {
  const result = ofObject(compute);
  return (state) => result(select(state));
}

/** Computes once per object. */
function ofObject<S extends object, R>(compute: (object: S) => R): (object: S) => R {
  const results = new WeakMap<S, { result: R }>();
  return (object) => {
    const known = results.get(object) ?? { result: compute(object) };
    results.set(object, known);
    return known.result;
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
