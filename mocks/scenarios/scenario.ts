import type { CentreSeed } from '../contact-centre';
import type { Action, Play } from '../control/actions';
import type { NetworkSettings } from '../control/network-settings';

export { goodNetwork } from '../control/network-settings';
export type { Action, ScriptedCommand } from '../control/actions';
export type { NetworkSettings } from '../control/network-settings';

/** A situation to play through: the seed of the contact centre, scripted happenings, and a network. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The agent to sign in as. */
  readonly agent: string;
  readonly seed: Omit<CentreSeed, 'at' | 'position'>;
  /** The contact centre's clock at the start, in milliseconds since the epoch. Default: now. */
  readonly start?: number;
  readonly happenings: readonly Happening[];
  readonly network: NetworkSettings;
  /** Chance: of the network and of generated agents. Default 1. */
  readonly chance?: number;
  /** What happens besides, as if by hand. */
  readonly play?: Play;
  /** How much of it has happened already when it is opened, in milliseconds after the start. Default 0. */
  readonly opensAfterMs?: number;
  /** Whether the contact centre's clock stands still from then on. Default false. */
  readonly standsStill?: boolean;
  /** Whether its history outlives its windows. Default true: to store a state of many agents takes seconds. */
  readonly isKept?: boolean;
}

/** An action of scripted colleagues and customers. It uses the same inputs as real ones. */
export interface Happening {
  readonly when: Trigger;
  readonly afterMs: number;
  readonly do: Action;
}

export type Trigger =
  | { readonly event: 'start' }
  | { readonly event: 'signedIn'; readonly agentId: string }
  | { readonly event: 'invited'; readonly agentId: string }
  /** A transfer that the agent has started waits for an answer. */
  | { readonly event: 'inviting'; readonly agentId: string };

/** A colleague who answers each invitation in the same way, three seconds after it arrives. */
export function answering(agentId: string, answer: 'acceptInvitation' | 'declineInvitation'): Happening {
  return {
    when: { event: 'invited', agentId },
    afterMs: 3000,
    do: { kind: 'command', agentId, command: { type: 'answer', with: answer } },
  };
}
