import type { Platform } from '@baton/contracts';
import { press } from '../testing/press';
import type { Press } from '../testing/press';
import { platformOf } from './platform';
import { isComposing, textFieldOf, writesText } from './text';

const writes = (init: Press, platform: Platform) => writesText(press(document, init), platform);

describe('writesText', () => {
  test.each<[string, Platform, Press]>([
    ['a letter', 'other', { key: 'a' }],
    ['a letter with Shift', 'apple', { key: 'A', shiftKey: true }],
    ['a space', 'other', { key: ' ' }],
    ['a letter beyond one code unit', 'other', { key: '𞤀' }],
    ['Option and a letter', 'apple', { key: 'å', altKey: true }],
    ['Option, Shift and a letter on a Polish keyboard', 'apple', { key: 'Ą', altKey: true, shiftKey: true }],
    ['Option and a dead key', 'apple', { key: 'Dead', altKey: true }],
    ['a dead key', 'other', { key: 'Dead' }],
    ['AltGr on Linux', 'other', { key: '€', altGraph: true }],
    ['AltGr on Windows', 'other', { key: '@', ctrlKey: true, altKey: true, altGraph: true }],
    ['Control and Alt in the place of AltGr', 'other', { key: '@', ctrlKey: true, altKey: true }],
    ['Alt and a digit of the number pad', 'other', { key: '1', code: 'Numpad1', altKey: true }],
    ['a key within a composition', 'apple', { key: 'Enter', isComposing: true }],
    ['the Enter that ended a composition in Safari', 'apple', { key: 'Enter', keyCode: 229 }],
    ['a key that an input method has taken', 'other', { key: 'Process' }],
  ])('%s (%s) writes', (_, platform, init) => expect(writes(init, platform)).toBe(true));

  test.each<[string, Platform, Press]>([
    ['Enter', 'other', { key: 'Enter' }],
    ['Esc', 'apple', { key: 'Escape' }],
    ['a function key', 'other', { key: 'F6' }],
    ['Alt, Shift and a letter', 'other', { key: 'A', altKey: true, shiftKey: true }],
    ['Control, Shift and a letter', 'other', { key: 'A', ctrlKey: true, shiftKey: true }],
    ['Control, Shift and a letter', 'apple', { key: 'A', ctrlKey: true, shiftKey: true }],
    ['Control, Option and a letter', 'apple', { key: 'a', ctrlKey: true, altKey: true }],
    ['Control, Alt and a letter that no AltGr changes', 'other', { key: 'k', ctrlKey: true, altKey: true }],
    ['Command and a letter', 'apple', { key: 'v', metaKey: true }],
  ])('%s (%s) writes nothing', (_, platform, init) => expect(writes(init, platform)).toBe(false));
});

test('an input method is known by any of its marks', () => {
  expect(isComposing(press(document, { key: 'a' }))).toBe(false);
  for (const mark of [{ isComposing: true }, { keyCode: 229 }, { key: 'Process' }])
    expect(isComposing(press(document, { key: 'Enter', ...mark }))).toBe(true);
});

describe('textFieldOf', () => {
  /** The field that a press on an element goes to, seen from the document. */
  function fieldOf(element: Element) {
    const found: (HTMLElement | undefined)[] = [];
    document.addEventListener('keydown', (event) => found.push(textFieldOf(event)), { once: true });
    press(element, { key: 'a' });
    return found[0];
  }

  test.each(['<textarea></textarea>', '<input>', '<input type="search">', '<input type="email">'])('%s', (html) => {
    document.body.innerHTML = html;
    const [element] = document.body.children;
    expect(element && fieldOf(element)).toBe(element);
  });

  test.each([
    '<button></button>',
    '<input type="checkbox">',
    '<input type="radio">',
    '<input type="submit">',
    '<p></p>',
  ])('is none: %s', (html) => {
    document.body.innerHTML = html;
    const [element] = document.body.children;
    expect(element && fieldOf(element)).toBeUndefined();
  });

  test('is found inside a shadow root', () => {
    const host = document.body.appendChild(document.createElement('div'));
    const input = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('input'));
    expect(fieldOf(input)).toBe(input);
  });
});

test.each([
  ['MacIntel', 'apple'],
  ['iPad', 'apple'],
  ['Win32', 'other'],
  ['Linux x86_64', 'other'],
])('the keyboard of %s is of the kind %s', (system, platform) => expect(platformOf(system)).toBe(platform));
