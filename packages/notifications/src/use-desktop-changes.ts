import { useEffect, useEffectEvent } from 'react';
import { useHost } from '@baton/module-kit';
import type { DesktopState } from '@baton/contracts';

/** Calls back on every change of the desktop state after the first snapshot, with the state before it. */
export function useDesktopChanges(listener: (before: DesktopState, after: DesktopState) => void): void {
  const { desktop } = useHost();
  const notify = useEffectEvent(listener);

  useEffect(() => {
    let last = desktop.getState();
    return desktop.subscribe(() => {
      const before = last;
      // Set before the listener is called, which may change the desktop itself.
      last = desktop.getState();
      // The first snapshot is the beginning, not a change.
      if (before.agent !== undefined) notify(before, last);
    });
  }, [desktop]);
}
