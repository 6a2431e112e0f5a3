import type {
  Attachment,
  Command,
  Priority,
  Known,
  Contact,
  EventFrame,
  NoticeContent,
  RoutingErrorCode,
  KnownTargetKind,
  TargetProblem,
  KnownTargetRef,
  TargetRef,
} from '@baton/contracts';
import type { CentreState } from './state';

/**
 * Everything that can happen to the contact centre. `at` is the backend's
 * clock in milliseconds; an `at` before the last step counts as that step's.
 */
export type Input = { readonly at: number } & (
  | { readonly kind: 'command'; readonly agentId: string; readonly command: Command }
  /** Runs everything that is overdue, in order of deadline. */
  | { readonly kind: 'time' }
  /** A new conversation begins and waits in a queue. */
  | {
      readonly kind: 'customerStarts';
      readonly contact: Contact;
      readonly queueId: string;
      readonly text: string;
      readonly segment?: string | undefined;
      readonly priority?: Priority | undefined;
    }
  | {
      readonly kind: 'customerWrites';
      readonly interactionId: string;
      /** May be empty when something is attached. */
      readonly text: string;
      readonly attachments?: readonly Attachment[] | undefined;
    }
  | { readonly kind: 'customerEnds'; readonly interactionId: string }
  /** An agent's last event stream has closed, or one is open again. Scripted agents have no stream. */
  | { readonly kind: 'streamLost' | 'streamFound'; readonly agentId: string }
  | { readonly kind: 'directoryChange'; readonly change: DirectoryChange }
  /** The contact centre writes to these agents, or to all who are signed in. */
  | { readonly kind: 'notice'; readonly agentIds?: readonly string[] | undefined; readonly notice: CentreNotice }
);

/** A notice that no conversation is about. */
export type CentreNotice = Extract<NoticeContent, { kind: 'broadcast' | 'service' }>;

/** Changes that no agent makes: by other media, by administrators. */
export type DirectoryChange =
  /** Another activity that keeps an agent busy; `null` ends it. */
  | { readonly type: 'activity'; readonly agentId: string; readonly activity: string | null }
  | { readonly type: 'permissions'; readonly agentId: string; readonly mayTransferTo: readonly KnownTargetKind[] }
  /** The directory has so many agents and pools, as far as generated agents can make it so. */
  | { readonly type: 'size'; readonly size: number; readonly seed: number }
  /** Agents with SMS who are signed in become Not Ready, or Ready again. Others are passed over. */
  | { readonly type: 'readiness'; readonly agentIds: readonly string[] }
  /** The target no longer exists. */
  | { readonly type: 'remove'; readonly target: Pick<KnownTargetRef, 'kind' | 'id'> };

/** Why something was refused. */
export interface Refusal {
  readonly code: Known<RoutingErrorCode>;
  readonly detail: string;
  /** With `target_unavailable`. */
  readonly target?: TargetProblem | undefined;
  /** With `already_open`. */
  readonly owner?: TargetRef | undefined;
}

/** The answer of everything that may be refused. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Refusal };

/** The frame of one step for one agent. */
export interface AgentFrame {
  readonly agentId: string;
  readonly frame: EventFrame;
}

/** Refused: nothing has changed. Accepted: the new state and at most one frame per agent, all with one cursor. */
export type StepResult =
  | { readonly ok: true; readonly state: CentreState; readonly frames: readonly AgentFrame[] }
  | { readonly ok: false; readonly problem: Refusal };

/** Makes a refusal. */
export function refuse(code: Known<RoutingErrorCode>, detail: string, target?: TargetProblem): Refusal {
  return target ? { code, detail, target } : { code, detail };
}
