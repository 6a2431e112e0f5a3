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

/**
 * Keeps small things on this device for one agent, texts that were not sent among them. All windows of the agent share
 * it. Baton keeps each thing under a key of its own, and removes all of them when the agent signs out. It reads back
 * what it has set: a storage without room may throw or do nothing, and keeps what it had.
 */
export interface KeyValueStorage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Every key that has a value. */
  keys(): readonly string[];
  /**
   * Calls back when another window of this browser set or removed `key`; without a key when it may have removed all of
   * them. Returns a function that stops it.
   */
  watch(listener: (key?: string) => void): () => void;
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
