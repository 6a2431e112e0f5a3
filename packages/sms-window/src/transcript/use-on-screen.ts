import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { usePage } from '@baton/module-kit';
import { viewOf } from '@baton/ui';

/** Whether an element is in a page that can be seen, and not hidden there by its host. */
export function useOnScreen(ref: RefObject<HTMLElement | null>): boolean {
  const page = usePage();
  const [isOnScreen, setOnScreen] = useState(false);

  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    // `checkVisibility` is missing in test environments, which have no layout either.
    const look = () =>
      setOnScreen(page.visibilityState === 'visible' && (!('checkVisibility' in element) || element.checkVisibility()));
    look();
    const observer = new (viewOf(element).ResizeObserver)(look);
    observer.observe(element);
    page.addEventListener('visibilitychange', look);
    return () => {
      observer.disconnect();
      page.removeEventListener('visibilitychange', look);
    };
  }, [page, ref]);

  return isOnScreen;
}
