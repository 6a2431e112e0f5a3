import { platforms } from '@baton/contracts';
import type { Platform } from '@baton/contracts';
import * as fc from 'fast-check';
import { press } from '../testing/press';
import type { Press } from '../testing/press';
import { describeBinding } from './describe';
import { listenToShortcuts } from './listen';
import { matches } from './matches';
import { bindings, keysOf, shortcuts, type ShortcutId } from './shortcuts';

/** A key press as a browser reports it: `modifiers` first, then what the key writes and where it is. */
const keysDown = (modifiers: string, key: string, code: string): Press => ({
  key,
  code,
  altKey: modifiers.includes('Alt'),
  shiftKey: modifiers.includes('Shift'),
  ctrlKey: modifiers.includes('Control'),
  metaKey: modifiers.includes('Meta'),
});

describe('matches', () => {
  test.each([
    ['a letter', 'Alt+Shift', 'A', 'KeyA', 'Alt+Shift+A', true],
    ['a letter on AZERTY, by what it writes', 'Alt+Shift', 'A', 'KeyQ', 'Alt+Shift+A', true],
    ['its QWERTY position on AZERTY', 'Alt+Shift', 'Q', 'KeyA', 'Alt+Shift+A', false],
    ['what Option makes of it on a Mac', 'Alt+Shift', 'Å', 'KeyA', 'Alt+Shift+A', true],
    ['its position on a Cyrillic layout', 'Alt+Shift', 'Ф', 'KeyA', 'Alt+Shift+A', true],
    ['a sign that Shift changes', 'Alt+Shift', '?', 'Slash', 'Alt+Shift+/', true],
    ['a function key', '', 'F6', 'F6', 'F6', true],
    ['one modifier too many', 'Shift', 'F6', 'F6', 'F6', false],
    ['one modifier too few', 'Alt', 'a', 'KeyA', 'Alt+Shift+A', false],
    ['a dead key', 'Alt+Shift', 'Dead', 'KeyE', 'Alt+Shift+E', true],
  ])('%s', (_, modifiers, key, code, keys, expected) => {
    expect(matches(new KeyboardEvent('keydown', keysDown(modifiers, key, code)), keys)).toBe(expected);
  });
});

test('KB-01 the host may set another combination or none', () => {
  const keyboard = { shortcuts: { 'preview.accept': 'Control+Enter', 'preview.reject': null } };
  expect(keysOf(keyboard, 'preview.accept')?.aria).toBe('Control+Enter');
  expect(keysOf(keyboard, 'preview.reject')).toBeUndefined();
  expect(keysOf(keyboard, 'preview.extend')?.aria).toBe('Alt+Shift+M');
});

test('KB-01 no two commands have the same default keys, and none is a single character', () => {
  for (const [platform, family] of [
    ['apple', /^(?:Control\+Shift\+.|(?:Shift\+)?F6|Backspace)$/],
    ['other', /^(?:Alt\+Shift\+.|(?:Shift\+)?F6|Delete)$/],
  ] as const) {
    const keys = bindings({ platform }).map((binding) => binding.keys);
    expect(new Set(keys).size).toBe(shortcuts.length);
    for (const combination of keys) expect(combination).toMatch(family);
  }
});

test('KB-05 bindings describe themselves for the platform', () => {
  expect(describeBinding('Alt+Shift+A')).toBe('Alt+Shift+A');
  expect(describeBinding('Alt+Shift+A', 'apple')).toBe('Option+Shift+A');
  expect(describeBinding('Control+Shift+A', 'apple')).toBe('Control+Shift+A');
});

test.each([
  ['other', 'Alt+Shift+A', 'Alt+Shift+R', 'Alt+Shift+R'],
  ['apple', 'Control+Shift+A', 'Alt+Shift+R', 'Option+Shift+R'],
] as const)(
  'keys are named as this keyboard prints them and as aria wants them: %s',
  (platform, accept, aria, printed) => {
    const keyboard = { platform, shortcuts: { 'preview.reject': 'Alt+Shift+R' } };
    expect(keysOf(keyboard, 'preview.accept')).toEqual({ aria: accept, printed: accept });
    expect(keysOf(keyboard, 'preview.reject')).toEqual({ aria, printed });
  },
);

