import type { KeyBinding } from '@baton/contracts/bridge';
import { bindings, codeOf } from '@baton/ui/shortcuts';
import type { Keyboard } from '@baton/ui/shortcuts';

/** The modules' commands with their key presses, for which the parent listens. */
export function keyBindings(keyboard: Keyboard, enabled: boolean): KeyBinding[] {
  if (!enabled) return [];
  return moduleBindings(keyboard).flatMap(({ id, keys }) =>
    keys === null ? [] : [{ command: id, presses: pressesOf(keys) }],
  );
}

/** Gives a command as if its keys had been pressed in this page; returns whether a module handled it. */
export function pressKeys(page: Document, keyboard: Keyboard, command: string): boolean {
  const keys = moduleBindings(keyboard).find(({ id }) => id === command)?.keys;
  if (keys === null || keys === undefined) return false;
  const { key, held } = partsOf(keys);
  return !page.dispatchEvent(
    new KeyboardEvent('keydown', {
      key,
      code: codeOf(key) ?? '',
      altKey: held('Alt'),
      ctrlKey: held('Control'),
      metaKey: held('Meta'),
      shiftKey: held('Shift'),
      bubbles: true,
      cancelable: true,
    }),
  );
}

/** All but those of the scope `shell`: the desktop around has regions and a help of its own. */
function moduleBindings(keyboard: Keyboard) {
  return bindings(keyboard).filter(({ scope }) => scope !== 'shell');
}

function pressesOf(keys: string): string[] {
  const { key, held } = partsOf(keys);
  const modifiers = ['Alt', 'Control', 'Meta', 'Shift'].map((name) => Number(held(name))).join('');
  return [key, codeOf(key)].flatMap((name) => (name === undefined ? [] : [modifiers + name.toLowerCase()]));
}

function partsOf(keys: string) {
  const parts = keys.split('+');
  return { key: parts.at(-1) ?? '', held: (name: string) => parts.slice(0, -1).includes(name) };
}
