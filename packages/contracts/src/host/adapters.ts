import type { Telemetry } from './telemetry';

/** Speaks to screen readers. */
export interface Announcer {
  /** `id` makes repetitions within a second one. */
  announce(text: string, options?: { priority?: 'polite' | 'assertive'; id?: string }): void;
}

export const soundNames = ['invite', 'inviteReminder', 'message', 'problem'] as const;
export type SoundName = (typeof soundNames)[number];

/** Plays Baton's short sounds, once per browser profile. */
export interface SoundPlayer {
  /** `once` names the occasion: of several windows only one plays it. Volume 0 to 1. */
  play(sound: SoundName, options: { volume: number; once: string }): void;
  /** Whether the browser lets sound through; false before the first click on the page. */
  unlocked(): boolean;
}

/** Shows notifications of the operating system. */
export interface DesktopNotifier {
  permission(): 'granted' | 'denied' | 'default' | 'unsupported';
  /** Asks the person; call it from a click only. */
  requestPermission(): Promise<'granted' | 'denied' | 'default' | 'unsupported'>;
  /** Shows one, or replaces the one with the same tag; returns a function that closes it. */
  show(notification: { tag: string; title: string; body: string; silent: boolean; onClick(): void }): () => void;
}

/** Counts for the window's title. */
export interface TitleBadge {
  set(counts: { incoming: number; unread: number }): void;
}

/** Keeps small things on this device for one agent, drafts among them. */
export interface KeyValueStorage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Calls back when another window of this browser changed `key`. */
  watch(key: string, listener: () => void): () => void;
  /** Removes everything that is kept for the agent; called when they have signed out. A host whose storage has none forgets by its own means. */
  clear?(): void;
}

/** What a module may ask of the page around it. Every one has a default made by host-kit. */
export interface HostAdapters {
  announcer: Announcer;
  sound: SoundPlayer;
  desktopNotification: DesktopNotifier;
  title: TitleBadge;
  telemetry: Telemetry;
  storage: KeyValueStorage;
  /** Opens a link that a customer sent. */
  navigate(url: URL): void;
}
