import { useEffect } from 'react';
import type { HostContext } from '@baton/contracts';

/** Shows a dot in the icon of the browser's tab while there is something that the agent has not seen or answered. */
export function useTabIcon({ bus }: Pick<HostContext, 'bus'>): void {
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!link) return undefined;
    const plain = link.href;
    const stop = bus.on('attention.changed', ({ incoming, unread }) => {
      const wanted = incoming + unread > 0 ? withDot(plain) : plain;
      if (link.href !== wanted) link.href = wanted;
    });
    return () => {
      stop();
      link.href = plain;
    };
  }, [bus]);
}

/** `#` would begin a fragment. */
const dot = '<circle cx="24" cy="8" r="8" fill="%23fff"/><circle cx="24" cy="8" r="6" fill="%23d4333f"/></svg>';

function withDot(icon: string): string {
  return icon.replace(/<\/svg>$|%3C\/svg%3E$/, dot);
}
