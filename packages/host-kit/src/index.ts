// Create Baton in a page and place its modules
export { createBaton } from './baton';
export type { Baton, BatonOptions, HttpBackendOptions, Placement } from './baton';
export type { Outlet, OutletState } from './modules/outlet';
export type { CodeSource, LoadResult, LoadStage, ModuleLifecycles } from './modules/module-loader';

// Sign in at a backend that speaks Baton's own wire
export { openSession, signInChoices } from '@baton/routing';

// Read the desktop state
export * as selectors from './selectors';

// What hosts need around the modules
export { createActiveInteraction } from './session/active-interaction';
export type { ActiveInteraction } from './session/active-interaction';
export { allowScriptsFrom } from './trusted-types';

// Defaults that hosts may reuse
export { createSoundPlayer } from './adapters/sound';
export type { Note, Speaker } from './adapters/sound';
export { systemClock } from './adapters/system-clock';
export { systemRandom } from './adapters/system-random';
export { defaultPreferences } from './adapters/preferences';
