import type { EventBus } from '../bus/event-bus';
import type { DesktopStore } from '../desktop/desktop-state';
import type { AgentRef } from '../domain/agent';
import type { TimeToAnswer } from '../domain/time-to-answer';
import type { MessagePage } from '../domain/message';
import type { TargetPage, TargetQuery } from '../wire/directory';
import type { Result } from '../wire/errors';
import type { HostAdapters } from './adapters';
import type { Clock, Random } from './clock';
import type { PreferencesStore } from './preferences';
import type { RoutingCommands } from './routing-commands';

/** Finds internal targets. */
export interface Directory {
  search(query: TargetQuery, signal?: AbortSignal): Promise<Result<TargetPage>>;
  favourites(signal?: AbortSignal): Promise<Result<TargetPage>>;
  recents(signal?: AbortSignal): Promise<Result<TargetPage>>;
}

/** Reads older messages of a conversation. */
export interface History {
  /** The page that ends before index `before`. */
  messages(
    interactionId: string,
    page: { before: number; limit?: number },
    signal?: AbortSignal,
  ): Promise<Result<MessagePage>>;
}

/** What agents are offered when time is short. */
export interface Timing {
  /** Whether "Give me more time" is offered. */
  extendable: boolean;
  /** Which times to answer the agent may choose from; one or none leaves no choice. Default: all. */
  choices?: readonly TimeToAnswer[];
  /** The time to answer cannot be 20 s or more (WCAG 2.2.1, real-time exception). Without it a shorter time is reported in development. */
  realTimeException?: boolean;
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
/** What an agent can set for themselves. */
export type AgentSetting = (typeof agentSettings)[number];

/** What a host keeps to itself: a setting with `false` is not offered to agents, and the host's value holds. Default: all are offered. */
export type Features = Readonly<Partial<Record<AgentSetting, boolean>>>;

/** Whose keyboard an agent has: it decides which keys commands have by default, and which keys write a character. */
export const platforms = ['apple', 'other'] as const;
export type Platform = (typeof platforms)[number];

/** Key bindings by command id; `null` switches one off. */
export type ShortcutOverrides = Readonly<Record<string, string | null>>;

/**
 * Everything a module sees of the world. A host hands it to each module; there
 * are no globals and no shared singletons besides it.
 */
export interface HostContext {
  /** Version of the contract that the host speaks; a module that needs another one says so instead of mounting. */
  contract: string;
  /** The signed-in agent. */
  agent: AgentRef;
  bus: EventBus;
  desktop: DesktopStore;
  commands: RoutingCommands;
  directory: Directory;
  history: History;
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
  messages?: Readonly<Record<string, string>>;
  shortcuts?: ShortcutOverrides;
  /** Default: `other`. */
  platform?: Platform;
  timing: Timing;
  features?: Features;
}

/** What a host passes to a module's lifecycles. */
export interface ModuleProps {
  context: HostContext;
  /** Which view of the module; modules with one view ignore it. */
  view?: string;
  /** Called once when the module cannot go on. The host shows a card in its place. */
  onCrash?(error: unknown): void;
}
