import { useDesktop } from '@baton/module-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** Reads the favourites again when they have changed, in this window or another one. While the panel is `open`, waits until it closes, so that nothing moves under the pointer. */
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
