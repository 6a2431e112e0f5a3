import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { AnnouncerProvider, TextsProvider } from '@baton/ui';
import type { Texts } from '@baton/ui';
import type { EventBus } from '@baton/contracts';
import type { ModuleDefinition } from '../define-module';
import { CopyContext } from './copy-context';
import { declaredBus } from './declared-bus';
import type { LifecycleProps } from './module-props';

export interface ModuleRootProps extends LifecycleProps {
  definition: ModuleDefinition;
  overlays: HTMLElement;
  queries: QueryClient;
  texts: Texts;
  /** A new number gives a crashed view another chance. */
  revision: number;
}

/**
 * What every module renders: its view, within everything the view leans on. A
 * view that throws is taken down as a whole, and the host is told; one that does not listen sees it
 * among the page's uncaught errors.
 */
export function ModuleRoot({
  definition,
  context,
  overlays,
  queries,
  texts,
  revision,
  view,
  onCrash,
}: ModuleRootProps) {
  const { name, version, intents, view: View } = definition;
  const copy = useMemo(() => {
    // The check is for those who write modules, its cost not for those who use them.
    const host =
      process.env.NODE_ENV === 'production' ? context : { ...context, bus: declaredBus(context.bus, name, intents) };
    return { host, overlays };
  }, [context, name, intents, overlays]);
  return (
    <ErrorBoundary fallback={null} resetKeys={[revision]} onError={(error) => (onCrash ?? reportError)(error)}>
      <CopyContext value={copy}>
        <QueryClientProvider client={queries}>
          <TextsProvider texts={texts}>
            <AnnouncerProvider announcer={context.adapters.announcer}>
              <View view={view} />
            </AnnouncerProvider>
          </TextsProvider>
        </QueryClientProvider>
      </CopyContext>
      <Ready bus={context.bus} module={name} version={version} />
    </ErrorBoundary>
  );
}

/** Says that the module stands, after its first commit. */
function Ready({ bus, module, version }: { bus: EventBus; module: string; version: string }) {
  useEffect(() => bus.emit('module.ready', { module, version }), [bus, module, version]);
  return null;
}
