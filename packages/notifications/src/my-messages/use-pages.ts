import { useEffect, useReducer, useState } from 'react';
import { useHost } from '@baton/module-kit';

/** How far the code of the panel's pages has come. */
export type Pages =
  | { state: 'loading' }
  | ({ state: 'ready' } & typeof import('./pages'))
  | { state: 'failed'; retry(): void };

/** The code of the start comes first, in milliseconds. */
const calmMs = 10_000;

/** Loads the panel's pages when it opens, or when all is calm: they are not needed to read, write or answer. */
export function usePages(open: boolean): Pages {
  const { clock } = useHost();
  const [calm, setCalm] = useState(false);
  const [attempt, retry] = useReducer((count: number) => count + 1, 0);
  const [pages, setPages] = useState<Pages>({ state: 'loading' });
  const wanted = open || calm;

  useEffect(() => clock.setTimeout(() => setCalm(true), calmMs), [clock]);
  useEffect(() => {
    if (!wanted) return;
    setPages((now) => (now.state === 'failed' ? { state: 'loading' } : now));
    import(/* webpackChunkName: "pages" */ './pages').then(
      (loaded) => setPages({ state: 'ready', ...loaded }),
      () => setPages({ state: 'failed', retry }),
    );
  }, [wanted, attempt]);
  return pages;
}
