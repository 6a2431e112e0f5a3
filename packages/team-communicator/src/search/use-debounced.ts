import { useHost } from '@baton/module-kit';
import { useEffect, useState } from 'react';

/** `value` once it has not changed for `ms`; `settle` takes it at once. An empty value is taken at once. */
export function useDebounced(value: string, ms: number): { value: string; settle(): void } {
  const { clock } = useHost();
  const [rested, setRested] = useState(value);

  useEffect(() => clock.setTimeout(() => setRested(value), ms), [clock, value, ms]);

  return { value: value === '' ? '' : rested, settle: () => setRested(value) };
}
