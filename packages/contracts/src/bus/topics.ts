import type { AgentRef, Presence } from '../domain/agent';
import type { Severity } from '../domain/notice';
import type { Known, UnknownWord } from '../domain/open-set';
import type { KnownTargetKind, KnownTargetRef, TargetRef } from '../domain/target';
import type { TransferFailure } from '../domain/transfer';
import type { ActionId, ChosenAction } from '../host/host-actions';

/** The payload of transfer facts: ids, kinds and names of colleagues; no data of the customer. */
export interface TransferFact {
  transferId: string;
  interactionId: string;
  target: TargetRef;
}

/** Facts say what has happened. Anyone may listen; retained facts are replayed to late listeners. */
export interface Facts {
  /** Retained. The signed-in agent's presence and readiness; `unknown`, and not ready, while the connection is lost. */
  'agent.state': { agent: AgentRef; presence: Presence; readyForSms: boolean };
  /**
   * Retained. The interaction whose window is in front, if any; `focus` when the agent's own action brought it there.
   */
  'interaction.active': { interactionId: string | null; focus: boolean };
  /**
   * Retained. The interaction whose window is on screen, if any. Includes one that has left, until its window closes.
   */
  'window.shown': { interactionId: string | null };
  /**
   * A window has closed because its interaction left. `hadFocus`: focus was inside, and is now on the window's place.
   */
  'window.closed': { interactionId: string; hadFocus: boolean };
  /**
   * Retained. How much waits for the agent: invitations, unread entries of My Messages and conversations with unread
   * texts, customers who wait for an answer.
   */
  'attention.changed': { incoming: number; unread: number; waiting?: number | undefined };
  /**
   * Retained. Whether a panel is open in the layout. It has the module's name, with the view where the module has
   * several: "team-communicator", "notifications/messages".
   */
  'panel.changed': { panel: string; open: boolean };
  /**
   * Retained. Whether a place of its own shows the details of the conversation on screen: the view `details` of the SMS
   * window. While it does, the window offers none.
   */
  'details.changed': { open: boolean };
  'interaction.assigned': {
    interactionId: string;
    why: 'transfer' | 'inbound' | 'outbound' | UnknownWord;
    from?: AgentRef | undefined;
  };
  /** `unknown` when it left while the connection was lost. */
  'interaction.released': {
    interactionId: string;
    why: 'transferred' | 'completed' | 'signedOut' | 'unknown';
    /** Who owns it now. */
    to?: TargetRef | undefined;
  };
  /** Emitted again when a pending transfer is offered to another target. */
  'transfer.started': TransferFact & { expiresAt: number | null };
  'transfer.accepted': TransferFact & { acceptedBy: AgentRef };
  /** The conversation went to the target at once, without an acceptance. */
  'transfer.handedOver': TransferFact;
  'transfer.declined': TransferFact;
  'transfer.expired': TransferFact;
  /** The target has not taken it, for an unknown reason. */
  'transfer.notAccepted': TransferFact;
  'transfer.cancelled': TransferFact;
  'transfer.failed': Omit<TransferFact, 'transferId'> & { reason: TransferFailure };
  /** The agent has chosen an action of the host; it is performed next. */
  'action.chosen': ChosenAction;
  /**
   * The agent is about to be signed out. What a module holds back, such as a rejection that can still be undone, it sends
   * now; signing out waits for it.
   */
  'session.ending': Record<never, never>;
  /** The desktop has been locked or unlocked, in any window of the agent. */
  'lock.changed': { locked: boolean };
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
  'details.changed',
  'lock.changed',
] as const satisfies readonly (keyof Facts)[];

/**
 * What the agent chose in Team Communicator. The asker performs `smsTransfer`. An action of the host has been performed
 * already; an action that the asker does not know counts as `dismissed`.
 */
export type TargetPick = { action: ActionId; target: KnownTargetRef } | { action: 'dismissed' };

/** Requests ask for something. Exactly one responder answers. */
export interface Requests {
  /**
   * Opens Team Communicator to find a target; answered when the agent chose or gave up. Ends early by AbortSignal only.
   * With `transferId`, a pending transfer is offered to the target instead.
   */
  'target.pick': {
    ask: { interactionId: string; kinds: readonly KnownTargetKind[]; transferId?: string | undefined };
    answer: TargetPick;
  };
  /** Opens Team Communicator without a transfer to find a target for. */
  'team.open': { ask: Record<never, never>; answer: void };
  'team.close': { ask: Record<never, never>; answer: void };
  /** Asks the SMS window to transfer its interaction to a target. */
  'transfer.start': { ask: { interactionId: string; target: KnownTargetRef }; answer: void };
  /** Adds an entry to My Messages. An entry with the `id` of one that the agent has deleted is not added again. */
  'notice.post': {
    ask: {
      id?: string | undefined;
      severity: Known<Severity>;
      title: string;
      body?: string | undefined;
      interactionId?: string | undefined;
    };
    answer: { noticeId: string };
  };
  /** Brings an interaction's window to the front. */
  'interaction.open': { ask: { interactionId: string; focus: boolean }; answer: void };
  /** Locks or unlocks the desktop, in all windows of the agent. */
  'lock.set': { ask: { locked: boolean }; answer: void };
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
