// Create Baton in a page and place its modules
export { createBaton } from './baton';
export type { Baton, Placement, Registered } from './baton';
export type { Application, SingleSpa } from './modules/application';
export type { Panel, PanelOptions, PanelState } from './modules/panel';
export type { ModuleParcel } from './modules/parcel';
export type { ActionLabel } from './host-actions';
export { BatonOptionsError } from './options';
export type { BatonOptions, HttpBackendOptions } from './options';
export type { FailedModule, LifecycleEvent, Outlet, OutletState } from './modules/outlet';

// How modules load
export { LoadError } from './modules/load-state';
export type { LifecycleProps, ModuleLifecycles } from '@baton/contracts';
export type { LoadResult, LoadStage, LoadState } from './modules/load-state';
export type { DeclaredIntents } from './modules/manifest';
export { ownCode } from './modules/code-source';
export type { CodeSource, LoadedCode } from './modules/code-source';
export type { ModuleAddress } from './modules/federation';
export type { Overrides } from './modules/overrides';
export type { SharedLibraries, SharedLibrary } from './modules/shared-libraries';

// Sign in at a backend that speaks Baton's own wire
export { openSession, signInChoices } from './session/sign-in';
export type { OpenSession, SignIn } from './session/sign-in';

// Read the desktop state
export * as selectors from './selectors';

// What hosts need around the modules
export type { ActiveInteraction } from './session/active-interaction';
export { allowScriptsFrom } from './trusted-types';

// Defaults, and what makes them, for hosts to reuse
export { createAgentStorage } from './adapters/storage';
export { createSoundPlayer } from './adapters/sound';
export { createTraceparent } from './session/traceparent';
export { systemClock, systemRandom } from '@baton/runtime';
export { defaultPreferences } from './adapters/preferences';
