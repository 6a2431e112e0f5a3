import { useSyncExternalStore } from 'react';

/** How much room the window gives: which regions stand side by side. In the widest, a side column is always there. */
export type Layout = 'widest' | 'wide' | 'medium' | 'narrow';

// 1280, 1100 and 720 px at the usual text size. In em, since all sizes grow with the agent's text.
const widest = '(min-width: 80em)';
const wide = '(min-width: 68.75em)';
const medium = '(min-width: 45em)';

/** The layout for the window's present width. */
export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, current);
}

let onScreen: Layout | undefined;

function current(): Layout {
  // Paper is narrow, and what stands on the screen is to stand there afterwards.
  if (onScreen !== undefined && window.matchMedia('print').matches) return onScreen;
  onScreen = layoutNow();
  return onScreen;
}

function layoutNow(): Layout {
  if (window.matchMedia(widest).matches) return 'widest';
  if (window.matchMedia(wide).matches) return 'wide';
  return window.matchMedia(medium).matches ? 'medium' : 'narrow';
}

function subscribe(listener: () => void): () => void {
  const queries = [widest, wide, medium].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
