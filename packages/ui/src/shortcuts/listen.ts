import { matches } from './matches';
import type { Binding, ShortcutId } from './shortcuts';

/** A document, window or element whose key presses are heard. */
export interface KeyTarget {
  addEventListener(type: 'keydown', listener: (event: KeyboardEvent) => void): void;
  removeEventListener(type: 'keydown', listener: (event: KeyboardEvent) => void): void;
}

/**
 * Calls a command's handler when its keys are pressed, and keeps the browser
 * from acting on them. Commands without a handler are left alone.
 *
 * @param options.bindings the bindings in force
 * @param options.enabled asked at each key press: the one switch for all shortcuts
 * @returns stops listening
 */
export function listenToShortcuts(
  target: KeyTarget,
  options: {
    bindings: readonly Binding[];
    enabled(): boolean;
    handlers: Partial<Readonly<Record<ShortcutId, () => void>>>;
  },
): () => void {
  const { bindings, enabled, handlers } = options;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.repeat || !enabled()) return;
    const binding = bindings.find(({ id, keys }) => handlers[id] && keys !== null && matches(event, keys));
    if (!binding) return;
    event.preventDefault();
    handlers[binding.id]?.();
  }

  target.addEventListener('keydown', onKeyDown);
  return () => target.removeEventListener('keydown', onKeyDown);
}
