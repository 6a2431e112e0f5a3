import { useHost } from '@baton/module-kit';
import { useEffect, useState } from 'react';

/** `value` once it has rested for `ms`; `settle` takes it at once. Nothing ('') needs no rest. */
export function useDebounced(value: string, ms: number): { value: string; settle(): void } {
  const { clock } = useHost();
  const [rested, setRested] = useState(value);

  useEffect(() => clock.setTimeout(() => setRested(value), ms), [clock, value, ms]);

  return { value: value === '' ? '' : rested, settle: () => setRested(value) };
}
