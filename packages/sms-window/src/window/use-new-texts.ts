import { useEffect } from 'react';
import { unreadOf } from '@baton/desktop';
import type { DesktopState } from '@baton/contracts';
import { useHost } from '@baton/module-kit';
import { useTexts } from '../texts';

/** How long further texts are waited for: people write one thing in several texts. */
const gatherMs = 1500;

/**
 * Tells screen readers that customers have written in conversations that are not on screen, several at a time in one
 * announcement. The transcript itself says what comes in on screen.
 */
export function useNewTexts(): void {
  const { adapters, bus, clock, desktop } = useHost();
  const { t } = useTexts();

  useEffect(() => {
    let before = desktop.getState();
    /** Conversations with new texts, and how many. */
    const gathered = new Map<string, number>();
    let cancel: (() => void) | undefined;

    const stop = desktop.subscribe(() => {
      const after = desktop.getState();
      for (const [id, count] of newTexts(before, after)) gathered.set(id, (gathered.get(id) ?? 0) + count);
      before = after;
      if (gathered.size > 0) cancel ??= clock.setTimeout(tell, gatherMs);
    });

    function tell() {
      cancel = undefined;
      const state = desktop.getState();
      const front = bus.retained('window.shown')?.interactionId;
      const unseen = [...gathered].filter(([id]) => id !== front && unreadOf(state, id) > 0);
      gathered.clear();
      const [first] = unseen;
      if (first === undefined) return;
      const [id, count] = first;
      const customer = state.interactions[id]?.contact.name;
      adapters.announcer.announce(
        unseen.length > 1
          ? t('interactions.wroteSeveral', { count: unseen.length })
          : t('interactions.wrote', { count, customer }),
        { id: `new-texts:${unseen.map(([one]) => one).join()}` },
      );
    }

    return () => {
      stop();
      cancel?.();
    };
  }, [adapters, bus, clock, desktop, t]);
}

/** How many texts customers have written since, by conversation. What is there at the start is not new. */
function newTexts(before: DesktopState, after: DesktopState): [id: string, count: number][] {
  if (before.conversations === after.conversations) return [];
  return Object.keys(after.interactions).flatMap((id): [string, number][] => {
    const messages = after.conversations[id]?.messages ?? [];
    const earlier = before.conversations[id]?.messages;
    const known = earlier?.at(-1)?.index;
    if (known === undefined || earlier === messages) return [];
    const count = messages.filter(({ kind, index }) => kind === 'customer' && index > known).length;
    return count === 0 ? [] : [[id, count]];
  });
}
