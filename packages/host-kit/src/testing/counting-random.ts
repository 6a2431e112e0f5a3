import type { Random } from '@baton/contracts';

/** A predictable `Random`: ids count up. */
export function countingRandom(): Random {
  let count = 0;
  return { id: () => `id-${String((count += 1)).padStart(6, '0')}`, next: () => 0.5 };
}
