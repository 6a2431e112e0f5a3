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
 * The host's adapters, called so that their mistakes take nothing down and do not go unseen: what throws has done
 * nothing, and what answers something else than was asked for has answered nothing.
 */
export function harmless(given: Partial<HostAdapters>): Partial<HostAdapters> {
  const { announcer, sound, desktopNotification, title, telemetry, storage, navigate } = given;
  return {
    ...(announcer && { announcer: ofAnnouncer(announcer) }),
    ...(sound && { sound: ofSound(sound) }),
    ...(desktopNotification && { desktopNotification: ofNotifications(desktopNotification) }),
    ...(title && { title: ofTitle(title) }),
    ...(telemetry && { telemetry: ofTelemetry(telemetry) }),
    ...(storage && { storage: ofStorage(storage) }),
    ...(navigate && { navigate: (url) => hook(() => navigate(url)) }),
  };
}

const ofAnnouncer = (host: Announcer): Announcer => ({
  announce: (...said) => hook(() => host.announce(...said)),
});

const ofSound = (host: SoundPlayer): SoundPlayer => ({
  play: (...how) => hook(() => host.play(...how)),
  unlocked: () => hook(() => host.unlocked()) === true,
});

const ofTitle = (host: TitleBadge): TitleBadge => ({
  set: (counts) => hook(() => host.set(counts)),
});

const permissions = ['granted', 'denied', 'default', 'unsupported'] as const;
const Permission = v.fallback(v.picklist(permissions), 'unsupported');

const ofNotifications = (host: DesktopNotifier): DesktopNotifier => ({
  permission: () =>
    v.parse(
      Permission,
      hook(() => host.permission()),
    ),
  requestPermission: async () => v.parse(Permission, await told(hook(() => host.requestPermission()))),
  show: (notification) => closing(hook(() => host.show(notification))),
});

const ofStorage = (host: KeyValueStorage): KeyValueStorage => ({
  get: (key) => textOf(hook(() => host.get(key))),
  set: (key, value) => hook(() => host.set(key, value)),
  remove: (key) => hook(() => host.remove(key)),
  watch: (key, listener) => closing(hook(() => host.watch(key, listener))),
  clear: () => hook(() => host.clear?.()),
});

const ofTelemetry = (host: Telemetry): Telemetry => ({
  emit(event) {
    const answer: unknown = hook(() => host.emit(event));
    // An emit that is async has no trace to tell, but may fail.
    if (answer instanceof Promise) void told(answer);
    return v.is(Traceparent, answer) ? answer : undefined;
  },
});

/** What a promise of the host's comes to; a rejection is shown as the mistake it is. */
async function told<T>(answer: T): Promise<Awaited<T> | undefined> {
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
