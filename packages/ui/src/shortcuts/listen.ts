import { isSuspended, mayCommand } from '../keys';
import { matches } from './matches';
import { bindings } from './shortcuts';
import type { Keyboard, ShortcutId } from './shortcuts';

/** A document, window or element to listen to. */
export interface KeyTarget {
  addEventListener(type: 'keydown', listener: (event: KeyboardEvent) => void): void;
  removeEventListener(type: 'keydown', listener: (event: KeyboardEvent) => void): void;
}

/**
 * Calls a command's handler when its keys are pressed, and keeps the browser
 * from acting on them. Commands without a handler are left alone.
 *
 * @param options.keyboard the host's context, or as much of it as decides about keys
 * @param options.enabled called at each key press: the one switch for all shortcuts
 * @returns stops listening
 */
export function listenToShortcuts(
  target: KeyTarget,
  options: {
    keyboard: Keyboard;
    enabled(): boolean;
    handlers: Partial<Readonly<Record<ShortcutId, () => void>>>;
  },
): () => void {
  const { keyboard, enabled, handlers } = options;
  const current = bindings(keyboard);

  function onKeyDown(event: KeyboardEvent): void {
    if (!mayCommand(event, keyboard.platform ?? 'other') || !enabled()) return;
    const binding = current.find(({ id, keys }) => handlers[id] && keys !== null && matches(event, keys));
    if (!binding || isSuspended(binding.id, event.view?.document ?? document)) return;
    event.preventDefault();
    handlers[binding.id]?.();
  }

  target.addEventListener('keydown', onKeyDown);
  return () => target.removeEventListener('keydown', onKeyDown);
}
