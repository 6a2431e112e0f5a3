import type { AutoAnswer, Connection, DeliveryFailure, Lock, SendingFailure, UnknownWord } from '@baton/contracts';
import type { CentreSeed } from '../contact-centre';
import type { invitationTransitions, transferTransitions } from '../contact-centre/transitions';
import { bianca, demoCentre, samsConversation } from '../scenarios/demo-data';
import { goodNetwork } from '../scenarios/scenario';
import type { Action, Happening, NetworkSettings, Scenario, ScriptedCommand } from '../scenarios/scenario';
import type { Step } from './step';

type RowOf<T> = { [S in keyof T & string]: `${S} ${keyof T[S] & string}` }[keyof T & string];

/** A row of a transition table: the state before, and what happens. */
export type TransferRow = RowOf<typeof transferTransitions>;
export type InvitationRow = RowOf<typeof invitationTransitions>;

/** A connection as the desktop knows it, with why it ended: "live", "sessionEnded lost". */
export type ConnectionShown =
  | Exclude<Connection['state'], 'sessionEnded'>
  | 'live delayed'
  | `sessionEnded ${Exclude<Extract<Connection, { state: 'sessionEnded' }>['reason'], UnknownWord>}`
  /** The desktop has not opened: no answer, an error, or too many windows of this agent. */
  | 'refused'
  /** The desktop is being opened. */
  | 'opening';

/** How a text stands that the agent has sent; `other`: not delivered for a reason without a word. */
export type TextShown = 'sending' | 'other' | SendingFailure | Exclude<DeliveryFailure, UnknownWord>;

/** What is on the page besides transfers, invitations and the connection. */
export const screens = {
  rest: 'the desktop with nothing going on',
  searching: 'Team Communicator',
  menu: 'an open menu',
  dialog: 'a question before something that cannot be taken back',
  conversation: 'what is written and read in a conversation',
  messages: 'My Messages and the settings',
  readiness: 'the agent’s own status',
  requesting: 'a transfer that the contact centre has not confirmed yet',
  refused: 'a transfer that did not come about',
  loading: 'something that is on its way',
  empty: 'a place with nothing in it',
  error: 'a part that could not be shown',
  outdated: 'information that may no longer be true',
  texts: 'names and texts that are hard to show',
  keyboard: 'the focus of the keyboard',
} as const;
export type Screen = keyof typeof screens;

/** A moment to look at: what leads to it has happened when it is opened, and the clock stands still there. */
export interface State extends Scenario {
  readonly opensAfterMs: number;
  readonly standsStill: true;
  /** What it is there to show. */
  readonly shows: Shown;
  /** What its agent then does in the page. */
  readonly steps?: readonly Step[];
  /** A module whose code does not come. */
  readonly missing?: ModuleName;
  /** What the host decides for its agents. */
  readonly rules?: Rules;
  /** The desktop is locked when it is opened. */
  readonly isLocked?: true;
}

/** Options of the host. */
export interface Rules {
  readonly autoAnswer?: AutoAnswer;
  readonly lock?: Lock;
}

export const moduleNames = ['notifications', 'sms-window', 'team-communicator'] as const;
export type ModuleName = (typeof moduleNames)[number];

/** What a state is there to show. */
export interface Shown {
  /** The last thing that has happened, in the words of the transition tables. */
  readonly transfer?: TransferRow;
  readonly invitation?: InvitationRow;
  readonly connection?: ConnectionShown;
  readonly text?: TextShown;
  readonly screen?: Screen;
}

/** What makes a state: who looks at it, and what is played before, each with its time after the start in milliseconds. */
export interface Moment extends Pick<
  State,
  'id' | 'title' | 'description' | 'shows' | 'steps' | 'missing' | 'rules' | 'isLocked'
> {
  /** Whose desktop shows it. Default: Ana's, who sends. */
  readonly agent?: 'ana' | 'bianca';
  /** Default: the demo contact centre. */
  readonly seed?: Omit<CentreSeed, 'at' | 'position'>;
  readonly network?: Partial<NetworkSettings>;
  /** What happens later than `opensAfterMs` happens when a step lets time go on. */
  readonly played?: readonly (readonly [ms: number, action: Action])[];
  /** Default 5000. */
  readonly opensAfterMs?: number;
}

/** Makes a state. Ana and Bianca have signed in, ready for SMS, when it begins. */
export function defineState({
  played = [],
  agent = 'ana',
  seed = demoCentre(),
  network,
  opensAfterMs = 5000,
  ...rest
}: Moment): State {
  const beginning = ['ana', 'bianca'].map((agentId) => [0, by(agentId, { type: 'signIn', ready: true })] as const);
  return {
    ...rest,
    agent,
    seed,
    happenings: [...beginning, ...played].map(([afterMs, action]): Happening => ({
      when: { event: 'start' },
      afterMs,
      do: action,
    })),
    network: { ...goodNetwork, ...network },
    opensAfterMs,
    standsStill: true,
  };
}

/** The end of an outage that does not end while a state is looked at. */
export const forGood = 24 * 60 * 60 * 1000;

/** Lets an agent do something. */
export function by(agentId: string, command: ScriptedCommand): Action {
  return { kind: 'command', agentId, command };
}

/** Ana transfers her conversation, to Bianca unless another target is given. */
export const anaTransfers = (target: Extract<ScriptedCommand, { type: 'startTransfer' }>['target'] = bianca) =>
  by('ana', { type: 'startTransfer', interactionId: samsConversation, target });

/** Bianca answers the invitation on top. */
export const biancaAnswers = (answer: 'acceptInvitation' | 'declineInvitation' | 'extendInvitation') =>
  by('bianca', { type: 'answer', with: answer });
