import { useSyncExternalStore } from 'react';
import { usePage } from '@baton/module-kit';

// 720 px at the usual text size. In em, since all sizes grow with the agent's text.
const narrow = '(width < 45em)';

/** Whether the window is too narrow for a card beside a conversation. */
export function useNarrowWindow(): boolean {
  const page = usePage();
  // Test environments have no media queries.
  const query = () => page.defaultView?.matchMedia?.(narrow);
  return useSyncExternalStore(
    (listener) => {
      const watched = query();
      watched?.addEventListener('change', listener);
      return () => watched?.removeEventListener('change', listener);
    },
    () => query()?.matches ?? false,
  );
}
