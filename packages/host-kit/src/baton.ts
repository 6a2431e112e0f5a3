import { watchDeeds } from '@baton/ui/focus';
import { platformOf } from '@baton/ui/keys';
import { directionOf } from '@baton/ui/texts';
import { createEventBus } from '@baton/event-bus';
import { createHttpRouting } from '@baton/routing';
import type { CommandTaken, HostContext, RequestTopic, Result } from '@baton/contracts';
import { contractVersion } from '@baton/contracts';
import type { ParcelConfig } from 'single-spa';
import { createAdapters } from './adapters/adapters';
import { createPreferences } from './adapters/preferences';
import { createAgentStorage } from './adapters/storage';
import { systemClock } from './adapters/system-clock';
import { systemRandom } from './adapters/system-random';
import { hearEarlyKeys } from './modules/early-keys';
import { createFederation } from './modules/federation';
import { createLoadOrder } from './modules/load-order';
import { createModuleLoader } from './modules/module-loader';
import type { ModuleLoader } from './modules/module-loader';
import { createOverrides } from './modules/overrides';
import type { Overrides } from './modules/overrides';
import { openOutlet } from './modules/outlet';
import type { Outlet } from './modules/outlet';
import { outletParcel } from './modules/parcel';
import { retryLoads } from './modules/retry-loads';
import { renewAtRest } from './modules/renewal';
import { registerOutlet } from './modules/register';
import { checkOptions } from './options';
import type { BatonOptions } from './options';
import { keepActiveInteraction } from './session/active-interaction';
import type { ActiveInteraction } from './session/active-interaction';
import { watchLeastTime } from './session/least-time';
import { httpConnection } from './session/http-connection';
import { tellTimeToAnswer } from './session/time-to-answer';
import { failuresAsValues } from './session/own-backend';
import { startSession } from './session/session';
import { createHostTexts } from './texts';

/** Where and how a module stands. */
export interface Placement {
  /** Its name in the option `modules`. */
  module: string;
  /** Which of its views: Notifications has `previews` (the default), `overlay` (the same, pinned to the corner of the page) and `messages` (My Messages). The others have one. */
  view?: string;
  /** The module's name as agents read it: "SMS window". */
  label: string;
  /** `later`: not before the others stand or it is asked for. Default `now`. */
  load?: 'now' | 'later';
  /** What the place has room for when the module is missing. Default `card`. */
  room?: 'card' | 'button';
}

/** Baton in a page: one agent's desktop and the modules that show it. */
export interface Baton {
  /** What modules get. Hosts use it too: the bus to listen, the desktop to read. */
  context: HostContext;
  /** The conversation in front: hosts with a list of their own bring another one there. */
  active: ActiveInteraction;
  /** Puts a module into an element, at once and without single-spa's routing. Throws a `TypeError` naming cause and cure when there is no element. */
  mount(element: HTMLElement, placement: Placement): Outlet;
  /** The same as a single-spa parcel, for frameworks that have a component for parcels. */
  parcel(placement: Placement): ParcelConfig;
  /** The same as a single-spa application: it stands in `element` while `activeWhen` says so. Returns how to unregister it. */
  register(
    element: HTMLElement,
    placement: Placement & { activeWhen: (location: Location) => boolean },
  ): () => Promise<void>;
  /** How far each module's code has come. */
  loads: Pick<ModuleLoader, 'getState' | 'subscribe'>;
  /** Builds of single modules that a developer has put before the deployed ones, where the host allows it. */
  overrides: Overrides;
  /** Tries to reach the contact centre at once, for a button beside "connection lost"; without it, and when nobody presses it, Baton tries by itself. */
  connectNow(): void;
  /**
   * Signs the agent out in all windows and erases what this device kept for them. Asks nothing: show the agent first
   * what `selectors.lostAtSignOut(baton.context.desktop.getState())` says. Where signing out fails the agent stays, and
   * so does everything they typed. In other windows the desktop's connection becomes `sessionEnded`, `signedOut`.
   */
  signOut(): Promise<Result<CommandTaken>>;
  /** Unmounts every module, takes back what was registered, ends the connection and frees everything; the agent stays signed in. */
  close(): void;
}

