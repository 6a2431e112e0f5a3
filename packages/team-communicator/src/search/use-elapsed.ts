import { useHost } from '@baton/module-kit';
import { useEffect, useRef, useState } from 'react';

/** Whether `going` has been true for `ms` without interruption. */
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

const skeletonAfterMs = 150;
const skeletonForMs = 300;

/** Whether to show skeletons: not for short waits, and then long enough not to flicker. */
export function useSkeleton(loading: boolean): boolean {
  const { clock } = useHost();
  const [shown, setShown] = useState(false);
  const since = useRef(0);

  useEffect(() => {
    if (loading === shown) return undefined;
    if (!loading)
      return clock.setTimeout(() => setShown(false), Math.max(0, since.current + skeletonForMs - clock.now()));
    return clock.setTimeout(() => {
      since.current = clock.now();
      setShown(true);
    }, skeletonAfterMs);
  }, [clock, loading, shown]);

  return shown;
}
