import { useBindings, usePreferences } from '@baton/module-kit';
import { describeBinding, keysOf } from '@baton/ui';
import type { ShortcutId } from '@baton/ui';

/** The keys of a command in two writings. */
export interface KeyNames {
  /** As people write them: "Option+Shift+A". */
  spoken: string;
  /** As `aria-keyshortcuts` wants them: "Alt+Shift+A". */
  aria: string;
}

/** Gives the keys of a command; nothing when it has none or the agent has switched shortcuts off. */
export function useKeyNames(): (id: ShortcutId) => KeyNames | undefined {
  const inForce = useBindings();
  const { shortcuts } = usePreferences();
  return (id) => {
    const aria = shortcuts ? keysOf(inForce, id) : undefined;
    return aria === undefined ? undefined : { aria, spoken: writeKeys(aria) };
  };
}

/** A binding as it is printed on this device's keyboard. */
export function writeKeys(keys: string): string {
  return describeBinding(keys, { mac: navigator.platform.startsWith('Mac') });
}
