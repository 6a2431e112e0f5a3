import { useEffect } from 'react';
import type { DesktopState } from '@baton/contracts';
import { isLive } from '@baton/desktop';
import { useHost } from '@baton/module-kit';
import { takeOrphans, writeDraft } from './drafts';
import type { Draft } from './drafts';

/** How long the host has to take a draft before it goes back to where it was, in milliseconds. */
const keepingMs = 5000;

/**
 * SW-10: an unsent text whose conversation is gone is handed to My Messages,
 * also when it went while this desktop was closed. My Messages says so aloud.
 */
export function useRescuedDrafts(): void {
  const { bus, desktop, adapters } = useHost();
  const { storage } = adapters;

  useEffect(() => {
    let known: DesktopState['interactions'] | undefined;

    const rescue = async (draft: Draft) => {
      try {
        await bus.request('draft.keep', draft, { timeoutMs: keepingMs });
      } catch {
        writeDraft(storage, draft);
      }
    };
    const check = () => {
      const state = desktop.getState();
      if (!isLive(state) || state.agent === undefined || state.interactions === known) return;
      known = state.interactions;
      // Taken out first, so that of two windows only one hands it over.
      for (const draft of takeOrphans(storage, (id) => state.interactions[id] !== undefined)) void rescue(draft);
    };

    check();
    return desktop.subscribe(check);
  }, [bus, desktop, storage]);
}
