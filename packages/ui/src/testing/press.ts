/** What a browser tells of a key press: `key` is what it writes or is called. */
export interface Press extends KeyboardEventInit {
  key: string;
  altGraph?: boolean;
}

/** Presses a key on an element, or lets one that is held repeat; returns the event afterwards. */
export function press(target: EventTarget, { altGraph = false, ...init }: Press): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    bubbles: true,
    cancelable: true,
    composed: true,
    modifierAltGraph: altGraph,
    ...init,
  });
  target.dispatchEvent(event);
  return event;
}

/** Lets go of a key. */
export function release(
  target: EventTarget,
  key: string,
  code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key,
): void {
  target.dispatchEvent(new KeyboardEvent('keyup', { key, code, bubbles: true, composed: true }));
}
