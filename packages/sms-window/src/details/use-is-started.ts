import { useEffect, useState } from 'react';
import { useHost } from '@baton/module-kit';

/** How long what can wait leaves the start of the desktop to what is needed to read, write and answer, in milliseconds. */
const startMs = 500;

/** Whether the start of the module is over. */
export function useIsStarted(isLoaded: boolean): boolean {
  const { clock } = useHost();
  const [isStarted, setStarted] = useState(isLoaded);
  useEffect(() => clock.setTimeout(() => setStarted(true), startMs), [clock]);
  return isStarted;
}
