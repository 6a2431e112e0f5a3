import { useEffect, useEffectEvent } from 'react';
import { useHost, usePage } from './use-host';

/** Calls back when the agent leaves what is shown: it is removed, the agent signs out, or the page is left. */
export function useOnLeave(callback: () => void): void {
  const { bus } = useHost();
  const page = usePage();
  const notify = useEffectEvent(callback);

  useEffect(() => {
    const view = page.defaultView ?? window;
    const leave = () => notify();
    view.addEventListener('pagehide', leave);
    const stopListening = bus.on('session.ending', leave);
    return () => {
      view.removeEventListener('pagehide', leave);
      stopListening();
      leave();
    };
  }, [bus, page]);
}
