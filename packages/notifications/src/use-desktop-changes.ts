import { useEffect, useEffectEvent } from 'react';
import { useHost } from '@baton/module-kit';
import type { DesktopState } from '@baton/contracts';

/** Hears every change of the desktop state after the first snapshot, with the state before it. */
export function useDesktopChanges(listener: (before: DesktopState, after: DesktopState) => void): void {
  const { desktop } = useHost();
  const tell = useEffectEvent(listener);

  useEffect(() => {
    let before = desktop.getState();
    return desktop.subscribe(() => {
      const known = before;
      // First: what is told may change the desktop itself.
      before = desktop.getState();
      // What the first snapshot brings is no news.
      if (known.agent !== undefined) tell(known, before);
    });
  }, [desktop]);
}
