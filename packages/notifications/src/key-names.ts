import { useKeys } from '@baton/module-kit';
import { describeBinding } from '@baton/ui';
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
  const keys = useKeys();
  return (id) => {
    const aria = keys(id);
    return aria === undefined ? undefined : { aria, spoken: writeKeys(aria) };
  };
}

/** A binding as it is printed on this device's keyboard. */
export function writeKeys(keys: string): string {
  return describeBinding(keys, { mac: navigator.platform.startsWith('Mac') });
}
