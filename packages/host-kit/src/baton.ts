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
import { consentReader, contractVersion } from '@baton/contracts';
import { defined, systemClock, systemRandom } from '@baton/runtime';
import { createAdapters } from './adapters/adapters';
import { createPreferences } from './adapters/preferences';
import { createAgentStorage, partOf } from './adapters/storage';
import { keepLock } from './lock/keep-lock';
import { createMaskable } from './lock/maskable';
import { outletApplication, registerApplication } from './modules/application';
import type { Application, SingleSpa } from './modules/application';
import { listenForEarlyKeys } from './modules/early-keys';
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
import { renewWhenUnused } from './modules/renewal';
import { waitForElement } from './modules/wait-for-element';
import { prepareActions, prepareDeclining } from './host-actions';
import { noElement, requireElement, requirePage, requireSingleSpa } from './of-the-page';
import { checkOptions } from './options';
import type { BatonOptions } from './options';
import { keepActiveInteraction } from './session/active-interaction';
import type { ActiveInteraction } from './session/active-interaction';
import { prepareAutoAnswer } from './session/auto-answer';
import { tellAttention } from './session/attention';
import { watchMinimumTimeToAnswer } from './session/minimum-time-to-answer';
import { httpConnection } from './session/http-connection';
import { tellTimeToAnswer } from './session/time-to-answer';
import { maskedBackend } from './masking/masked-backend';
import { backendFromFactory } from './session/backend-from-factory';
import { checkedBackend } from './session/checked-backend';
import { startSession } from './session/session';
import { createHostTexts } from './texts';

/** Which module to mount, and how. */
export interface Placement {
  /** Its name in the option `modules`. */
  module: string;
  /** Which of its views: Notifications has `previews` (the default), `overlay` (the same, pinned to the corner of the page), `messages` (My Messages), `settings`, and `self-check`, which says what reaches the agent on this device. Besides itself the SMS window has `interactions`, the list of conversations, and `details`, what is known of the one on screen. Team Communicator has one. */
  view?: string | undefined;
  /** The module's name as agents read it: "SMS window". */
  label: string;
  /** `later`: not before the others are mounted, or it is asked for. Default `now`. */
  load?: 'now' | 'later' | undefined;
  /** What the place has room for when the module does not load. Default `card`. */
  room?: 'card' | 'button' | undefined;
}

/** A placement as an application of single-spa. */
export interface Registered extends Placement {
  /** single-spa's own rule for when the application is mounted. */
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
  /** The conversation in front. Hosts with a list of their own open others with it. */
  active: ActiveInteraction;
  /** Puts a module into an element, at once and without single-spa's routing. Throws a `TypeError` naming cause and cure when there is no element. */
  mount(element: HTMLElement, placement: Placement): Outlet;
  /** The same as a single-spa parcel, for frameworks that have a component for parcels. */
  parcel(placement: Placement): ModuleParcel;
  /**
   * The same as lifecycles, to be registered by a root config or single-spa-layout:
   * `registerApplication({ name, app: baton.application(element, placement), activeWhen })`. `element` may be a function
   * that finds the element when the application is mounted; while there is none, the application waits for it.
   */
  application(element: HTMLElement | (() => HTMLElement | null), placement: Placement): Application;
  /**
   * Registers that application with the page's own single-spa, which the page imports, starts and passes here. It is
   * mounted in `element` while `activeWhen` returns true. Returns a function that unregisters it. Throws a `TypeError`
   * without `singleSpa`.
   */
  register(element: HTMLElement, placement: Registered): () => Promise<void>;
  /**
   * The place of a module that opens and closes, such as Team Communicator: whether it has to be visible, and functions
   * that open and close the module. One for each module; options of a later call replace those of an earlier one.
   */
  panel(module: string, options?: PanelOptions): Panel;
  /** How far each module's code has come. */
  loads: Pick<ModuleLoader, 'getState' | 'subscribe'>;
  /** Builds of single modules with which a developer has replaced the deployed ones, where the host allows it. */
  overrides: Overrides;
  /** Tries to connect at once, for a button beside "connection lost". Baton also tries by itself. */
  connectNow(): void;
  /**
   * Signs the agent out in all windows and erases what this device kept for them. Does not ask for confirmation: show the
   * agent first what `selectors.lostAtSignOut(baton.context.desktop.getState())` returns. If signing out fails, the agent
   * stays signed in and keeps everything they typed. In other windows the connection becomes `sessionEnded`, `signedOut`.
   */
  signOut(): Promise<Result<CommandTaken>>;
  /** Unmounts every module, unregisters applications, ends the connection and frees everything; the agent stays signed in. */
  close(): void;
}

/**
 * Creates the context, connects to the routing backend and prepares for mounting modules.
 * @throws {BatonOptionsError} when the options cannot be used, naming every problem and its cure
 * @throws when there is no page, as on a server that renders one
 */
