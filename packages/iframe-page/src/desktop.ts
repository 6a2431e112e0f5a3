import * as v from 'valibot';
import type { Clock, HostActions, OptionalFields, Random } from '@baton/contracts';
import type { FrameOptions, PageState, PayloadOf, ParentMessage } from '@baton/contracts/bridge';
import { createBaton } from '@baton/host-kit';
import type { ActionLabel } from '@baton/host-kit';
import { defined } from '@baton/runtime';
import { createTexts, uiCatalogue, uiTranslations } from '@baton/ui/texts';
import type { Channel } from './channel';
import type { Deployment } from './deployment';
import { sendFacts } from './facts';
import { keyBindings, pressKeys } from './key-bindings';
import { createLayout } from './layout';
import { createParentAdapters } from './page-adapters';
import type { Place } from './places';
import { askOnBus } from './requests';
import { sharedKit } from './shared-kit';
import { setTokens } from './tokens';

/** How the page reaches the routing backend. */
export interface Reach {
  /** Replaces the page's own. */
  fetch?: typeof fetch;
  /** Replaces the parent's token, for a mocked backend. */
  getToken?(agentId: string, refused?: string): Promise<string>;
}

export interface DesktopOptions {
  page: Document;
  options: FrameOptions;
  state: PageState;
  places: readonly Place[];
  deployment: Deployment;
  channel: Channel;
  reach: Reach;
  clock: Clock;
  random: Random;
}

/** The modules of one agent in this page. When an option changes that they cannot follow, a new desktop replaces it. */
export interface Desktop {
  setState(state: PageState): void;
  clicked(notification: string): void;
  /** Applies changes of options that mounted modules can follow. */
  follow(options: FrameOptions, changed: OptionalFields<FrameOptions>): void;
  request(id: string, asked: PayloadOf<ParentMessage, 'request'>): void;
  cancel(requestId: string): void;
  focus(module?: string): void;
  press(command: string): void;
  shortcuts(): ReturnType<typeof keyBindings>;
  /** The agent's settings, for the desktop that replaces this one. */
  preferences(): FrameOptions['preferences'];
  close(): void;
}

const Token = v.pipe(v.string(), v.minLength(1));

export async function openDesktop({
  page,
  options,
  state,
  places,
  deployment,
  channel,
  reach,
  clock,
  random,
}: DesktopOptions): Promise<Desktop> {
  const {
    agent,
    backend,
    autoHeight = false,
    tokens,
    messages,
    locale = 'en-GB',
    shortcuts,
    actions,
    ...rest
  } = options;
  const texts = createTexts({
    locale,
    catalogues: [uiCatalogue],
    translations: [uiTranslations],
    clock,
    overrides: messages,
  });
  // When a language does not load, texts are in English.
  await texts.ready.catch(() => undefined);
  const parent = createParentAdapters(channel, texts, { clock, random }, state);
  const closing = new AbortController();
  const { signal } = closing;

  const baton = createBaton({
    ...rest,
    agent,
    locale,
    messages,
    shortcuts,
    actions: actions && performedByParent(actions),
    modules: deployment.modules,
    shared: sharedKit,
    backend: {
      baseUrl: backend?.baseUrl ?? '/',
      shareStream: backend?.shareStream,
      fetch: reach.fetch,
      async getToken(refused) {
        if (reach.getToken) return reach.getToken(agent.id, refused);
        return v.parse(Token, await channel.ask('token', { refused }));
      },
    },
    adapters: parent.adapters,
    clock,
    random,
  });
  const { bus, preferences } = baton.context;
  const layout = createLayout(page, baton, places, texts);
  const requests = askOnBus(bus, channel);

  sendFacts(bus, channel, clock, page, signal);
  setTokens(page.documentElement, tokens);
  layout.fit(autoHeight);
  const height = new ResizeObserver(() =>
    channel.send('height', { height: Math.ceil(layout.root.getBoundingClientRect().height) }),
  );
  height.observe(layout.root);

  const bindingsInForce = () => keyBindings(baton.context, preferences.get().shortcuts);
  signal.addEventListener(
    'abort',
    preferences.subscribe(() => channel.send('shortcuts', { shortcuts: bindingsInForce() })),
  );

  const isAlone = places.length === 1;
  for (const { name, module, view, label, area, room } of places) {
    const element = layout.elements.get(name);
    if (element === undefined) continue;
    baton.mount(element, {
      module,
      label: texts.t(label),
      view,
      room,
      load: area === 'panel' && !isAlone ? 'later' : 'now',
    });
    // A panel without other modules is always open.
    if (area === 'panel' && isAlone) baton.panel(module).open();
  }

  return {
    setState: parent.setState,
    clicked: parent.clicked,
    follow(next, { theme, density, preferences: more }) {
      const changes = { ...defined({ ...more }), ...defined({ theme, density }) };
      if (Object.keys(changes).length > 0) preferences.set(changes);
      setTokens(page.documentElement, next.tokens);
      layout.fit(next.autoHeight ?? false);
    },
    request: requests.ask,
    cancel: requests.cancel,
    focus(module) {
      const place = places.find(({ name }) => name === (module ?? places[0]?.name));
      if (place === undefined) return;
      // At once, so that focus is in the frame even if the module has no better place.
      layout.elements.get(place.name)?.focus();
      place.focus?.(baton);
    },
    press(command) {
      // Team Communicator may not be loaded yet: the request loads it.
      if (!pressKeys(page, baton.context, command) && command === 'team.open')
        void bus.request('team.open', {}, { signal }).catch(() => undefined);
    },
    shortcuts: bindingsInForce,
    preferences: preferences.get,
    close() {
      requests.close();
      closing.abort();
      height.disconnect();
      baton.close();
      layout.remove();
    },
  };
}

/** The parent performs them when it receives the fact `action.chosen`. */
function performedByParent({
  target = [],
  conversation = [],
}: NonNullable<FrameOptions['actions']>): HostActions<ActionLabel> {
  const perform = () => undefined;
  return {
    target: target.map((action) => ({ ...action, perform })),
    conversation: conversation.map((action) => ({ ...action, perform })),
  };
}
