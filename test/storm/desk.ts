import type { AgentRef, DesktopState, Random, RoutingCommands } from '@baton/contracts';
import { createEventBus } from '@baton/event-bus';
import { createHttpRouting, openSession } from '@baton/routing';
import { startSession } from '../../packages/host-kit/src/session/session';
import type { Session } from '../../packages/host-kit/src/session/session';
import type { Device } from '../../packages/host-kit/src/testing/device';
import type { TestBrowser, TestPage } from '../../packages/routing/src/testing/browser';
import type { MachineLine } from './line';

const baseUrl = 'https://routing.example/';

/** One window of an agent: the client kit as it runs in a page, without what draws it. */
export interface StormWindow {
  state(): DesktopState;
  commands: RoutingCommands;
  connectNow(): void;
  /** As the composer does it. */
  write(interactionId: string, text: string, send: boolean): void;
  /** `told`: the browser tells the page, as it does in most cases. */
  freeze(told: boolean): void;
  /** Nobody can do anything in a window that is frozen. */
  isFrozen(): boolean;
  thaw(told: boolean): void;
  network(isThere: boolean): void;
  setClock(aheadMs: number): void;
  /** Waits for a command, so that none hangs unseen. */
  wait(answer: Promise<unknown>): void;
  /** Commands without an answer. */
  unanswered(): number;
  end(how: 'closed' | 'crashed'): void;
}

export interface WindowOptions {
  agent: AgentRef;
  browser: TestBrowser;
  line: MachineLine;
  device: Device;
  random: Random;
  /** How far the machine's clock is ahead, in milliseconds. */
  aheadMs: number;
}

export function openWindow({ agent, browser, line, device, random, aheadMs }: WindowOptions): StormWindow {
  const place = browser.openPage();
  place.setClock(aheadMs);
  const { clock } = place;
  const page = Object.assign(new EventTarget(), {
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' as const }),
  });
  const fetch = line.fetchOf(place);
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
    () => place.profile,
  );
  const session: Session = startSession({
    backend,
    bus: createEventBus({ clock }),
    storage: storageOf(place, device),
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
    freeze(told) {
      if (told) page.document.dispatchEvent(new Event('freeze'));
      place.freeze();
      isFrozen = true;
    },
    thaw(told) {
      place.thaw();
      isFrozen = false;
      if (told) page.document.dispatchEvent(new Event('resume'));
    },
    setClock: place.setClock,
    network: (isThere) => void page.dispatchEvent(new Event(isThere ? 'online' : 'offline')),
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
      place.leave();
      line.drop(place);
    },
  };
}

/** Windows hear of each other's changes after they were made; a frozen one when it thaws. */
function storageOf(place: TestPage, device: Device): ReturnType<Device['storageOfWindow']> {
  const storage = device.storageOfWindow();
  return {
    ...storage,
    watch: (listener) => storage.watch((key) => setImmediate(() => place.run(() => listener(key)))),
  };
}
