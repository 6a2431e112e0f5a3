import { createAnnouncer } from '@baton/ui/announcer';
import { createEventBus } from '@baton/event-bus';
import { createDesktopStore } from '@baton/desktop';
import { createHttpRouting } from '@baton/routing';
import type {
  AgentRef,
  Clock,
  HostAdapters,
  HostContext,
  Preferences,
  Random,
  RequestTopic,
  RoutingBackend,
  ShortcutOverrides,
  Timing,
} from '@baton/contracts';
import { desktopNotifier } from './adapters/desktop-notification';
import { createPreferences } from './adapters/preferences';
import { createSoundPlayer } from './adapters/sound';
import { createAgentStorage } from './adapters/storage';
import { systemClock } from './adapters/system-clock';
import { systemRandom } from './adapters/system-random';
import { createTitleBadge } from './adapters/title';
import { createFederation } from './modules/federation';
import { createLoadOrder } from './modules/load-order';
import { createModuleLoader } from './modules/module-loader';
import type { CodeSource } from './modules/module-loader';
import { openOutlet } from './modules/outlet';
import type { Outlet } from './modules/outlet';
import { registerOutlet } from './modules/register';
import { createCommands } from './session/commands';
import { connect } from './session/connect';
import { keepDeviceMemory } from './session/device-memory';
import { tellFacts } from './session/facts';
import { answerNotices } from './session/notices';
import { createHostTexts } from './texts';

/** How to reach a routing backend that speaks Baton's own wire. */
export interface HttpBackendOptions {
  /** Where `/v1/…` is, for example "/" or "https://routing.example/"; ends with a slash. */
  baseUrl: string;
  /** Gives the agent's token; asked again once with the refused one after a 401. Never stored. */
  getToken(refused?: string): Promise<string>;
  /** Replaces the page's fetch. */
  fetch?: typeof fetch;
}

export interface BatonOptions {
  agent: AgentRef;
  /** Baton's own wire, or an adapter to another product. */
  backend: HttpBackendOptions | RoutingBackend;
  /** Manifest URL of each module by name; modules load from nowhere else. */
  modules: Readonly<Record<string, string>>;
  /** Whether to sign in ready for SMS; counts only when the agent is signed out. Default true. */
  ready?: boolean;
  /** BCP 47. Default "en-GB". */
  locale?: string;
  /** IANA. Default: the device's. */
  timeZone?: string;
  dir?: 'ltr' | 'rtl';
  /** The host's own words by message id: ICU strings. */
  messages?: Readonly<Record<string, string>>;
  /** Preferences to start with, before those kept from an earlier visit. */
  preferences?: Partial<Preferences>;
  shortcuts?: ShortcutOverrides;
  timing?: Partial<Timing>;
  /** Replaces what modules ask of the page. */
  adapters?: Partial<HostAdapters>;
  clock?: Clock;
  random?: Random;
  /** Replaces module federation, for tests and for modules that are part of the page. */
  code?: CodeSource;
  /** Told of every module that fails, before the card is shown. */
  onError?(error: unknown, about: { module: string; reference: string }): void;
}

/** Where and how a module stands. */
export interface Placement {
  module: string;
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
  /** Puts a module into an element at once. */
  open(element: HTMLElement, placement: Placement): Outlet;
  /** Registers a module with single-spa: it stands in `element` while `activeWhen` says so. Returns how to unregister. */
  register(element: HTMLElement, placement: Placement & { activeWhen: (location: Location) => boolean }): () => Promise<void>;
  /** Signs the agent out everywhere and forgets what this device kept for them. */
  signOut(): Promise<void>;
  /** Ends the connection and frees everything; the agent stays signed in. */
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

/** Creates the context, connects to the routing backend and gets ready to place modules. */
export function createBaton(options: BatonOptions): Baton {
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  const locale = options.locale ?? 'en-GB';
  const texts = createHostTexts(locale, options.messages);
  const loader = createModuleLoader(options.code ?? createFederation(options.modules, clock), clock);
  const order = createLoadOrder(responders, loader, clock);
  const bus = createEventBus({ clock, onUnanswered: order.bring });
  const store = createDesktopStore();
  const backend = 'send' in options.backend ? options.backend : createHttpRouting({ clock, random, ...options.backend });
  const storage = createAgentStorage(options.agent.id);
  const announcer = createAnnouncer({ clock, document });
  const closing = new AbortController();

  let told = store.getState();
  store.subscribe(() => {
    const before = told;
    told = store.getState();
    tellFacts(bus, before, told);
  });
  const forget = keepDeviceMemory(store, options.adapters?.storage ?? storage);
  answerNotices({ bus, store, clock, random }, closing.signal);
  const connection = connect({ backend, clock, random, ready: options.ready ?? true, dispatch: store.dispatch });
  const commands = createCommands({ backend, store, clock, random, resync: connection.resync });

  const context: HostContext = {
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
    preferences: createPreferences(options.preferences),
    adapters: {
      announcer,
      sound: createSoundPlayer(clock),
      desktopNotification: desktopNotifier,
      title: createTitleBadge(document, texts),
      telemetry: { emit: () => undefined },
      storage,
      navigate: (url) => void window.open(url, '_blank', 'noopener,noreferrer'),
      ...options.adapters,
    },
    locale,
    timeZone: options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    dir: options.dir ?? 'ltr',
    ...(options.messages === undefined ? {} : { messages: options.messages }),
    ...(options.shortcuts === undefined ? {} : { shortcuts: options.shortcuts }),
    timing: { extendable: true, ...options.timing },
  };

  const open: Baton['open'] = (element, { load = 'now', ...placement }) => {
    const outlet = openOutlet({
      element,
      ...placement,
      context,
      loader,
      texts,
      ...(load === 'later' ? { turn: order.turnOf(placement.module) } : {}),
      ...(options.onError === undefined ? {} : { onError: options.onError }),
    });
    if (load === 'now') order.first(outlet.ready());
    return outlet;
  };

  return {
    context,
    open,
    register: (element, { activeWhen, ...placement }) =>
      registerOutlet({
        name: `baton.${placement.module}.${random.id().slice(0, 8)}`,
        activeWhen,
        open: () => open(element, placement),
      }),
    async signOut() {
      await commands.signOut({});
      this.close();
      storage.clear();
    },
    close() {
      closing.abort();
      forget();
      connection.close();
      announcer.release();
    },
  };
}
