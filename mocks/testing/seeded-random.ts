import type { Random } from '@baton/contracts';

/** Random numbers that are the same for the same seed. */
export function createSeededRandom(seed = 1): Random {
  let state = seed >>> 0;

  // mulberry32: small, fast, and good enough to spread ids and delays.
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    next,
    id: () => Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join(''),
  };
}
