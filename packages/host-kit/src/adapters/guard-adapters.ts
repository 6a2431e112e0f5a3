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
import { safely } from '@baton/runtime';

/**
 * Wraps adapters so that their errors stop nothing: an adapter that throws, or returns the wrong type, counts as not
 * called. Errors are re-thrown asynchronously, so that they are visible in the console.
 */
export function guardAdapters(adapters: HostAdapters): HostAdapters {
  return {
    announcer: guardAnnouncer(adapters.announcer),
    sound: guardSound(adapters.sound),
    desktopNotification: guardNotifications(adapters.desktopNotification),
    title: guardTitle(adapters.title),
    telemetry: guardTelemetry(adapters.telemetry),
    storage: guardStorage(adapters.storage),
    navigate: (url) => safely(() => adapters.navigate(url)),
  };
}

const guardAnnouncer = (adapter: Announcer): Announcer => ({
  announce: (...said) => safely(() => adapter.announce(...said)),
});

const guardSound = (adapter: SoundPlayer): SoundPlayer => ({
  play: (...how) => safely(() => adapter.play(...how)),
  unlocked: () => safely(() => adapter.unlocked()) === true,
});

const guardTitle = (adapter: TitleBadge): TitleBadge => ({
  set: (counts) => safely(() => adapter.set(counts)),
});

const permissions = ['granted', 'denied', 'default', 'unsupported'] as const;
const Permission = v.fallback(v.picklist(permissions), 'unsupported');

const guardNotifications = (adapter: DesktopNotifier): DesktopNotifier => ({
  permission: () =>
    v.parse(
      Permission,
      safely(() => adapter.permission()),
    ),
  requestPermission: async () => v.parse(Permission, await resolved(safely(() => adapter.requestPermission()))),
  show: (notification) => closing(safely(() => adapter.show(notification))),
});

const Keys = v.fallback(v.array(v.string()), []);

const guardStorage = (adapter: KeyValueStorage): KeyValueStorage => ({
  get: (key) => textOf(safely(() => adapter.get(key))),
  set: (key, value) => safely(() => adapter.set(key, value)),
  remove: (key) => safely(() => adapter.remove(key)),
  keys: () =>
    v.parse(
      Keys,
      safely(() => adapter.keys()),
    ),
  watch: (listener) => closing(safely(() => adapter.watch(listener))),
});

const guardTelemetry = (adapter: Telemetry): Telemetry => ({
  emit(event) {
    const answer: unknown = safely(() => adapter.emit(event));
    // An async `emit` returns no trace, but may reject.
    if (answer instanceof Promise) void resolved(answer);
    return v.is(Traceparent, answer) ? answer : undefined;
  },
});

/** The value of an adapter's promise; undefined when it rejects, and the error is re-thrown asynchronously. */
async function resolved<T>(answer: T): Promise<Awaited<T> | undefined> {
  try {
    return await answer;
  } catch (error) {
    return safely(() => {
      throw error;
    });
  }
}

/** `localStorage` returns null for a missing key. */
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const closing =
  (close: unknown): (() => void) =>
  () =>
    safely(() => (typeof close === 'function' ? close() : undefined));
