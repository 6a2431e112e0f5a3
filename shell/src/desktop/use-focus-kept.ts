import { useEffect } from 'react';
import type { RefObject } from 'react';
import { agentIsElsewhere } from '@baton/ui';
import type { EventBus } from '@baton/contracts';
import { isShown, regionAttribute } from './regions';

/**
 * SW-12: focus never falls to the page's body. When what had it goes out of the desktop, as an
 * interaction that somebody has taken over, focus goes to what is current in its region, else to
 * the region; where Team Communicator closes and knows of no place to go back to, to the conversation's.
 */
export function useFocusKept(root: RefObject<HTMLElement | null>, bus: EventBus): void {
  useEffect(() => {
    const desktop = root.current;
    if (!desktop) return undefined;
    let last: Element | undefined;
    let region: Element | undefined;

    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      last = target;
      region = target.closest(`[${regionAttribute}]`) ?? undefined;
    };
    const keep = (places: (Element | null | undefined)[]) => {
      if (document.activeElement !== document.body || agentIsElsewhere()) return;
      places.find((place) => place instanceof HTMLElement && isShown(place) && focused(place));
    };
    const conversation = () => desktop.querySelector(`[${regionAttribute}="sms"]`);
    const onRemoval = () => {
      if (last === undefined || last.isConnected) return;
      last = undefined;
      keep([region?.querySelector('[aria-current="true"]'), region, conversation()]);
    };

    const observer = new MutationObserver(onRemoval);
    observer.observe(desktop, { childList: true, subtree: true });
    desktop.addEventListener('focusin', onFocusIn);
    let wasOpen = false;
    const stop = bus.on('panel.changed', ({ panel, open }) => {
      if (panel !== 'teamCommunicator') return;
      // When the module has drawn what follows, and whoever asked it has had the first word.
      if (wasOpen && !open) requestAnimationFrame(() => keep([conversation()]));
      wasOpen = open;
    });
    return () => {
      observer.disconnect();
      desktop.removeEventListener('focusin', onFocusIn);
      stop();
    };
  }, [root, bus]);
}

function focused(place: HTMLElement): boolean {
  place.focus();
  return document.activeElement === place;
}
