import type { Announcer, DesktopNotifier, HostAdapters, SoundName, TelemetryEvent, TitleBadge } from '@baton/contracts';

type NotificationRequest = Parameters<DesktopNotifier['show']>[0];

/** Adapters that only record how they were called. */
export interface RecordedAdapters extends HostAdapters {
  /** Everything said to screen readers, oldest first. */
  readonly announcements: readonly { text: string; priority: 'polite' | 'assertive'; id?: string }[];
  readonly sounds: readonly { sound: SoundName; volume: number; once: string }[];
  /** The desktop notifications that are currently shown. */
  readonly shown: ReadonlyMap<string, NotificationRequest>;
  readonly titles: readonly Parameters<TitleBadge['set']>[0][];
  readonly visited: readonly string[];
  /** All telemetry, oldest first. */
  readonly measured: readonly TelemetryEvent[];
  /** The browser's permission for notifications. Tests may set it. */
  permission: ReturnType<DesktopNotifier['permission']>;
  /** Whether the browser allows sound. Tests may set it. */
  soundUnlocked: boolean;
}

export function createRecordedAdapters(): RecordedAdapters {
  const announcements: { text: string; priority: 'polite' | 'assertive'; id?: string }[] = [];
  const sounds: { sound: SoundName; volume: number; once: string }[] = [];
  const shown = new Map<string, NotificationRequest>();
  const titles: Parameters<TitleBadge['set']>[0][] = [];
  const visited: string[] = [];
  const measured: TelemetryEvent[] = [];
  const stored = new Map<string, string>();
  const announce: Announcer['announce'] = (text, { priority = 'polite', id } = {}) =>
    void announcements.push({ text, priority, ...(id !== undefined && { id }) });

  const adapters: RecordedAdapters = {
    announcements,
    sounds,
    shown,
    titles,
    visited,
    measured,
    permission: 'default',
    soundUnlocked: true,
    announcer: { announce },
    sound: {
      play: (sound, options) => void sounds.push({ sound, ...options }),
      unlocked: () => adapters.soundUnlocked,
    },
    desktopNotification: {
      permission: () => adapters.permission,
      requestPermission() {
        if (adapters.permission === 'default') adapters.permission = 'granted';
        return Promise.resolve(adapters.permission);
      },
      show(notification) {
        shown.set(notification.tag, notification);
        return () => shown.delete(notification.tag);
      },
    },
    title: { set: (counts) => void titles.push(counts) },
    telemetry: { emit: (event) => void measured.push(event) },
    storage: {
      get: (key) => stored.get(key),
      set: (key, value) => void stored.set(key, value),
      remove: (key) => void stored.delete(key),
      keys: () => [...stored.keys()],
      watch: () => () => undefined,
    },
    navigate: (url) => void visited.push(url.href),
  };
  return adapters;
}
