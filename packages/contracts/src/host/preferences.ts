import * as v from 'valibot';
import { TimeToAnswer } from '../domain/time-to-answer';
import { soundNames } from './adapters';

export const themeNames = ['auto', 'light', 'dark', 'contrast-light', 'contrast-dark'] as const;
export type ThemeName = (typeof themeNames)[number];
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

/** The settings of an agent. The host stores them between visits. */
export const Preferences = v.object({
  /** `auto` follows the operating system, contrast included. */
  theme: v.picklist(themeNames),
  /** Spacing of rows and bubbles. */
  density: v.picklist(densities),
  /** Whether an invitation interrupts the screen reader, or waits until it has finished. */
  announcements: v.picklist(['normal', 'quiet']),
  /** Whether Baton's sounds are played. */
  sounds: v.boolean(),
  /** Sounds that are not played while the others are. */
  mutedSounds: v.array(v.picklist(soundNames)),
  /** Volume of sounds, from 0 to 1. Offered to agents together with `sounds`. */
  volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Whether invitations are also shown as notifications of the operating system while the page is not focused. */
  desktopNotifications: v.boolean(),
  /** Whether keyboard commands work. */
  shortcuts: v.boolean(),
  /** Which keys send a text: Enter, or Ctrl+Enter and ⌘+Enter. */
  sendWith: v.picklist(['enter', 'ctrlEnter']),
  /**
   * Factor for the time to answer an invitation; 0 is no limit. Sent to the routing backend, which owns the deadlines.
   */
  timeToAnswer: TimeToAnswer,
});
export type Preferences = v.InferOutput<typeof Preferences>;

/** The current preferences, with notification of changes. */
export interface PreferencesStore {
  get(): Preferences;
  /** Changes some preferences and stores them. */
  set(changes: Partial<Preferences>): void;
  /** Calls back after each change. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}
