import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useHost, useShortcuts } from '@baton/module-kit';

/** Lets shortcut and bus move focus to the region. */
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
