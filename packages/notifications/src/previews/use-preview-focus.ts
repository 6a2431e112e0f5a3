import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useHost, useShortcuts } from '@baton/module-kit';

/** Moves focus to the region when the shortcut or a request on the bus asks for it. */
export function usePreviewFocus(region: RefObject<HTMLElement | null>): void {
  const { bus } = useHost();
  useEffect(
    () =>
      bus.respond('preview.focus', (_ask, { agentWaits }) => {
        if (agentWaits?.() !== false) region.current?.focus();
      }),
    [bus, region],
  );
  useShortcuts({ 'preview.focus': () => region.current?.focus() });
}
