import type { AgentRef, Presence } from '../domain/agent';
import type { Severity } from '../domain/notice';
import type { TargetKind, TargetRef } from '../domain/target';
import type { TransferFailure } from '../domain/transfer';

/** What a transfer fact tells: ids, kinds and names of colleagues; nothing of the customer. */
export interface TransferFact {
  transferId: string;
  interactionId: string;
  target: TargetRef;
}

/**
 * Facts: somebody says what happened, anybody may listen.
 * Retained ones are replayed to late listeners.
 */
export interface Facts {
  /** Retained. The signed-in agent's presence and readiness; `unknown`, and not ready, while the connection is lost. */
  'agent.state': { agent: AgentRef; presence: Presence; readyForSms: boolean };
  /** Retained. The interaction whose window is in front, if any; `focus` when the agent's own action brought it there. */
  'interaction.active': { interactionId: string | null; focus: boolean };
  /** Retained. The interaction whose window is on screen, if any: also one that has left, until its window closes. */
  'window.shown': { interactionId: string | null };
  /** A window closed because its interaction left; `hadFocus` when focus was inside: it rests at the window's place now. */
  'window.closed': { interactionId: string; hadFocus: boolean };
  /** Retained. What waits for the agent's eyes. */
  'attention.changed': { incoming: number; unread: number };
  /** Retained. Whether a panel takes its place in the layout. */
  'panel.changed': { panel: 'teamCommunicator' | 'myMessages'; open: boolean };
  'interaction.assigned': { interactionId: string; why: 'transfer' | 'inbound'; from?: AgentRef };
  /** `unknown` when it left while the contact centre was not heard. */
  'interaction.released': {
    interactionId: string;
    why: 'transferred' | 'completed' | 'signedOut' | 'unknown';
    to?: AgentRef;
  };
  'transfer.started': TransferFact & { expiresAt: number | null };
  'transfer.accepted': TransferFact & { acceptedBy: AgentRef };
  'transfer.declined': TransferFact;
  'transfer.expired': TransferFact;
  'transfer.cancelled': TransferFact;
  'transfer.failed': Omit<TransferFact, 'transferId'> & { reason: TransferFailure };
  'module.ready': { module: string; version: string };
  'module.failed': { module: string; reference: string };
}

/** Topics whose last fact is kept for late listeners. */
export const retainedTopics = [
  'agent.state',
  'interaction.active',
  'window.shown',
  'attention.changed',
  'panel.changed',
] as const satisfies readonly (keyof Facts)[];

/** What the agent chose in Team Communicator. */
export type TargetPick = { action: 'smsTransfer'; target: TargetRef } | { action: 'dismissed' };

/** Requests: somebody asks, exactly one answers. */
export interface Requests {
  /** Opens Team Communicator to find a target; answered when the agent chose or gave up. Ends early by AbortSignal only. */
  'target.pick': { ask: { interactionId: string; kinds: readonly TargetKind[] }; answer: TargetPick };
  /** Opens Team Communicator without a purpose. */
  'team.open': { ask: Record<never, never>; answer: void };
  'team.close': { ask: Record<never, never>; answer: void };
  /** Asks the SMS window to transfer its interaction to a target. */
  'transfer.start': { ask: { interactionId: string; target: TargetRef }; answer: void };
  /** Puts an entry into My Messages. */
  'notice.post': {
    ask: { id?: string; severity: Severity; title: string; body?: string; interactionId?: string };
    answer: { noticeId: string };
  };
  /** Brings an interaction's window to the front. */
  'interaction.open': { ask: { interactionId: string; focus: boolean }; answer: void };
  /** Opens My Messages. */
  'messages.open': { ask: Record<never, never>; answer: void };
  /** Moves focus to the incoming interactions. */
  'preview.focus': { ask: Record<never, never>; answer: void };
}

export type FactTopic = keyof Facts;
export type RequestTopic = keyof Requests;
/** The whole typed topic map. */
export interface Topics {
  facts: Facts;
  requests: Requests;
}
