/** What a module is built with. */
export { defineModule } from './define-module';
export type { ModuleDefinition, ModuleLifecycles } from './define-module';
export type { LifecycleProps } from './mount/module-props';
export { useHost, useOverlays } from './hooks/use-host';
export { useDesktop } from './hooks/use-desktop';
export { usePreferences } from './hooks/use-preferences';
export { useNow } from './hooks/use-now';
export { useSecondsLeft } from './hooks/use-seconds-left';
export { RoutingFailure, valueOf } from './query';
export { useBindings, useKeys, useShortcuts } from './hooks/use-shortcuts';
export type { ShortcutHandlers } from './hooks/use-shortcuts';
export { useTexts } from '@baton/ui';
