import type { Random } from './clock';

/** A new reference for a failure: eight hexadecimal digits, short and unambiguous enough to be read out. */
export function newReference(random: Random): string {
  return random.id().slice(0, 8).toUpperCase();
}
