import { isKeyEvent } from '../dom';
import { isCharacter, isComposing, textFieldOf } from './text';

/**
 * One press, one step, in all that is inside `root`: a key that is held does not press what its first press has brought
 * focus to, nor the same button again, and writes nothing there. It goes on writing where its press wrote; moving and
 * deleting repeat as ever. What an input method does with a key in a text field is kept from those who act on keys.
 */
export function guardKeys(root: HTMLElement | Document): void {
  let press: { event: KeyboardEvent; field: HTMLElement | undefined } | undefined;

  root.addEventListener('keydown', onKeyDown, { capture: true });
  root.addEventListener('keyup', onKeyUp, { capture: true });

  // Fingers overlap: the key that is let go may be another one.
  function onKeyUp(event: Event): void {
    if (isKeyEvent(event) && event.code === press?.event.code) press = undefined;
  }

  function onKeyDown(event: Event): void {
    if (!isKeyEvent(event)) return;
    const field = textFieldOf(event);
    if (!event.repeat) press = { event, field };
    else if (isStep(event) && !goesOnWriting(event, field)) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (field && isComposing(event)) event.stopPropagation();
  }

  function goesOnWriting({ key, code }: KeyboardEvent, field: HTMLElement | undefined): boolean {
    const wrote = field !== undefined && press?.field === field && !press.event.defaultPrevented;
    const writes = key !== 'Escape' && !(key === 'Enter' && field?.matches('input'));
    return wrote && writes && press?.event.code === code;
  }
}

/** Whether a key can do more than move and delete. */
function isStep(event: KeyboardEvent): boolean {
  return event.key === 'Enter' || event.key === 'Escape' || isCharacter(event);
}
