import type { AgentRef, DesktopState, Random, RoutingCommands } from '@baton/contracts';
import { createEventBus } from '@baton/event-bus';
import { createHttpRouting, openSession } from '@baton/routing';
import { startSession } from '../../packages/host-kit/src/session/session';
import type { Session } from '../../packages/host-kit/src/session/session';
import type { Device } from '../../packages/host-kit/src/testing/device';
import type { TestBrowser, TestPage } from '../../packages/routing/src/testing/browser';
import type { MachineNetwork } from './network';

const baseUrl = 'https://routing.example/';

/** One window of an agent: the client kit as it runs in a page, without the user interface. */
export interface StormWindow {
  state(): DesktopState;
  commands: RoutingCommands;
  connectNow(): void;
  /** Types into the composer, and sends. */
  write(interactionId: string, text: string, send: boolean): void;
  /** `notified`: whether the browser fires its event, as it does in most cases. */
  freeze(notified: boolean): void;
  /** A frozen window runs no code. */
  isFrozen(): boolean;
  thaw(notified: boolean): void;
  /** Fires the browser's `online` or `offline` event. */
  setOnline(isOnline: boolean): void;
  setClock(aheadMs: number): void;
  /** Registers a command's answer, so that a hanging one is found. */
  wait(answer: Promise<unknown>): void;
  /** Commands without an answer. */
  unanswered(): number;
  end(how: 'closed' | 'crashed'): void;
}

export interface WindowOptions {
  agent: AgentRef;
  browser: TestBrowser;
  network: MachineNetwork;
  device: Device;
  random: Random;
  aheadMs: number;
}

export function openWindow({ agent, browser, network, device, random, aheadMs }: WindowOptions): StormWindow {
  const browserPage = browser.openPage();
  browserPage.setClock(aheadMs);
  const { clock } = browserPage;
  const page = Object.assign(new EventTarget(), {
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' as const }),
  });
  const fetch = network.fetchOf(browserPage);
  let token: string | undefined;

  const backend = createHttpRouting(
    {
      baseUrl,
      clock,
      random,
      fetch,
      sharedAs: `${baseUrl} ${agent.id}`,
      async getToken(refused) {
        if (token !== undefined && refused !== token) return token;
        const opened = await openSession({ baseUrl, clock, random, fetch }, agent.id);
        if (!opened.ok) throw new Error(opened.error.message);
        return (token = opened.value.token);
      },
    },
    () => browserPage.profile,
  );
  const session: Session = startSession({
    backend,
    bus: createEventBus({ clock }),
    storage: storageOf(browserPage, device),
    clock,
    random,
    ready: true,
    page,
  });
  const waiting = new Set<Promise<unknown>>();
  const { store, commands } = session;
  let isFrozen = false;

  return {
    state: store.getState,
    commands,
    connectNow: session.connectNow,
    write(interactionId, text, send) {
      const customer = 'Customer';
      const before = Object.values(store.getState().drafts).find((draft) => draft.interactionId === interactionId);
      const all = before === undefined ? text : `${before.text} ${text}`;
      commands.writeDraft({ interactionId, customer, text: all });
      if (!send) return;
      this.wait(commands.sendMessage({ interactionId, text: all }));
      commands.writeDraft({ interactionId, customer, text: '' });
    },
    freeze(notified) {
      if (notified) page.document.dispatchEvent(new Event('freeze'));
      browserPage.freeze();
      isFrozen = true;
    },
    thaw(notified) {
      browserPage.thaw();
      isFrozen = false;
      if (notified) page.document.dispatchEvent(new Event('resume'));
    },
    setClock: browserPage.setClock,
    setOnline: (isOnline) => void page.dispatchEvent(new Event(isOnline ? 'online' : 'offline')),
    wait(answer) {
      waiting.add(answer);
      void answer.finally(() => waiting.delete(answer));
    },
    isFrozen: () => isFrozen,
    unanswered: () => waiting.size,
    end(how) {
      if (how === 'closed') {
        page.dispatchEvent(new Event('pagehide'));
        session.close();
      }
      browserPage.leave();
      network.drop(browserPage);
    },
  };
}

/** Windows get each other's changes later; a frozen one when it thaws. */
function storageOf(browserPage: TestPage, device: Device): ReturnType<Device['storageOfWindow']> {
  const storage = device.storageOfWindow();
  return {
    ...storage,
    watch: (listener) => storage.watch((key) => setImmediate(() => browserPage.run(() => listener(key)))),
  };
}