/** Which module answers which request. */
const responders = {
  'target.pick': 'team-communicator',
  'team.open': 'team-communicator',
  'team.close': 'team-communicator',
  'transfer.start': 'sms-window',
  'messages.open': 'notifications',
  'preview.focus': 'notifications',
} as const satisfies Partial<Record<RequestTopic, string>>;

/**
 * Creates the context, connects to the routing backend and gets ready to place modules.
 * @throws {BatonOptionsError} when the options cannot be used, naming every problem and its cure
 */
export function createBaton(hostOptions: BatonOptions): Baton {
  const options = checkOptions(hostOptions);
  const closing = new AbortController();
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  const locale = options.locale ?? 'en-GB';
  const texts = createHostTexts(locale, clock, options.messages);
  // Until they are there, and when they do not come, host-kit's few words are English.
  texts.ready.catch((problem: unknown) => reportError(problem));
  const { modules, shared, nonce } = options;
  const overrides = createOverrides(
    modules,
    options.code === undefined ? options.overrides?.allowedOrigins : undefined,
  );
  const federation = {
    modules: { ...modules, ...overrides.list() },
    clock,
    ...(shared === undefined ? {} : { shared }),
    ...(nonce === undefined ? {} : { nonce }),
  };
  const loader = createModuleLoader(options.code ?? createFederation(federation));
  const order = createLoadOrder(responders, loader, clock);
  const bus = createEventBus({ clock, onUnanswered: bring, watchAgent: () => watchDeeds(document) });
  const backend =
    'send' in options.backend
      ? failuresAsValues(options.backend, clock, random)
      : createHttpRouting({ clock, random, ...httpConnection(options.backend, options.agent) });
  const { adapters, release } = createAdapters(options.adapters ?? {}, { agentId: options.agent.id, clock, texts });

  const session = startSession({
    backend,
    bus,
    storage: adapters.storage,
    telemetry: options.adapters?.telemetry && adapters.telemetry,
    hashId: options.hashId,
    clock,
    random,
    ready: options.ready ?? true,
    page: window,
  });
  const { store, commands } = session;

  const outlets = new Map<Outlet, string>();

  /** All places of a module where it has failed try again. */
  function reloadFailed(module: string) {
    for (const [outlet, name] of outlets) if (name === module && outlet.getState().state === 'failed') outlet.reload();
  }

  /** Brings who answers a topic. */
  async function bring(topic: RequestTopic) {
    reloadFailed(await order.bring(topic));
  }

  retryLoads(loader, { clock, random, onLoaded: reloadFailed, signal: closing.signal });

  const context: HostContext = {
    contract: contractVersion,
    agent: options.agent,
    bus,
    desktop: store,
    commands,
    directory: {
      search: (query, signal) => backend.searchTargets(query, signal),
      favourites: (signal) => backend.favourites(signal),
      recents: (signal) => backend.recents(signal),
    },
    history: { messages: (interactionId, page, signal) => backend.messages(interactionId, page, signal) },
    clock,
    random,
    preferences: createPreferences(givenPreferences(options), closing.signal),
    adapters,
    locale,
    timeZone: options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    dir: options.dir ?? directionOf(locale),
    ...(options.messages === undefined ? {} : { messages: options.messages }),
    ...(options.shortcuts === undefined ? {} : { shortcuts: options.shortcuts }),
    platform: options.platform ?? platformOf(navigator.platform),
    timing: { extendable: true, ...withoutUndefined(options.timing ?? {}) },
    ...(options.features === undefined ? {} : { features: options.features }),
  };

  tellTimeToAnswer(
    { store, preferences: context.preferences, commands, choices: context.timing.choices },
    closing.signal,
  );

  const isDevelopment = process.env.NODE_ENV !== 'production';
  if (isDevelopment && context.timing.realTimeException !== true)
    watchLeastTime(store, (problem) => console.error(problem), closing.signal);

  const overrideOf = (module: string) => {
    const url = overrides.list()[module];
    return url === undefined ? {} : { override: { origin: new URL(url).origin, onReset: resetOverrides } };
  };
  const resetOverrides = () => {
    overrides.reset();
    window.location.reload();
  };

  const unregister = new Set<() => Promise<void>>();

  const mount: Baton['mount'] = (element, given) => {
    if (closing.signal.aborted)
      throw new Error('This Baton is closed. Mount modules with the one that createBaton has made since.');
    const { load = 'now', ...placement } = checkPlacement(given);
    refuseNothing(element, placement.module);
    const leaving = new AbortController();
    const stopEarlyKeys =
      load === 'later' && placement.module === responders['team.open'] ? hearEarlyKeys(context) : () => undefined;
    const outlet = openOutlet({
      element,
      ...placement,
      context,
      loader,
      texts,
      onReload: () => reloadFailed(placement.module),
      ...overrideOf(placement.module),
      ...(load === 'later' ? { turn: order.turnOf(placement.module) } : {}),
      ...(options.onError === undefined ? {} : { onError: options.onError }),
      onLifecycle(event) {
        if (event.phase === 'mounted' || event.phase === 'unmounted') stopEarlyKeys();
        if (event.phase === 'unmounted') {
          leaving.abort();
          outlets.delete(outlet);
        }
        options.onLifecycle?.(event);
      },
    });
    outlets.set(outlet, placement.module);
    renewAtRest(placement.module, outlet, bus, leaving.signal);
    if (load === 'now') order.first(outlet.ready());
    return outlet;
  };

  function close() {
    for (const end of unregister) void end();
    for (const outlet of outlets.keys()) void outlet.unmount();
    closing.abort();
    session.close();
    order.close();
    release();
  }

  return {
    context,
    active: keepActiveInteraction(context, createAgentStorage(options.agent.id, 'sessionStorage'), closing.signal),
    mount,
    parcel: (placement) => outletParcel((element) => mount(element, placement)),
    register(element, { activeWhen, ...placement }) {
      const unregisterOutlet = registerOutlet({
        name: `baton.${placement.module}.${random.id().slice(0, 8)}`,
        activeWhen,
        open: () => mount(element, placement),
      });
      const end = () => (unregister.delete(end) ? unregisterOutlet() : Promise.resolve());
      unregister.add(end);
      return end;
    },
    loads: loader,
    overrides,
    connectNow: session.connectNow,
    async signOut() {
      const done = await commands.signOut({});
      // A session that has ended already has nothing left to sign out of.
      if (done.ok || done.error.code === 'unauthenticated') {
        store.dispatch({ type: 'connectionChanged', connection: { state: 'sessionEnded', reason: 'signedOut' } });
        close();
      }
      return done;
    },
    close,
  };
}