describe('listenToShortcuts', () => {
  const accept = jest.fn();
  const state = { on: true };
  let stop: () => void;

  const accepting = keysDown('Alt+Shift', 'A', 'KeyA');

  beforeEach(() => {
    accept.mockReset();
    state.on = true;
    const handlers: Partial<Record<ShortcutId, () => void>> = { 'preview.accept': accept };
    stop = listenToShortcuts(document, { keyboard: {}, enabled: () => state.on, handlers });
  });
  afterEach(() => stop());

  test('calls the handler and keeps the browser from acting', () => {
    expect(press(document.body, accepting).defaultPrevented).toBe(true);
    expect(accept).toHaveBeenCalledTimes(1);
  });

  test('leaves commands without a handler to others', () => {
    expect(press(document.body, keysDown('Alt+Shift', 'R', 'KeyR')).defaultPrevented).toBe(false);
  });

  test('KB-02 one switch turns all off and on again', () => {
    state.on = false;
    expect(press(document.body, accepting).defaultPrevented).toBe(false);
    state.on = true;
    press(document.body, accepting);
    expect(accept).toHaveBeenCalledTimes(1);
  });

  test.each([{ isComposing: true }, { keyCode: 229 }, { repeat: true }, { altGraph: true }])(
    'KB-03 ignores %j',
    (changes) => {
      press(document.body, { ...accepting, ...changes });
      expect(accept).not.toHaveBeenCalled();
    },
  );

  test('KB-03 ignores what somebody has acted on', () => {
    document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    press(document.body, accepting);
    expect(accept).not.toHaveBeenCalled();
  });

  test('stops when told', () => {
    stop();
    press(document.body, accepting);
    expect(accept).not.toHaveBeenCalled();
  });
});

describe('a key that writes', () => {
  const characters = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom(...'aAtTfF€@åĄФ/?'),
  );
  const codes = fc.constantFrom('KeyA', 'KeyQ', 'KeyT', 'KeyF', 'Slash', 'Digit2', 'Numpad1', '');
  const shiftKey = fc.boolean();

  /** Each way in which systems tell that a press writes, with the keyboards that know it. */
  const writing: fc.Arbitrary<{ on: readonly Platform[]; keys: Press }> = fc
    .record({ key: characters, code: codes, shiftKey })
    .chain((plain) =>
      fc.constantFrom<{ on: readonly Platform[]; keys: Press }>(
        { on: platforms, keys: plain },
        { on: ['apple'], keys: { ...plain, altKey: true } },
        { on: ['apple'], keys: { ...plain, key: 'Dead', altKey: true } },
        { on: ['other'], keys: { ...plain, altGraph: true } },
        { on: ['other'], keys: { ...plain, altGraph: true, ctrlKey: true, altKey: true } },
        { on: ['other'], keys: { ...plain, key: '@', ctrlKey: true, altKey: true } },
        { on: ['other'], keys: { ...plain, key: '1', code: 'Numpad1', altKey: true } },
        { on: platforms, keys: { ...plain, key: 'Dead' } },
        { on: platforms, keys: { ...plain, isComposing: true, ctrlKey: true } },
        { on: platforms, keys: { ...plain, keyCode: 229, altKey: true } },
        { on: platforms, keys: { ...plain, key: 'Enter', keyCode: 229, ctrlKey: true } },
      ),
    );

  const combinations = fc
    .tuple(
      fc.subarray(['Alt', 'Control', 'Meta', 'Shift']),
      fc.constantFrom('A', 'Q', 'T', 'F', '/', '2', '1', '@', '€', 'Ą', 'Enter'),
    )
    .map(([modifiers, key]) => [...modifiers, key].join('+'));

  test('is left alone in a text field by every shortcut on every keyboard', () => {
    const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const field = root.appendChild(document.createElement('textarea'));
    const given = jest.fn();
    const handlers = Object.fromEntries(shortcuts.map(({ id }) => [id, given]));

    fc.assert(
      fc.property(
        writing,
        fc.constantFrom(...platforms),
        fc.option(combinations),
        ({ on, keys }, platform, combination) => {
          fc.pre(on.includes(platform));
          const keyboard = { platform, shortcuts: { 'team.open': combination } };
          const stop = listenToShortcuts(document, { keyboard, enabled: () => true, handlers });
          const { defaultPrevented } = press(field, keys);
          stop();
          expect(defaultPrevented).toBe(false);
          expect(given).not.toHaveBeenCalled();
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('gives its command where there is no text field', () => {
    const open = jest.fn();
    const stop = listenToShortcuts(document, {
      keyboard: { platform: 'apple', shortcuts: { 'team.open': 'Alt+Shift+A' } },
      enabled: () => true,
      handlers: { 'team.open': open },
    });
    press(document.body, { key: 'Å', code: 'KeyA', altKey: true, shiftKey: true });
    stop();
    expect(open).toHaveBeenCalledTimes(1);
  });
});
