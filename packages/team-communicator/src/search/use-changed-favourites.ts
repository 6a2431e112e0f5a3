import { useDesktop } from '@baton/module-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** Has the favourites asked for anew when they have changed, here or in another window; once the panel is `open`, when it has closed: nothing moves under the pointer. */
export function useChangedFavourites(open: boolean): void {
  const queries = useQueryClient();
  const favourites = useDesktop((state) => state.favourites);
  const known = useRef(favourites);

  useEffect(() => {
    if (known.current === favourites) return;
    known.current = favourites;
    void queries.invalidateQueries({ queryKey: ['favourites'], refetchType: open ? 'none' : 'active' });
  }, [queries, favourites, open]);
}
