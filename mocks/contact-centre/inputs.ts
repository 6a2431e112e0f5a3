import type {
  Command,
  Contact,
  EventFrame,
  RoutingErrorCode,
  TargetKind,
  TargetProblem,
  TargetRef,
} from '@baton/contracts';
import type { CentreState } from './state';

/**
 * Everything that can happen to the contact centre. `at` is the backend's
 * clock in milliseconds; an `at` before the last step counts as that step's.
 */
export type Input = { readonly at: number } & (
  | { readonly kind: 'command'; readonly agentId: string; readonly command: Command }
  /** Whatever is overdue happens, in order of deadline. */
  | { readonly kind: 'time' }
  /** A new conversation begins and waits in a queue. */
  | {
      readonly kind: 'customerStarts';
      readonly contact: Contact;
      readonly queueId: string;
      readonly text: string;
      readonly segment?: string;
      readonly priority?: string;
    }
  | { readonly kind: 'customerWrites'; readonly interactionId: string; readonly text: string }
  | { readonly kind: 'customerEnds'; readonly interactionId: string }
  /** An agent is without an event stream from now on, or has one again. Whom no window plays needs none. */
  | { readonly kind: 'streamLost' | 'streamFound'; readonly agentId: string }
  | { readonly kind: 'directoryChange'; readonly change: DirectoryChange }
);

/** Changes that no agent makes: by other media, by administrators. */
export type DirectoryChange =
  /** What else keeps an agent busy; `null` when nothing does any more. */
  | { readonly type: 'activity'; readonly agentId: string; readonly activity: string | null }
  | { readonly type: 'permissions'; readonly agentId: string; readonly mayTransferTo: readonly TargetKind[] }
  /** The target no longer exists. */
  | { readonly type: 'remove'; readonly target: Pick<TargetRef, 'kind' | 'id'> };

/** Why something was refused. */
export interface Refusal {
  readonly code: RoutingErrorCode;
  readonly detail: string;
  /** With `target_unavailable`. */
  readonly target?: TargetProblem;
}

/** The answer of everything that may be refused. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Refusal };

/** What one step means for one agent. */
export interface Delivery {
  readonly agentId: string;
  readonly frame: EventFrame;
}

/** Refused: nothing has changed. Taken: the new state and at most one frame per agent, all with one cursor. */
export type StepResult =
  | { readonly ok: true; readonly state: CentreState; readonly frames: readonly Delivery[] }
  | { readonly ok: false; readonly problem: Refusal };

/** Makes a refusal. */
export function refuse(code: RoutingErrorCode, detail: string, target?: TargetProblem): Refusal {
  return target ? { code, detail, target } : { code, detail };
}
