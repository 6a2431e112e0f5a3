import type { Platform } from '@baton/contracts';

/** The keys of a command in two notations. */
export interface KeyNames {
  /** As they are printed on the agent's keyboard: "Option+Shift+A". */
  printed: string;
  /** As `aria-keyshortcuts` wants them: "Alt+Shift+A". */
  aria: string;
}

const appleNames: Readonly<Record<string, string>> = { Alt: 'Option', Meta: 'Command' };

/** Keys as they are printed on the agent's keyboard: "Alt+Shift+A", on Apple's "Option+Shift+A". */
export function describeBinding(keys: string, platform: Platform = 'other'): string {
  if (platform !== 'apple') return keys;
  return keys
    .split('+')
    .map((part) => appleNames[part] ?? part)
    .join('+');
}
