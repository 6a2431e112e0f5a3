/** What the agent does from a moment on. */
export interface DeedWatch {
  /** Whether the agent has pressed no key and no pointer since, but on what was to be left out. */
  none(): boolean;
  stop(): void;
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn']);

/**
 * Watches whether the agent goes on to do something else. An effect that comes later than the press it answers moves
 * focus only if the agent has done nothing since.
 *
 * @param except deeds in here are part of the press itself, such as an impatient second one
 */
export function watchDeeds(page: Document, except?: Element): DeedWatch {
  const types = ['keydown', 'mousedown'];
  let seen = false;
  const onDeed = (event: Event) => {
    if (event instanceof KeyboardEvent && (event.repeat || MODIFIERS.has(event.key))) return;
    // The second press of a double click belongs to the first one.
    if (event instanceof MouseEvent && event.detail > 1) return;
    if (except !== undefined && event.composedPath().includes(except)) return;
    seen = true;
    stop();
  };
  const stop = () => {
    for (const type of types) page.removeEventListener(type, onDeed, true);
  };
  for (const type of types) page.addEventListener(type, onDeed, true);
  return { none: () => !seen, stop };
}
