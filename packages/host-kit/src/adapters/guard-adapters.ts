import * as v from 'valibot';
import { Traceparent } from '@baton/contracts';
import type {
  Announcer,
  DesktopNotifier,
  HostAdapters,
  KeyValueStorage,
  SoundPlayer,
  Telemetry,
  TitleBadge,
} from '@baton/contracts';
import { hook } from '../hook';

/**
 * Adapters, the host's and the page's own, called so that their mistakes stop nothing and do not go unseen:
 * one that throws, or returns the wrong type, counts as not called.
 */
export function guardAdapters(adapters: HostAdapters): HostAdapters {
  return {
    announcer: guardAnnouncer(adapters.announcer),
    sound: guardSound(adapters.sound),
    desktopNotification: guardNotifications(adapters.desktopNotification),
    title: guardTitle(adapters.title),
    telemetry: guardTelemetry(adapters.telemetry),
    storage: guardStorage(adapters.storage),
    navigate: (url) => hook(() => adapters.navigate(url)),
  };
}

const guardAnnouncer = (adapter: Announcer): Announcer => ({
  announce: (...said) => hook(() => adapter.announce(...said)),
});

const guardSound = (adapter: SoundPlayer): SoundPlayer => ({
  play: (...how) => hook(() => adapter.play(...how)),
  unlocked: () => hook(() => adapter.unlocked()) === true,
});

const guardTitle = (adapter: TitleBadge): TitleBadge => ({
  set: (counts) => hook(() => adapter.set(counts)),
});

const permissions = ['granted', 'denied', 'default', 'unsupported'] as const;
const Permission = v.fallback(v.picklist(permissions), 'unsupported');

const guardNotifications = (adapter: DesktopNotifier): DesktopNotifier => ({
  permission: () =>
    v.parse(
      Permission,
      hook(() => adapter.permission()),
    ),
  requestPermission: async () => v.parse(Permission, await settled(hook(() => adapter.requestPermission()))),
  show: (notification) => closing(hook(() => adapter.show(notification))),
});

const Keys = v.fallback(v.array(v.string()), []);

const guardStorage = (adapter: KeyValueStorage): KeyValueStorage => ({
  get: (key) => textOf(hook(() => adapter.get(key))),
  set: (key, value) => hook(() => adapter.set(key, value)),
  remove: (key) => hook(() => adapter.remove(key)),
  keys: () =>
    v.parse(
      Keys,
      hook(() => adapter.keys()),
    ),
  watch: (listener) => closing(hook(() => adapter.watch(listener))),
});

const guardTelemetry = (adapter: Telemetry): Telemetry => ({
  emit(event) {
    const answer: unknown = hook(() => adapter.emit(event));
    // An emit that is async has no trace to tell, but may fail.
    if (answer instanceof Promise) void settled(answer);
    return v.is(Traceparent, answer) ? answer : undefined;
  },
});

/** What an adapter's promise comes to; a rejection is shown as the mistake it is. */
async function settled<T>(answer: T): Promise<Awaited<T> | undefined> {
  try {
    return await answer;
  } catch (error) {
    return hook(() => {
      throw error;
    });
  }
}

/** `localStorage` says null for what it does not have. */
const textOf = (found: unknown): string | undefined => (typeof found === 'string' ? found : undefined);

const closing =
  (close: unknown): (() => void) =>
  () =>
    hook(() => (typeof close === 'function' ? close() : undefined));
