import * as v from 'valibot';
import { TimeToAnswer } from '../domain/time-to-answer';

export const themeNames = ['auto', 'light', 'dark', 'contrast-light', 'contrast-dark'] as const;
export type ThemeName = (typeof themeNames)[number];
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

/** What an agent has set for themselves. Kept by the host between visits. */
export const Preferences = v.object({
  /** `auto` follows the person's system, contrast included. */
  theme: v.picklist(themeNames),
  /** How close rows and bubbles stand. */
  density: v.picklist(densities),
  /** Whether an invitation interrupts the screen reader, or waits until it has finished. */
  announcements: v.picklist(['normal', 'quiet']),
  /** Whether Baton's sounds are played. */
  sounds: v.boolean(),
  /** Of sounds, from 0 to 1. Offered to agents together with `sounds`. */
  volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Whether invitations are shown by the operating system too, while the agent looks at something else. */
  desktopNotifications: v.boolean(),
  /** Whether keyboard commands work. */
  shortcuts: v.boolean(),
  /** Which keys send a text: Enter, or Ctrl+Enter and ⌘+Enter. */
  sendWith: v.picklist(['enter', 'ctrlEnter']),
  /** By how much the time to answer an invitation is multiplied; 0 is no limit. Told to the routing backend, which owns the deadlines. */
  timeToAnswer: TimeToAnswer,
});
export type Preferences = v.InferOutput<typeof Preferences>;

/** Preferences that live: screens follow changes at once. */
export interface PreferencesStore {
  get(): Preferences;
  /** Changes some, keeps the rest, remembers all. */
  set(changes: Partial<Preferences>): void;
  /** Calls back after each change; returns a function that stops it. */
  subscribe(listener: () => void): () => void;
}
