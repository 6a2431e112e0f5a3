import { useCallback, useSyncExternalStore } from 'react';
import type { Facts, FactTopic } from '@baton/contracts';
import { useHost } from './use-host';

/**
 * A part of the last fact of a retained topic. The component renders again when the part has changed.
 *
 * @param select the same function in each render; returns a string, number, boolean or null
 */
export function useRetained<T extends FactTopic, Part extends string | number | boolean | null>(
  topic: T,
  select: (last: Facts[T] | undefined) => Part,
): Part {
  const { bus } = useHost();
  return useSyncExternalStore(
    useCallback((listener: () => void) => bus.on(topic, listener), [bus, topic]),
    () => select(bus.retained(topic)),
  );
}
