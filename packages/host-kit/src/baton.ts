import { watchInput } from '@baton/ui/focus';
import { platformOf } from '@baton/ui/keys';
import { directionOf } from '@baton/ui/texts';
import { createEventBus } from '@baton/event-bus';
import { createHttpRouting } from '@baton/routing';
import type {
  BackendHost,
  CommandTaken,
  HostContext,
  Preferences,
  RequestTopic,
  Result,
  RoutingBackend,
} from '@baton/contracts';
import { contractVersion } from '@baton/contracts';
import { defined, systemClock, systemRandom } from '@baton/runtime';
import { createAdapters } from './adapters/adapters';
import { createPreferences } from './adapters/preferences';
import { createAgentStorage, partOf } from './adapters/storage';
import { outletApplication, registerApplication } from './modules/application';
import type { Application, SingleSpa } from './modules/application';
import { hearEarlyKeys } from './modules/early-keys';
import { createFederation } from './modules/federation';
import { createLoadOrder } from './modules/load-order';
import { createModuleLoader } from './modules/module-loader';
import type { ModuleLoader } from './modules/module-loader';
import { createOverrides } from './modules/overrides';
import type { Overrides } from './modules/overrides';
import { openOutlet } from './modules/outlet';
import type { Outlet } from './modules/outlet';
import { createPanels } from './modules/panel';
import type { Panel, PanelOptions } from './modules/panel';
import { outletParcel } from './modules/parcel';
import type { ModuleParcel } from './modules/parcel';
import { retryLoads } from './modules/retry-loads';
import { renewAtRest } from './modules/renewal';
import { whenThere } from './modules/when-there';
import { prepareActions } from './host-actions';
import { checkOptions } from './options';
import type { BatonOptions } from './options';
import { keepActiveInteraction } from './session/active-interaction';
import type { ActiveInteraction } from './session/active-interaction';
import { watchMinimumTimeToAnswer } from './session/minimum-time-to-answer';
import { httpConnection } from './session/http-connection';
import { tellTimeToAnswer } from './session/time-to-answer';
import { backendFromFactory } from './session/backend-from-factory';
import { checkedBackend } from './session/checked-backend';
import { startSession } from './session/session';
import { createHostTexts } from './texts';

/** Where and how a module stands. */
export interface Placement {
  /** Its name in the option `modules`. */
  module: string;
  /** Which of its views: Notifications has `previews` (the default), `overlay` (the same, pinned to the corner of the page), `messages` (My Messages) and `settings`. The others have one. */
  view?: string | undefined;
  /** The module's name as agents read it: "SMS window". */
  label: string;
  /** `later`: not before the others stand or it is asked for. Default `now`. */
  load?: 'now' | 'later' | undefined;
  /** What the place has room for when the module is missing. Default `card`. */
  room?: 'card' | 'button' | undefined;
}

