import type { Random } from '@baton/contracts';

/** Chance that counts: every id is one more than the last. */
export function countingRandom(): Random {
  let count = 0;
  return { id: () => `id-${String((count += 1)).padStart(6, '0')}`, next: () => 0.5 };
}
