/** The parts of a keyboard event that decide. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** `KeyboardEvent.code` of keys whose character Shift or Option changes. */
const codes: Readonly<Record<string, string>> = {
  '/': 'Slash',
  '.': 'Period',
  ',': 'Comma',
  ';': 'Semicolon',
  '-': 'Minus',
  '=': 'Equal',
};

/**
 * Whether a key press is the combination `keys`, for example "Alt+Shift+A". A key that writes a Latin letter matches by
 * that letter only, so that AZERTY keyboards work. Other keys match by position, too: Option changes characters on macOS,
 * and other scripts have no Latin letters.
 */
export function matches(event: Pressed, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const held = (name: string) => parts.slice(0, -1).includes(name);
  return (
    event.altKey === held('Alt') &&
    event.shiftKey === held('Shift') &&
    event.ctrlKey === held('Control') &&
    event.metaKey === held('Meta') &&
    isKey(event, key)
  );
}

function isKey(event: Pressed, key: string): boolean {
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  if (/^[a-z]$/i.test(event.key)) return false;
  return event.code === codeOf(key);
}

/** Where a key is on the keyboard, as `KeyboardEvent.code`; undefined for keys that have one place on every layout. */
export function codeOf(key: string): string | undefined {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return codes[key];
}
