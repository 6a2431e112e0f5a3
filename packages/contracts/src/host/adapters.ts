import type { Telemetry } from './telemetry';

/** Makes announcements for screen readers. */
export interface Announcer {
  /** Announcements with the same `id` within a second are made once. */
  announce(text: string, options?: { priority?: 'polite' | 'assertive'; id?: string }): void;
}

export const soundNames = [
  /** An agent is asked to take over, or to answer, a conversation. */
  'invite',
  /** Little time is left to answer an invitation. */
  'inviteReminder',
  /** A customer has written. */
  'message',
  /** Something has failed. */
  'problem',
  /** The contact centre has sent a message of high priority. */
  'highNotice',
  /** The contact centre has sent a message that the agent has to acknowledge. */
  'importantNotice',
] as const;
export type SoundName = (typeof soundNames)[number];

/** Plays Baton's short sounds, once per browser profile. */
export interface SoundPlayer {
  /** `once` identifies the occasion, so that only one of several windows plays the sound. Volume from 0 to 1. */
  play(sound: SoundName, options: { volume: number; once: string }): void;
  /** Whether the browser allows sound; false before the first click on the page. */
  unlocked(): boolean;
}

/** Shows notifications of the operating system. */
export interface DesktopNotifier {
  permission(): 'granted' | 'denied' | 'default' | 'unsupported';
  /** Asks the agent. Browsers require that it is called from a click. */
  requestPermission(): Promise<'granted' | 'denied' | 'default' | 'unsupported'>;
  /** Shows a notification, or replaces the one with the same tag. Returns a function that closes it. */
  show(notification: { tag: string; title: string; body: string; silent: boolean; onClick(): void }): () => void;
}

/** Counts for the window's title. */
export interface TitleBadge {
  /**
   * `incoming`: invitations; `unread`: unread entries of My Messages and conversations with unread texts; `waiting`:
   * customers who wait for an answer.
   */
  set(counts: { incoming: number; unread: number; waiting?: number | undefined }): void;
}

/**
 * Stores small entries on this device for one agent, such as unsent texts. All windows of the agent share it. Baton uses
 * one key for each entry, and removes all entries when the agent signs out. It reads back what it has set: a full storage
 * may throw or do nothing, and keeps the former value.
 */
export interface KeyValueStorage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Every key that has a value. */
  keys(): readonly string[];
  /**
   * Calls back when another window of this browser has set or removed `key`; without a key when it may have removed all.
   * Returns a function that stops watching.
   */
  watch(listener: (key?: string) => void): () => void;
}

/** Services of the page for modules. host-kit has a default for each. */
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
