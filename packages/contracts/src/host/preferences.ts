import * as v from 'valibot';
import { TimeToAnswer } from '../domain/time-to-answer';

export const themeNames = ['auto', 'light', 'dark', 'contrast-light', 'contrast-dark'] as const;
export type ThemeName = (typeof themeNames)[number];
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

/** What an agent has set for themselves. Kept by the host between visits. */
export const Preferences = v.object({
  theme: v.picklist(themeNames),
  density: v.picklist(densities),
  announcements: v.picklist(['normal', 'quiet']),
  sounds: v.boolean(),
  /** 0 to 1. */
  volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  desktopNotifications: v.boolean(),
  shortcuts: v.boolean(),
  sendWith: v.picklist(['enter', 'ctrlEnter']),
  /** Told to the routing backend, which owns the deadlines. */
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