export function createBaton(hostOptions: BatonOptions): Baton {
  const options = checkOptions(hostOptions);
  requirePage();
  const closing = new AbortController();
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  const locale = options.locale ?? 'en-GB';
  const texts = createHostTexts(locale, clock, options.messages);
  // Until they have loaded, and if they do not, host-kit's few texts are in English.
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
  type Place = { element: HTMLElement; isMounted: boolean } & Pick<Placement, 'module' | 'view' | 'label'>;
  const outlets = new Map<Outlet, Place>();
  const moduleNames = () => new Set([...Object.keys(modules), ...[...outlets.values()].map(({ module }) => module)]);
  const order = createLoadOrder(moduleNames, loader, clock);
  const bus = createEventBus({ clock, onUnanswered: loadResponders, watchAgent: () => watchInput(document) });
  const { adapters, release } = createAdapters(options.adapters ?? {}, { agentId: options.agent.id, clock, texts });
  const storage = partOf(adapters.storage, 'backend.');
  const given = backendOf(options.backend, { agent: options.agent, clock, random, storage });
  const backend = options.maskCardNumbers ? maskedBackend(given) : given;

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
  tellAttention({ store, bus, title: adapters.title }, closing.signal);

  /** Reloads a module in all outlets in which it has failed. */
  function reloadFailed(module: string) {
    for (const [outlet, place] of outlets)
      if (place.module === module && outlet.getState().state === 'failed') outlet.reload();
  }

  /** Loads the modules that answer a topic. */
  async function loadResponders(topic: RequestTopic) {
    for (const module of await order.loadResponders(topic)) reloadFailed(module);
  }

  /** Loads a module now, also in all outlets in which it has failed. */
  async function loadNow(module: string) {
    const result = await order.load(module);
    if (result.ok) reloadFailed(module);
    return result;
  }

  retryLoads(loader, { clock, random, onLoaded: reloadFailed, signal: closing.signal });

  const preferences = createPreferences(givenPreferences(options), closing.signal);
  // What modules and the host see of both while the desktop is locked is less.
  const seen = createMaskable(store.getState, store.subscribe);
  const inForce = createMaskable(preferences.get, preferences.subscribe);

  const context: HostContext = {
    contract: contractVersion,
    agent: options.agent,
    bus,
    desktop: { ...store, getState: seen.get, subscribe: seen.subscribe },
    commands,
    reads: backend,
    heardAt: session.heardAt,
    clock,
    random,
    preferences: { ...preferences, get: inForce.get, subscribe: inForce.subscribe },
    adapters,
    locale,
    timeZone: options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    dir: options.dir ?? directionOf(locale),
    messages: options.messages,
    shortcuts: options.shortcuts,
    platform: options.platform ?? platformOf(navigator.platform),
    timing: { extendable: true, ...defined(options.timing ?? {}) },
    declining: options.declining && prepareDeclining(options.declining, locale),
    autoAnswer: options.autoAnswer && prepareAutoAnswer(options.autoAnswer, options.agent.id, clock),
    features: options.features,
    privileges: options.privileges,
    actions: options.actions && prepareActions(options.actions, { bus, locale }),
    templates: options.templates,
    readConsent: readConsentOf(options.consentWords),
    caseData: options.caseData,
    prices: options.prices,
  };

  const coverWhenLocked = keepLock(
    {
      ...context,
      options: options.lock,
      texts,
      desktop: seen,
      preferences: inForce,
      // Whoever unlocks stays in sight. What a module declares is known when it is mounted.
      places: () =>
        [...outlets.values()].filter(
          ({ module, isMounted }) => isMounted && loader.intentsOf(module)?.asks?.includes('lock.set') !== true,
        ),
    },
    closing.signal,
  );

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

  /** Unmounts copies whose element the page has removed without unmounting them: they would still answer requests. */
  function unmountAbandoned({ module, view }: Placement) {
    for (const [outlet, place] of outlets)
      if (place.module === module && place.view === view && !place.element.isConnected) void outlet.unmount();
  }

  const mount: Baton['mount'] = (element, given) => {
    if (closing.signal.aborted)
      throw new Error('This Baton is closed. Mount modules with the one that createBaton has made since.');
    const { load = 'now', ...placement } = checkPlacement(given);
    requireElement(element, placement.module);
    unmountAbandoned(placement);
    const place = { element, isMounted: false, ...placement };
    const leaving = new AbortController();
    const stopEarlyKeys =
      load === 'later'
        ? listenForEarlyKeys(context, (topic) => loader.intentsOf(placement.module)?.answers.includes(topic) ?? true)
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
        if (event.phase === 'mounted') {
          place.isMounted = true;
          coverWhenLocked();
        }
        if (event.phase === 'unmounted') {
          leaving.abort();
          outlets.delete(outlet);
        }
        options.onLifecycle?.(event);
      },
    });
    outlets.set(outlet, place);
    const renewWhen = () => loader.intentsOf(placement.module)?.renewWhen;
    renewWhenUnused(placement.module, outlet, { bus, renewWhen }, leaving.signal);
    if (load === 'now') order.first(outlet.ready());
    return outlet;
  };

  const application: Baton['application'] = (target, placement) =>
    outletApplication((opened) => {
      const open = (element: HTMLElement) => opened(mount(element, placement));
      if (typeof target === 'function') return waitForElement(target, context.clock, { found: open, missing });
      open(target);
      return () => undefined;

      /** Called by a timer, so that the error reaches the page's own error handling. */
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
      requireSingleSpa(singleSpa);
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
    panel: createPanels({ bus, loader, load: loadNow }, closing.signal),
    loads: loader,
    overrides,
    connectNow: session.connectNow,
    async signOut() {
      bus.emit('session.ending', {});
      const done = await commands.signOut({});
      // `unauthenticated`: the session has ended already.
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

/** Hosts are not always written in TypeScript. */
function checkPlacement(placement: Placement): Placement {
  const { module, label }: { module?: unknown; label?: unknown } =
    typeof placement === 'object' ? { ...placement } : {};
  if (typeof module === 'string' && typeof label === 'string') return placement;
  throw new TypeError('Say what to mount and what agents call it: { module: "sms-window", label: "SMS window" }.');
}

/** Absent without the option: a function that knows no word would be asked about every text. */
function readConsentOf(words: BatonOptions['consentWords']): HostContext['readConsent'] {
  return words ? consentReader(words === true ? {} : words) : undefined;
}

/** The host's preferences. Theme and density have options of their own. */
function givenPreferences({ preferences, theme, density }: BatonOptions): Partial<Preferences> {
  return { ...defined({ ...preferences }), ...defined({ theme, density }) };
}
