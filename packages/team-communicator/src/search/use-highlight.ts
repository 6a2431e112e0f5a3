import { onDemand } from '@baton/module-kit';
import { useEffect, useMemo, useState } from 'react';
import type { Stretch } from '@baton/directory';

/** Cuts a name where the query matches. */
export type Highlight = (name: string) => readonly Stretch[];

const code = onDemand(() => import(/* webpackChunkName: "highlight" */ './highlight'));

/**
 * What marks the names for a query. Its code is fetched with the first letter that is typed, beside the search itself;
 * names have no marks where it does not come.
 */
export function useHighlight(query: string, isSearching: boolean): Highlight {
  const [loaded, setLoaded] = useState(code.loaded);

  useEffect(() => {
    if (!isSearching || loaded) return;
    code.load().then(setLoaded, () => undefined);
  }, [isSearching, loaded]);

  return useMemo(() => (name) => loaded?.highlight(name, query) ?? [{ text: name, matched: false }], [loaded, query]);
}
