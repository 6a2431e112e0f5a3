import { isKeyEvent } from '../dom';
import { isCharacter, isComposing, textFieldOf } from './text';

/**
 * Makes a held key act once inside `root`: its repeats neither press a button, the same one or one that its first press
 * moved focus to, nor write into a field that this press moved focus to. Writing in the field in which the key was pressed,
 * moving and deleting repeat as usual. Keys that an input method handles in a text field are hidden from other listeners.
 */
export function guardKeys(root: HTMLElement | Document): void {
  let press: { event: KeyboardEvent; field: HTMLElement | undefined } | undefined;

  root.addEventListener('keydown', onKeyDown, { capture: true });
  root.addEventListener('keyup', onKeyUp, { capture: true });

  // Of two keys that are held at a time the other one may be released.
  function onKeyUp(event: Event): void {
    if (isKeyEvent(event) && event.code === press?.event.code) press = undefined;
  }

  function onKeyDown(event: Event): void {
    if (!isKeyEvent(event)) return;
    const field = textFieldOf(event);
    if (!event.repeat) press = { event, field };
    else if (actsAtOnce(event) && !continuesWriting(event, field)) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (field && isComposing(event)) event.stopPropagation();
  }

  function continuesWriting({ key, code }: KeyboardEvent, field: HTMLElement | undefined): boolean {
    const wrote = field !== undefined && press?.field === field && !press.event.defaultPrevented;
    const writes = key !== 'Escape' && !(key === 'Enter' && field?.matches('input'));
    return wrote && writes && press?.event.code === code;
  }
}

/** Whether a key does more than move and delete. */
function actsAtOnce(event: KeyboardEvent): boolean {
  return event.key === 'Enter' || event.key === 'Escape' || isCharacter(event);
}
