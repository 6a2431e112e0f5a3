import type { Random } from './clock';

/** A new reference for a failure, short enough to be read out: eight hexadecimal digits, none of which looks like another. */
export function newReference(random: Random): string {
  return random.id().slice(0, 8).toUpperCase();
}
