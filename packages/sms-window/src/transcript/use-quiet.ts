import { useEffect, useState } from 'react';
import { useHost } from '@baton/module-kit';

/** How long a screen reader may take to notice inserted messages, in milliseconds. */
const noticingMs = 1000;

/** Whether `older`, which the agent has asked for, has just changed: a screen reader must not read it out (SW-01). */
export function useQuiet(older: unknown): boolean {
  const { clock } = useHost();
  const [noticed, setNoticed] = useState(older);

  useEffect(() => {
    if (noticed === older) return undefined;
    return clock.setTimeout(() => setNoticed(older), noticingMs);
  }, [clock, noticed, older]);

  return noticed !== older;
}
