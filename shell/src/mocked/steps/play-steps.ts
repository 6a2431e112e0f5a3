import type { PartOfPage, Step } from '@baton/mocks/browser';
import type { Clock } from '@baton/contracts';
import { findParts, focusedIn } from './find-part';
import { whenThere } from './when-there';

/** The contact centre's time, as far as steps move it. */
export interface Time {
  /** Moves it to so many milliseconds after the start of the situation. */
  moveTo(ms: number): Promise<void>;
  moveBy(ms: number): Promise<void>;
}

export interface StepsOptions {
  /** In a message when a step cannot be done. */
  state: string;
  steps: readonly Step[];
  page: Document;
  time: Time;
  /** The device's clock: that of the page stands still. */
  clock: Clock;
}

/** How long a step waits for its part, in milliseconds. */
const patienceMs = 10_000;
/** Where time goes on, it moves by so much, and the page has so long to follow, in milliseconds. */
const moveMs = 500;
const followMs = 25;

/** Does the steps of a state, one after the other. Throws, naming step and state, when a part does not come. */
export async function playSteps({ state, steps, page, time, clock }: StepsOptions): Promise<void> {
  for (const [index, step] of steps.entries()) await play(step, index);

  async function play(step: Step, index: number) {
    const missing = (part: PartOfPage) =>
      `Step ${index + 1} of the state "${state}" found no "${part}" on the page within ${patienceMs / 1000} s.`;
    const find = (part: PartOfPage) =>
      inTime(
        (signal) => whenThere(() => findParts(part, page).at(atOf(step)), page, signal),
        () => missing(part),
      );

    if ('press' in step) {
      const [first, ...others] = step.narrow ?? [];
      const isThere = () =>
        step.unless !== undefined && findParts(step.unless, page).length > 0 ? 'there' : undefined;
      const found = await inTime(
        (signal) =>
          whenThere(() => isThere() ?? pressable(step, false) ?? (first && pressable(first, true)), page, signal),
        () => missing(step.press),
      );
      if (found === 'there') return;
      found.element.focus({ preventScroll: true });
      found.element.click();
      if (found.isNarrow) for (const other of others) await play(other, index);
    } else if ('focus' in step) {
      (await find(step.focus)).focus();
    } else if ('write' in step) {
      write(await find(step.write), step.text);
    } else if ('key' in step) {
      const press = { key: step.key, code: step.key, bubbles: true, cancelable: true, composed: true };
      const focused = focusedIn(page);
      focused.dispatchEvent(new KeyboardEvent('keydown', press));
      focused.dispatchEvent(new KeyboardEvent('keyup', press));
    } else if ('see' in step) {
      await find(step.see);
    } else if ('until' in step) {
      await time.moveTo(step.until);
    } else {
      await inTime(
        (signal) => runUntil(() => findParts(step.runUntil, page).at(atOf(step)), signal),
        () => missing(step.runUntil),
      );
    }
  }

  /** In small moves: however slow the machine is, nothing else happens once the part is there. */
  async function runUntil(look: () => HTMLElement | undefined, signal: AbortSignal) {
    while (look() === undefined) {
      await time.moveBy(moveMs);
      await new Promise<void>((resolve) => clock.setTimeout(resolve, followMs));
      signal.throwIfAborted();
    }
  }

  function pressable(step: Extract<Step, { press: PartOfPage }>, isNarrow: boolean) {
    const element = findParts(step.press, page).filter(canBePressed).at(atOf(step));
    return element && { element, isNarrow };
  }

  async function inTime<T>(work: (signal: AbortSignal) => Promise<T>, problem: () => string): Promise<T> {
    const giving = new AbortController();
    const cancel = clock.setTimeout(() => giving.abort(new Error(problem())), patienceMs);
    return work(giving.signal).finally(cancel);
  }
}

const atOf = (step: Step) => ('at' in step && step.at !== undefined ? step.at : 0);

const canBePressed = (element: HTMLElement) => !element.matches('[aria-disabled="true"], [aria-busy="true"]');

function write(field: HTMLElement, text: string) {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement))
    throw new Error(`Only a text field can be written into, and this is <${field.localName}>`);
  field.focus({ preventScroll: true });
  field.setRangeText(text, field.value.length, field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text, inputType: 'insertText' }));
}
