import { useCallback, useSyncExternalStore } from 'react';
import { useHost } from '@baton/module-kit';

/** The interaction whose window is in front. */
export function useFront(): string | null {
  const { bus } = useHost();
  return useSyncExternalStore(
    useCallback((listener: () => void) => bus.on('interaction.active', listener), [bus]),
    () => bus.retained('interaction.active')?.interactionId ?? null,
  );
}