/** A placement as an application of single-spa. */
export interface Registered extends Placement {
  /** single-spa's own rule for when the application stands. */
  activeWhen: (location: Location) => boolean;
  /** The page's single-spa: `import * as singleSpa from 'single-spa'`. */
  singleSpa: SingleSpa;
  /** As the page's tools and `getAppNames()` list it; one that is taken gets a number. Default `@baton/` and module, with the view: `@baton/notifications/messages`. */
  name?: string;
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
  parcel(placement: Placement): ModuleParcel;
  /**
   * The same as lifecycles for whoever registers applications, such as a root config or single-spa-layout:
   * `registerApplication({ name, app: baton.application(element, placement), activeWhen })`. `element` may be a function
   * that finds the element when the application is mounted; while there is none, the application waits for it.
   */
  application(element: HTMLElement | (() => HTMLElement | null), placement: Placement): Application;
  /**
   * Registers that application with the page's own single-spa, which the page imports, starts and hands over here. It
   * stands in `element` while `activeWhen` says so. Returns how to unregister it. Throws a `TypeError` without `singleSpa`.
   */
  register(element: HTMLElement, placement: Registered): () => Promise<void>;
  /**
   * The place of a module that opens and closes, such as Team Communicator: whether it has to be visible, and how to
   * open and close it. One for each module; options of a later call replace those of an earlier one.
   */
  panel(module: string, options?: PanelOptions): Panel;
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

/**
 * Creates the context, connects to the routing backend and gets ready to place modules.
 * @throws {BatonOptionsError} when the options cannot be used, naming every problem and its cure
 * @throws when there is no page, as on a server that renders one
 */
export function createBaton(hostOptions: BatonOptions): Baton {
  const options = checkOptions(hostOptions);
  refuseServers();
  const closing = new AbortController();
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  const locale = options.locale ?? 'en-GB';
  const texts = createHostTexts(locale, clock, options.messages);
  // Until they are there, and when they do not come, host-kit's few words are English.
  texts.ready.catch((problem: unknown) => reportError(problem));
  const { modules, shared, nonce, loadPatienceMs } = options;
  const overrides = createOverrides(
    modules,
    options.code === undefined ? options.overrides?.allowedOrigins : undefined,
  );
  const federation = {
    modules: { ...modules, ...overrides.list() },
    clock,
    shared,
    nonce,
    patienceMs: loadPatienceMs,
  };
  const loader = createModuleLoader(options.code ?? createFederation(federation));
  const outlets = new Map<Outlet, { element: HTMLElement } & Pick<Placement, 'module' | 'view'>>();
  const named = () => new Set([...Object.keys(modules), ...[...outlets.values()].map(({ module }) => module)]);
  const order = createLoadOrder(named, loader, clock);
  const bus = createEventBus({ clock, onUnanswered: bring, watchAgent: () => watchInput(document) });
  const { adapters, release } = createAdapters(options.adapters ?? {}, { agentId: options.agent.id, clock, texts });
  const storage = partOf(adapters.storage, 'backend.');
  const backend = backendOf(options.backend, { agent: options.agent, clock, random, storage });

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

  /** All places of a module where it has failed try again. */
  function reloadFailed(module: string) {
    for (const [outlet, place] of outlets)
      if (place.module === module && outlet.getState().state === 'failed') outlet.reload();
  }

  /** Brings who answers a topic. */
  async function bring(topic: RequestTopic) {
    for (const module of await order.bring(topic)) reloadFailed(module);
  }

  /** Loads a module at once, and again in all places where it has failed. */
  async function bringAgain(module: string) {
    const result = await order.load(module);
    if (result.ok) reloadFailed(module);
    return result;
  }

  retryLoads(loader, { clock, random, onLoaded: reloadFailed, signal: closing.signal });

  const context: HostContext = {
    contract: contractVersion,
    agent: options.agent,
    bus,
    desktop: store,
    commands,
    reads: backend,
    clock,
    random,
    preferences: createPreferences(givenPreferences(options), closing.signal),
    adapters,
    locale,
    timeZone: options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    dir: options.dir ?? directionOf(locale),
    messages: options.messages,
    shortcuts: options.shortcuts,
    platform: options.platform ?? platformOf(navigator.platform),
    timing: { extendable: true, ...defined(options.timing ?? {}) },
    features: options.features,
    actions: options.actions && prepareActions(options.actions, { bus, locale }),
  };

  tellTimeToAnswer(
    { store, preferences: context.preferences, commands, choices: context.timing.choices },
    closing.signal,
  );

  const isDevelopment = process.env.NODE_ENV !== 'production';
  if (isDevelopment && context.timing.realTimeException !== true)
    watchMinimumTimeToAnswer(store, (problem) => console.error(problem), closing.signal);

  const overrideOf = (module: string) => {
    const url = overrides.list()[module];
    return url === undefined ? {} : { override: { origin: new URL(url).origin, onReset: resetOverrides } };
  };
  const resetOverrides = () => {
    overrides.reset();
    window.location.reload();
  };

  const unregister = new Set<() => Promise<void>>();

  /** Some pages throw elements away without a word. What stood there would go on answering in the place of what comes now. */
  function takeDownAbandoned({ module, view }: Placement) {
    for (const [outlet, place] of outlets)
      if (place.module === module && place.view === view && !place.element.isConnected) void outlet.unmount();
  }

  const mount: Baton['mount'] = (element, given) => {
    if (closing.signal.aborted)
      throw new Error('This Baton is closed. Mount modules with the one that createBaton has made since.');
    const { load = 'now', ...placement } = checkPlacement(given);
    refuseNothing(element, placement.module);
    takeDownAbandoned(placement);
    const leaving = new AbortController();
    const stopEarlyKeys =
      load === 'later'
        ? hearEarlyKeys(context, (topic) => loader.intentsOf(placement.module)?.answers.includes(topic) ?? true)
        : () => undefined;
    const outlet = openOutlet({
      element,
      ...placement,
      context,
      loader,
      texts,
      patienceMs: loadPatienceMs,
      onReload: () => reloadFailed(placement.module),
      ...overrideOf(placement.module),
      turn: load === 'later' ? order.turnOf(placement.module) : undefined,
      onError: options.onError,
      onLifecycle(event) {
        if (event.phase === 'mounted' || event.phase === 'unmounted') stopEarlyKeys();
        if (event.phase === 'unmounted') {
          leaving.abort();
          outlets.delete(outlet);
        }
        options.onLifecycle?.(event);
      },
    });
    outlets.set(outlet, { element, module: placement.module, view: placement.view });
    const renewWhen = () => loader.intentsOf(placement.module)?.renewWhen;
    renewAtRest(placement.module, outlet, { bus, renewWhen }, leaving.signal);
    if (load === 'now') order.first(outlet.ready());
    return outlet;
  };

  const application: Baton['application'] = (place, placement) =>
    outletApplication((opened) => {
      const open = (element: HTMLElement) => opened(mount(element, placement));
      if (typeof place === 'function') return whenThere(place, context.clock, { found: open, missing });
      open(place);
      return () => undefined;

      /** From a timer: the page's own error handling hears it. */
      function missing() {
        throw new TypeError(noElement(placement.module));
      }
    });

  function close() {
    if (closing.signal.aborted) return;
    for (const end of unregister) void end();
    for (const outlet of outlets.keys()) void outlet.unmount();
    closing.abort();
    session.close();
    backend.close?.();
    order.close();
    release();
  }

  return {
    context,
    active: keepActiveInteraction(context, createAgentStorage(options.agent.id, 'sessionStorage'), closing.signal),
    mount,
    parcel: (placement) => outletParcel((element) => mount(element, placement)),
    application,
    register(element, { activeWhen, singleSpa, name, ...placement }) {
      checkSingleSpa(singleSpa);
      const leave = registerApplication({
        singleSpa,
        name: name ?? ['@baton', placement.module, placement.view].filter(Boolean).join('/'),
        activeWhen,
        application: application(element, placement),
      });
      const end = () => (unregister.delete(end) ? leave() : Promise.resolve());
      unregister.add(end);
      return end;
    },
    panel: createPanels({ bus, loader, load: bringAgain }, closing.signal),
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

function backendOf(given: BatonOptions['backend'], host: BackendHost): RoutingBackend {
  const { agent, clock, random } = host;
  if (typeof given === 'function') return backendFromFactory(() => given(host), clock, random);
  if ('send' in given) return checkedBackend(given, clock, random);
  return createHttpRouting({ clock, random, ...httpConnection(given, agent) });
}

/** Frameworks run components on their servers, too. */
function refuseServers(): void {
  if (typeof document !== 'undefined') return;
  throw new Error(
    'createBaton needs a page, and there is none: this code runs on a server. Importing @baton/host-kit there is fine; create Baton in the browser, where your framework has mounted: in useEffect (React), onMounted (Vue, Svelte) or afterNextRender (Angular).',
  );
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
  if (!isElement(element)) throw new TypeError(noElement(module));
}

const isElement = (found: unknown): boolean => typeof found === 'object' && found !== null && 'append' in found;

const noElement = (module: string): string =>
  `There is no element for "${module}". Look for one that the page has, and mount when it is there: from a script of type "module", or after DOMContentLoaded.`;

/** Two copies of single-spa in a page do not know each other's applications. */
function checkSingleSpa(singleSpa: unknown): void {
  if (typeof singleSpa === 'object' && singleSpa !== null && 'registerApplication' in singleSpa) return;
  throw new TypeError(
    "register needs the page's own single-spa, the one that the page starts: " +
      "import * as singleSpa from 'single-spa', and baton.register(element, { …, singleSpa }).",
  );
}

/** Theme and density are preferences that a host may name by themselves. */
function givenPreferences({ preferences, theme, density }: BatonOptions): Partial<Preferences> {
  return { ...defined({ ...preferences }), ...defined({ theme, density }) };
}
