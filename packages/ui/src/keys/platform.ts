import type { Platform } from '@baton/contracts';

/** Whose keyboard it is, by what the browser calls the system (`navigator.platform`): "MacIntel", "iPad", "Win32". */
export function platformOf(system: string): Platform {
  return /^(?:Mac|iP)/.test(system) ? 'apple' : 'other';
}
