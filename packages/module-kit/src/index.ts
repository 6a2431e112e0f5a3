/** The library for building modules. */
export { defineModule } from './define-module';
export type { ModuleDefinition } from './module-definition';
export { caseFacts } from './case-facts';
export type { CaseFact } from './case-facts';
export { useDesktop, useHost, useOverlays, usePage, usePreferences } from './hooks/use-host';
export { useIsInside } from './hooks/use-is-inside';
export { useIsChecking, useNow, useSecondsLeft } from './hooks/use-now';
export { useOnLeave } from './hooks/use-on-leave';
export { onDemand, useOnDemand } from './hooks/use-on-demand';
export { useRetained } from './hooks/use-retained';
export { useSheet } from './hooks/use-sheet';
export { useStart } from './hooks/use-start';
export type { Start } from './hooks/use-start';
export { useBindings, useKeys, useShortcuts } from './hooks/use-shortcuts';
export type { ShortcutHandlers } from './hooks/use-shortcuts';
export { ActionButton, useActionKeys, useHostActions } from './actions';
export type { Action } from './actions';
export { declineReasonShown } from './decline-reason';
/** From the React DOM that draws the module, of which a module needs no copy of its own. */
export { flushSync } from 'react-dom';
export { useTexts } from '@baton/ui';
