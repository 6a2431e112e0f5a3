import { isKeyEvent, isMouseEvent } from '../dom';

/** Tells whether the agent has pressed a key or clicked since `watchInput` was called. */
export interface InputWatch {
  /** Whether there has been none since, apart from those inside `except`. */
  none(): boolean;
  stop(): void;
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn']);

/**
 * Watches whether the agent does something else meanwhile: a late effect of a press moves focus only without further
 * input.
 *
 * @param except input inside this element does not count, for example a second press of the same button
 */
export function watchInput(page: Document, except?: Element): InputWatch {
  const types = ['keydown', 'mousedown'];
  let seen = false;
  const onInput = (event: Event) => {
    if (isKeyEvent(event) && (event.repeat || MODIFIERS.has(event.key))) return;
    // The second press of a double click belongs to the first one.
    if (isMouseEvent(event) && event.detail > 1) return;
    if (except !== undefined && event.composedPath().includes(except)) return;
    seen = true;
    stop();
  };
  const stop = () => {
    for (const type of types) page.removeEventListener(type, onInput, true);
  };
  for (const type of types) page.addEventListener(type, onInput, true);
  return { none: () => !seen, stop };
}
