import type { Platform } from '@baton/contracts';
import { isHtmlElement } from '../dom';

/** The parts of a keyboard event that tell what it writes. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey' | 'getModifierState'
>;

/** "Enter", "F6", "Dead": what is not named is the character itself. */
const named = /^[A-Z][A-Za-z0-9]+$/;

const textFields =
  'textarea, input:not([type="button"], [type="checkbox"], [type="color"], [type="file"], [type="image"], [type="radio"], [type="range"], [type="reset"], [type="submit"])';

/**
 * Whether a key press belongs to an input method, even an Enter or Esc. Safari ends a composition before it tells of
 * the key that ended it: only `keyCode` 229 gives that one away.
 */
export function isComposing({ isComposing: composing, keyCode, key }: KeyPress): boolean {
  return composing || keyCode === 229 || key === 'Process';
}

/**
 * Whether a key press writes a character, or a part of one, where there is a text field. On Apple's keyboards Option
 * writes, with Shift or without; elsewhere AltGr does, which Windows has as Control and Alt, too: with these a key that
 * still tells its Latin letter has nothing to write. In doubt it writes.
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

/** Whether a key alone or with Shift and Alt may be a character: what a text field repeats while it is held. */
export function isCharacter({ key, ctrlKey, metaKey }: KeyPress): boolean {
  return !named.test(key) && !ctrlKey && !metaKey;
}

/** The text field that a key press goes to, through shadow roots. */
export function textFieldOf(event: Event): HTMLElement | undefined {
  const [target] = event.composedPath();
  if (!isHtmlElement(target)) return undefined;
  return target.matches(textFields) || target.isContentEditable ? target : undefined;
}
