/**
 * Keeps from the host what is typed in a module's text fields, and the keys that a module has acted on. Outside the
 * shadow root such a key press seems to come from a plain element, and a host whose own shortcuts are single keys would
 * take it for one of them. Keys with Ctrl, Alt or Meta pass, and so do Esc, Tab and the function keys. A host that
 * wants to know of every press listens while the event goes down (capture).
 */
export function keepKeys(root: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, stopOwn);
}

function stopOwn(event: Event): void {
  if (event instanceof KeyboardEvent && (event.defaultPrevented || isTyping(event))) event.stopPropagation();
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  const inField =
    target instanceof HTMLElement &&
    target.matches('textarea, input:not([type="radio"], [type="checkbox"], [type="range"])');
  const command = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');
  return inField && !command && !/^(?:Escape|Tab|F\d+)$/.test(event.key);
}
