import type { Platform } from '@baton/contracts';
import { isHtmlElement } from '../dom';

/** The parts of a keyboard event that tell what it writes. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey' | 'getModifierState'
>;

/** Keys with a name, such as "Enter", "F6" or "Dead"; the `key` of others is the character itself. */
const named = /^[A-Z][A-Za-z0-9]+$/;

const textFields =
  'textarea, input:not([type="button"], [type="checkbox"], [type="color"], [type="file"], [type="image"], [type="radio"], [type="range"], [type="reset"], [type="submit"])';

/**
 * Whether a key press belongs to an input method, even an Enter or Esc. Safari ends a composition before the event of the
 * key that ended it, which only its `keyCode` 229 shows.
 */
export function isComposing({ isComposing: composing, keyCode, key }: KeyPress): boolean {
  return composing || keyCode === 229 || key === 'Process';
}

/**
 * Whether a key press writes a character, or a part of one, in a text field; in doubt, yes. Option writes on Apple's
 * keyboards, AltGr on others. Windows reports AltGr as Control and Alt as well; a key with these that still gives its Latin
 * letter writes nothing.
 */
export function writesText(press: KeyPress, platform: Platform): boolean {
  const { key, code, altKey, ctrlKey, metaKey } = press;
  if (isComposing(press)) return true;
  if (named.test(key) && key !== 'Dead') return false;
  if (press.getModifierState('AltGraph')) return true;
  if (metaKey) return false;
  if (platform === 'apple') return !ctrlKey;
  if (ctrlKey && altKey) return !/^[a-z]$/i.test(key);
  // Windows takes Alt with digits of the number pad for the code of a character.
  return !ctrlKey && (!altKey || code.startsWith('Numpad'));
}

/** Whether a key, alone or with Shift or Alt, may write a character, which text fields repeat while it is held. */
export function isCharacter({ key, ctrlKey, metaKey }: KeyPress): boolean {
  return !named.test(key) && !ctrlKey && !metaKey;
}

/** The text field that a key press goes to, through shadow roots. */
export function textFieldOf(event: Event): HTMLElement | undefined {
  const [target] = event.composedPath();
  if (!isHtmlElement(target)) return undefined;
  return target.matches(textFields) || target.isContentEditable ? target : undefined;
}
