import type { Random } from '@baton/contracts';

/** Starts a trace: a W3C `traceparent` with new ids and the sampled flag. */
export function createTraceparent(random: Random): string {
  // Never zero: an id that is all zeros is invalid.
  const word = () => (1 + Math.floor(random.next() * (2 ** 32 - 1))).toString(16).padStart(8, '0');
  const id = (words: number) => Array.from({ length: words }, word).join('');
  return `00-${id(4)}-${id(2)}-01`;
}
