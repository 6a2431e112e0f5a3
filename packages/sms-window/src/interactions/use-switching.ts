import { useMemo } from 'react';
import { waitingInteractions } from '@baton/desktop';
import { useHost, useShortcuts } from '@baton/module-kit';
import type { ShortcutHandlers } from '@baton/module-kit';
import { useTexts } from '../texts';

/** The keyboard commands that open the next conversation of the list, the one before, or that of a customer who waits. */
export function useSwitching(order: readonly string[], front: string | null, open: (id: string) => void): void {
  const { adapters, desktop } = useHost();
  const { t } = useTexts();

  const handlers = useMemo((): ShortcutHandlers => {
    const openBeside = (list: readonly string[], step: 1 | -1) => {
      const id = beside(list, front, step);
      if (id !== undefined && id !== front) open(id);
      return id !== front;
    };
    return {
      'interaction.next': () => openBeside(order, 1),
      'interaction.previous': () => openBeside(order, -1),
      'interaction.nextWaiting'() {
        const waiting = waitingInteractions(desktop.getState()).map(({ id }) => id);
        if (waiting.length === 0 || !openBeside(waiting, 1)) adapters.announcer.announce(t('interactions.noneWaits'));
      },
    };
  }, [adapters, desktop, t, order, front, open]);
  useShortcuts(handlers);
}

/** The neighbour of `id` in a list, round and round; the first one when `id` is not in it. */
function beside(list: readonly string[], id: string | null, step: 1 | -1): string | undefined {
  const at = id === null ? -1 : list.indexOf(id);
  return at === -1 ? list[0] : list.at((at + step) % list.length);
}
