import { useEffect } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import { unreadNotices } from '@baton/desktop';

/** Tells the page's title and the host how many invitations and unread messages wait for the agent. */
export function useAttention(incoming: number): void {
  const { adapters, bus } = useHost();
  const unread = useDesktop((state) => unreadNotices(state).length);

  useEffect(() => {
    bus.emit('attention.changed', { incoming, unread });
    adapters.title.set({ incoming, unread });
  }, [adapters, bus, incoming, unread]);

  useEffect(() => () => adapters.title.set({ incoming: 0, unread: 0 }), [adapters]);
}
