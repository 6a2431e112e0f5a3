import * as v from 'valibot';
import type { Clock, Random } from '@baton/contracts';
import type { FrameOptions, PageState, PayloadOf, ParentMessage } from '@baton/contracts/bridge';
import { createBaton } from '@baton/host-kit';
import { createTexts, uiCatalogue, uiTranslations } from '@baton/ui/texts';
import type { Channel } from './channel';
import type { Deployment } from './deployment';
import { tellFacts } from './facts';
import { focusModule } from './focus';
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
  /** Replaces the parent's token, in front of a mocked backend. */
  getToken?(agentId: string, refused?: string): Promise<string>;
}

export interface DeskOptions {
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

/** One agent's modules in this page, until something changes that they cannot take alive. */
export interface Desk {
  setState(state: PageState): void;
  clicked(notification: string): void;
  /** Changes what can change while the modules stand. */
  follow(options: FrameOptions, changed: Partial<FrameOptions>): void;
  request(id: string, asked: PayloadOf<ParentMessage, 'request'>): void;
  cancel(requestId: string): void;
  focus(module?: string): void;
  press(command: string): void;
  shortcuts(): ReturnType<typeof keyBindings>;
  /** What the agent has set, for the desk that follows. */
  preferences(): FrameOptions['preferences'];
  close(): void;
}

const Token = v.pipe(v.string(), v.minLength(1));

export async function openDesk({
  page,
  options,
  state,
  places,
  deployment,
  channel,
  reach,
  clock,
  random,
}: DeskOptions): Promise<Desk> {
  const { agent, backend, autoHeight = false, tokens, messages, locale = 'en-GB', shortcuts, ...rest } = options;
  const texts = createTexts({
    locale,
    catalogues: [uiCatalogue],
    translations: [uiTranslations],
    clock,
    ...(messages === undefined ? {} : { overrides: messages }),
  });
  // Without the words of a language English does.
  await texts.ready.catch(() => undefined);
  const parent = createParentAdapters(channel, texts, { clock, random }, state);
  const closing = new AbortController();
  const { signal } = closing;

  const baton = createBaton({
    ...rest,
    agent,
    locale,
    ...(messages === undefined ? {} : { messages }),
    ...(shortcuts === undefined ? {} : { shortcuts }),
    modules: deployment.modules,
    shared: sharedKit,
    backend: {
      baseUrl: backend?.baseUrl ?? '/',
      ...(backend?.shareStream === undefined ? {} : { shareStream: backend.shareStream }),
      ...(reach.fetch && { fetch: reach.fetch }),
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

  tellFacts(bus, channel, clock, page, signal);
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

  for (const { name, module, view, label } of places) {
    const element = layout.elements.get(name);
    if (element === undefined) continue;
    baton.mount(element, {
      module,
      label: texts.t(label),
      ...(view === undefined ? {} : { view }),
      ...(name === 'notifications/messages' ? { room: 'button' } : {}),
      ...(module === 'team-communicator' && places.length > 1 ? { load: 'later' } : {}),
    });
  }
  // Where it is all there is, it is open.
  if (places.length === 1 && places[0]?.module === 'team-communicator')
    void bus.request('team.open', {}, { signal }).catch(() => undefined);

  return {
    setState: parent.setState,
    clicked: parent.clicked,
    follow(next, { theme, density, preferences: more }) {
      const changes = {
        ...more,
        ...(theme === undefined ? {} : { theme }),
        ...(density === undefined ? {} : { density }),
      };
      if (Object.keys(changes).length > 0) preferences.set(changes);
      setTokens(page.documentElement, next.tokens);
      layout.fit(next.autoHeight ?? false);
    },
    request: requests.ask,
    cancel: requests.cancel,
    focus: (module) => focusModule(module ?? places[0]?.name, layout.elements, bus),
    press(command) {
      // Team Communicator comes when all is calm, or when it is asked for.
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