/** Hosts are not always written in TypeScript. */
function checkPlacement(placement: Placement): Placement {
  const { module, label }: { module?: unknown; label?: unknown } =
    typeof placement === 'object' ? { ...placement } : {};
  if (typeof module === 'string' && typeof label === 'string') return placement;
  throw new TypeError('Say what to mount and what agents call it: { module: "sms-window", label: "SMS window" }.');
}

/** An id is soon misspelt, and a script soon runs before its element is there. */
function refuseNothing(element: unknown, module: string): void {
  if (typeof element === 'object' && element !== null && 'append' in element) return;
  throw new TypeError(
    `There is no element for "${module}". Look for one that the page has, and mount when it is there: from a script of type "module", or after DOMContentLoaded.`,
  );
}

/** Theme and density are preferences that a host may name by themselves. */
function givenPreferences({ preferences, theme, density }: BatonOptions): BatonOptions['preferences'] {
  return withoutUndefined({
    ...preferences,
    ...(theme === undefined ? {} : { theme }),
    ...(density === undefined ? {} : { density }),
  });
}

/** What is there: an option that is `undefined` is as good as none. */
function withoutUndefined<T extends object>(options: T): Partial<T> {
  const found: Partial<T> = {};
  for (const name in options) if (options[name] !== undefined) found[name] = options[name];
  return found;
}
