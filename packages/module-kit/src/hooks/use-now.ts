import { useNow as useClock } from '@baton/ui';
import { useDesktop } from './use-desktop';
import { useHost } from './use-host';

/** Backend time in milliseconds, renewed every `everyMs`; stands still while not `enabled`. */
export function useNow(everyMs: number, enabled = true): number {
  const offset = useDesktop((state) => state.clockOffset);
  return useClock(useHost().clock, everyMs, enabled) + offset;
}
