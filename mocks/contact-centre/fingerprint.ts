import type { CentreSeed } from './seed';
import { hashOf } from './table';

/**
 * Identifies the seed that a stored state began with, and the shape of states.
 * The state can only be used where both are still the same.
 */
export function fingerprintOf(seed: Omit<CentreSeed, 'at'>): string {
  return `${stateShape}.${hashOf(JSON.stringify(seed))}`;
}

/** Raised whenever the fields of a state change, or their meaning: `fingerprint.test.ts` fails on new fields. */
const stateShape = 9;
