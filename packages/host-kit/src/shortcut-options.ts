import { bindings } from '@baton/ui/shortcuts';
import { platforms } from '@baton/contracts';
import type { ShortcutOverrides } from '@baton/contracts';

/** Whether a text names a combination that typing does not produce (WCAG 2.1.4), in the notation of `aria-keyshortcuts`. */
export function isBinding(text: string): boolean {
  const modifiers = text.split('+');
  const key = modifiers.pop() ?? '';
  if (!modifiers.every((name) => ['Alt', 'Control', 'Meta', 'Shift'].includes(name))) return false;
  return idleKeys.test(key) || (/^(?:\S|[A-Z][A-Za-z]+)$/u.test(key) && modifiers.some((name) => name !== 'Shift'));
}

/** Names two commands that would have the same keys. Checks all keyboards, since a host does not know which one an agent has. */
export function clashIn(shortcuts: ShortcutOverrides): string | undefined {
  for (const platform of platforms) {
    const owners = new Map<string, string>();
    for (const { id, keys: combination } of bindings({ shortcuts, platform })) {
      if (combination === null) continue;
      const other = owners.get(combination);
      if (other !== undefined) return `"${combination}" would be the keys of ${other} and of ${id}`;
      owners.set(combination, id);
    }
  }
  return undefined;
}

/** Keys that neither write nor move anything. */
const idleKeys = /^(?:F(?:[1-9]|1\d|2[0-4])|Escape|Insert|Pause)$/;
