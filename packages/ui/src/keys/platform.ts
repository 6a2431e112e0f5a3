import type { Platform } from '@baton/contracts';

/** The kind of keyboard, from the name of the system in `navigator.platform`: "MacIntel", "iPad", "Win32". */
export function platformOf(system: string): Platform {
  return /^(?:Mac|iP)/.test(system) ? 'apple' : 'other';
}
