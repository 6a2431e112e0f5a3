import { useHost } from '@baton/module-kit';
import { useEffect, useRef, useState } from 'react';

/** Whether `going` has been true for `ms` without a break. */
export function useElapsed(going: boolean, ms: number): boolean {
  const { clock } = useHost();
  const [elapsed, setElapsed] = useState(false);

  useEffect(() => {
    if (!going) return undefined;
    const cancel = clock.setTimeout(() => setElapsed(true), ms);
    return () => {
      cancel();
      setElapsed(false);
    };
  }, [clock, going, ms]);

  return elapsed && going;
}

const skeletonAfter = 150;
const skeletonFor = 300;

/** Whether to show skeletons: not for short waits, and never as a flicker. */
export function useSkeleton(loading: boolean): boolean {
  const { clock } = useHost();
  const [shown, setShown] = useState(false);
  const since = useRef(0);

  useEffect(() => {
    if (loading === shown) return undefined;
    if (!loading)
      return clock.setTimeout(() => setShown(false), Math.max(0, since.current + skeletonFor - clock.now()));
    return clock.setTimeout(() => {
      since.current = clock.now();
      setShown(true);
    }, skeletonAfter);
  }, [clock, loading, shown]);

  return shown;
}
