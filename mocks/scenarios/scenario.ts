import type { Command, CommandType } from '@baton/contracts';
import type { CentreSeed, Input } from '../contact-centre';

/** A situation to play through: what the contact centre begins with, and what happens by itself. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Whose desktop shows it. */
  readonly agent: string;
  readonly seed: Omit<CentreSeed, 'at' | 'position'>;
  /** The contact centre's clock at the start, in milliseconds since the epoch. Default: now. */
  readonly start?: number;
  readonly happenings: readonly Happening[];
  readonly network: NetworkProfile;
}

/** Something that scripted colleagues and customers do, through the same inputs as people. */
export interface Happening {
  readonly when: Trigger;
  /** How long after the trigger, in milliseconds. */
  readonly after: number;
  readonly do: Deed;
}

export type Trigger =
  | { readonly event: 'start' }
  | { readonly event: 'signedIn'; readonly agentId: string }
  | { readonly event: 'invited'; readonly agentId: string }
  /** A transfer that the agent has started waits for an answer. */
  | { readonly event: 'inviting'; readonly agentId: string };

/** A command whose ids are only known when it happens. */
export type ScriptedCommand =
  | { readonly type: 'answer'; readonly with: 'acceptInvitation' | 'declineInvitation' | 'extendInvitation' }
  | { readonly type: 'cancelTransfer' }
  | Without<Extract<Command, { type: 'signIn' | 'signOut' | 'setChannelState' | 'startTransfer' | 'sendMessage' }>>;

type Without<C> = C extends Command ? Omit<C, 'commandId'> : never;

export type Deed =
  | { readonly kind: 'command'; readonly agentId: string; readonly command: ScriptedCommand }
  | Untimed<Extract<Input, { kind: 'customerStarts' | 'customerWrites' | 'customerEnds' | 'directoryChange' }>>;

type Untimed<I> = I extends Input ? Omit<I, 'at'> : never;

/** A colleague who answers every invitation in the same way, three seconds after it has come. */
export function answering(agentId: string, answer: 'acceptInvitation' | 'declineInvitation'): Happening {
  return {
    when: { event: 'invited', agentId },
    after: 3000,
    do: { kind: 'command', agentId, command: { type: 'answer', with: answer } },
  };
}

/** How the way to the contact centre behaves. */
export interface NetworkProfile {
  /** Each request takes between these, in milliseconds. */
  readonly latencyMs: readonly [number, number];
  /** Commands that never reach the model: answered with a server error, or not at all. */
  readonly failures: readonly { readonly command: CommandType; readonly how: 'error' | 'hang' }[];
  /** When nothing gets through and streams break, in milliseconds after the start. */
  readonly outages: readonly { readonly from: number; readonly to: number }[];
}

/** A network without surprises. */
export const goodNetwork: NetworkProfile = { latencyMs: [0, 0], failures: [], outages: [] };
