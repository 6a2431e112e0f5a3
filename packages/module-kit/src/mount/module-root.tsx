import { useEffect, useMemo } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { AnnouncerProvider, TextsProvider } from '@baton/ui';
import type { Texts } from '@baton/ui';
import type { EventBus, LifecycleProps } from '@baton/contracts';
import type { ModuleDefinition } from '../module-definition';
import { CopyContext } from './copy-context';
import { declaredBus } from './declared-bus';
import type { StagePage } from './stage';

export type ModuleRootProps = LifecycleProps & {
  definition: ModuleDefinition;
  overlays: HTMLElement;
  page: StagePage;
  texts: Texts;
  /** A new number renders a crashed view again. */
  revision: number;
};

/**
 * Renders a module's view inside its providers. A view that throws is removed as a whole and reported to `onCrash`;
 * without `onCrash` the error is reported as uncaught.
 */
export function ModuleRoot({ definition, context, overlays, page, texts, revision, view, onCrash }: ModuleRootProps) {
  const { name, version, intents, view: View } = definition;
  const copy = useMemo(() => {
    // The check helps developers of modules; in production it would only cost time.
    const host =
      process.env.NODE_ENV === 'production' ? context : { ...context, bus: declaredBus(context.bus, name, intents) };
    return { host, overlays, page };
  }, [context, name, intents, overlays, page]);
  return (
    <ErrorBoundary fallback={null} resetKeys={[revision]} onError={(error) => (onCrash ?? reportError)(error)}>
      <CopyContext value={copy}>
        <TextsProvider texts={texts}>
          <AnnouncerProvider announcer={context.adapters.announcer}>
            <View view={view} />
          </AnnouncerProvider>
        </TextsProvider>
      </CopyContext>
      <Ready bus={context.bus} module={name} version={version} />
    </ErrorBoundary>
  );
}

/** Emits `module.ready` after the first commit. */
function Ready({ bus, module, version }: { bus: EventBus; module: string; version: string }) {
  useEffect(() => bus.emit('module.ready', { module, version }), [bus, module, version]);
  return null;
}
