import type { EventBus } from '../bus/event-bus';
import type { DesktopStore } from '../desktop/desktop-state';
import type { AgentRef } from '../domain/agent';
import type { ConsentText } from '../domain/consent';
import type { Privileges } from '../domain/privileges';
import type { TimeToAnswer } from '../domain/time-to-answer';
import type { RoutingReads } from '../port/routing-backend';
import type { HostAdapters } from './adapters';
import type { AutoAnswering } from './auto-answer';
import type { Clock, Random } from './clock';
import type { HostActions } from './host-actions';
import type { OptionalFields } from './optional-fields';
import type { PreferencesStore } from './preferences';
import type { RoutingCommands } from './routing-commands';
import type { CaseFields } from './case-field';
import type { MessagePrices } from './message-prices';
import type { TextTemplate } from './text-template';

/** Options for agents who need more time to answer. */
export interface Timing {
  /** Whether "Give me more time" is offered. */
  extendable: boolean;
  /**
   * The times to answer that the agent may choose from. With fewer than two the setting is not offered. Default: all.
   */
  choices?: readonly TimeToAnswer[];
  /**
   * Set it where the time to answer cannot be 20 s or more (WCAG 2.2.1, real-time exception). Otherwise a shorter time
   * is reported in development.
   */
  realTimeException?: boolean;
  /** After how many seconds of waiting a customer's row in the list of conversations warns. Default: 120, then 300. */
  waitingSeconds?: { warning: number; danger: number };
}

/** One of the host's reasons for rejecting. */
export interface DeclineReason<Label = string> {
  /**
   * What the backend and the sender's desktop get. Senders read the label that their own host has for it; for `busy`,
   * `notMyTopic` and `endOfShift` Baton has words of its own.
   */
  id: string;
  /** What agents read, in the menu beside *Reject* and as senders. */
  label: Label;
}

/** How agents reject. */
export interface Declining<Label = string> {
  /**
   * Whether a rejection can be undone for three seconds before it goes out. With less than five seconds left to answer it
   * goes out at once. Default: true.
   */
  undo?: boolean | undefined;
  /** The reasons to choose from, beside *Reject*. Default: none. */
  reasons?: readonly DeclineReason<Label>[] | undefined;
  /** Whether agents may write a reason of at most 60 characters. Default: false. */
  freeText?: boolean | undefined;
}

export const agentSettings = [
  'sounds',
  'desktopNotifications',
  'timeToAnswer',
  'announcements',
  'sendWith',
  'theme',
  'density',
  'shortcuts',
] as const;
/** A setting that agents can change. */
export type AgentSetting = (typeof agentSettings)[number];

/** Settings with `false` are not offered to agents, and the host's value applies. Default: all are offered. */
export type Features = Readonly<OptionalFields<Record<AgentSetting, boolean>>>;

/** The type of keyboard. It determines the default keys of commands, and which keys write a character. */
export const platforms = ['apple', 'other'] as const;
export type Platform = (typeof platforms)[number];

/** Key bindings by command id; `null` switches one off. */
export type ShortcutOverrides = Readonly<Record<string, string | null>>;

/**
 * Everything that a module gets from its host. Modules use no globals and no shared singletons besides it.
 */
export interface HostContext {
  /** Version of the host's contract. A module that needs another one rejects instead of mounting. */
  contract: string;
  /** The signed-in agent. */
  agent: AgentRef;
  bus: EventBus;
  desktop: DesktopStore;
  commands: RoutingCommands;
  /** Reads of the backend: targets, older messages. Live state is in `desktop`. */
  reads: Omit<RoutingReads, 'snapshot'>;
  /** When the event stream was last heard, by `clock`; undefined while there is none. Absent in hosts of earlier versions. */
  heardAt?: (() => number | undefined) | undefined;
  clock: Clock;
  random: Random;
  preferences: PreferencesStore;
  adapters: HostAdapters;
  /** BCP 47 language tag, for example "en-GB". */
  locale: string;
  /** IANA time zone, for example "Europe/London". */
  timeZone: string;
  dir: 'ltr' | 'rtl';
  /** The host's own words, by message id: ICU strings. */
  messages?: Readonly<Record<string, string>> | undefined;
  shortcuts?: ShortcutOverrides | undefined;
  /** Default: `other`. */
  platform?: Platform | undefined;
  timing: Timing;
  /** How agents reject. Absent: with Undo, without reasons. */
  declining?: Declining | undefined;
  /** Accepts invitations for the agent. Absent: they accept them. */
  autoAnswer?: AutoAnswering | undefined;
  features?: Features | undefined;
  /** What the agent's role allows. What the backend withholds in `Agent.privileges` is not allowed either. Absent: everything. */
  privileges?: Privileges | undefined;
  actions?: HostActions | undefined;
  /** Texts that agents can begin with. Default: none, and nothing of them is shown. */
  templates?: readonly TextTemplate[] | undefined;
  /**
   * Tells whether a customer's text opts out, opts in or asks for help, for conversations whose backend does not say
   * (`Interaction.consent`). Absent: texts say nothing of it.
   */
  readConsent?: ((text: string) => ConsentText | undefined) | undefined;
  /** What agents see of the case data. Default: nothing. */
  caseData?: CaseFields | undefined;
  /** What text messages cost. Default: agents see no prices. */
  prices?: MessagePrices | undefined;
}

/** The props of a module's lifecycles. */
export interface ModuleProps {
  context: HostContext;
  /** Which view of the module; modules with one view ignore it. */
  view?: string | undefined;
  /** Called once when the module has crashed. The host shows a failure card in its place. */
  onCrash?(error: unknown): void;
}
