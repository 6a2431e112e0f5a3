import type { Random } from '@baton/contracts';

/** Begins a trace: a W3C `traceparent` with ids of its own, sampled. */
export function createTraceparent(random: Random): string {
  // Never zero: ids of nothing but zeros mean nothing.
  const word = () => (1 + Math.floor(random.next() * (2 ** 32 - 1))).toString(16).padStart(8, '0');
  const id = (words: number) => Array.from({ length: words }, word).join('');
  return `00-${id(4)}-${id(2)}-01`;
}
