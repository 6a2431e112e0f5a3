import { useLayoutEffect } from 'react';
import { adoptSheets, isShadowRoot } from '@baton/ui';
import { useOverlays } from './use-host';

/** Adopts a style sheet that was loaded on demand, while the component is mounted. */
export function useSheet(sheet: CSSStyleSheet): void {
  const overlays = useOverlays();
  useLayoutEffect(() => {
    const root = overlays.getRootNode();
    return isShadowRoot(root) ? adoptSheets(root, [sheet]) : undefined;
  }, [overlays, sheet]);
}
