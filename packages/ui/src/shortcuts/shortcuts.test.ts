import { describeBinding } from './describe';
import { listenToShortcuts, type KeyTarget } from './listen';
import { matches, type KeyPress } from './matches';
import { bindings, keysOf, shortcuts, type ShortcutId } from './shortcuts';

/** A key press as a browser reports it: `modifiers` first, then what the key writes and where it is. */
function press(modifiers: string, key: string, code: string): KeyPress {
  return {
    key,
    code,
    altKey: modifiers.includes('Alt'),
    shiftKey: modifiers.includes('Shift'),
    ctrlKey: modifiers.includes('Control'),
    metaKey: modifiers.includes('Meta'),
    getModifierState: (name) => modifiers.split('+').includes(name),
  };
}

class Keyboard implements KeyTarget {
  readonly listeners = new Set<(event: KeyboardEvent) => void>();
  addEventListener(_: 'keydown', listener: (event: KeyboardEvent) => void): void {
    this.listeners.add(listener);
  }
  removeEventListener(_: 'keydown', listener: (event: KeyboardEvent) => void): void {
    this.listeners.delete(listener);
  }
}

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
    ['AltGr', 'Control+Alt+Shift+AltGraph', 'A', 'KeyA', 'Control+Alt+Shift+A', false],
    ['a dead key', 'Alt+Shift', 'Dead', 'KeyE', 'Alt+Shift+E', true],
  ])('%s', (_, modifiers, key, code, keys, expected) => {
    expect(matches(press(modifiers, key, code), keys)).toBe(expected);
  });
});

test('KB-01 the host may set another combination or none', () => {
  const inForce = bindings({ 'preview.accept': 'Control+Enter', 'preview.reject': null });
  expect(keysOf(inForce, 'preview.accept')).toBe('Control+Enter');
  expect(keysOf(inForce, 'preview.reject')).toBeUndefined();
  expect(keysOf(inForce, 'preview.extend')).toBe('Alt+Shift+M');
});

test('KB-01 no two commands have the same default keys, and none is a single character', () => {
  const keys = shortcuts.map((shortcut) => shortcut.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const combination of keys) expect(combination).toMatch(/^(?:Alt\+Shift\+.|(?:Shift\+)?F6)$/);
});

test('KB-05 bindings describe themselves for the platform', () => {
  expect(describeBinding('Alt+Shift+A')).toBe('Alt+Shift+A');
  expect(describeBinding('Alt+Shift+A', { mac: true })).toBe('Option+Shift+A');
});

describe('listenToShortcuts', () => {
  const accept = jest.fn();
  const state = { on: true };
  let keyboard: Keyboard;
  let stop: () => void;

  function type(changes: Partial<KeyboardEvent> = {}, keys = press('Alt+Shift', 'A', 'KeyA')): jest.Mock {
    const preventDefault = jest.fn();
    const event = { ...keys, defaultPrevented: false, isComposing: false, repeat: false, ...changes, preventDefault };
    for (const listener of keyboard.listeners) Reflect.apply(listener, undefined, [event]);
    return preventDefault;
  }

  beforeEach(() => {
    accept.mockReset();
    state.on = true;
    keyboard = new Keyboard();
    const handlers: Partial<Record<ShortcutId, () => void>> = { 'preview.accept': accept };
    stop = listenToShortcuts(keyboard, { bindings: bindings(), enabled: () => state.on, handlers });
  });

  test('calls the handler and keeps the browser from acting', () => {
    expect(type()).toHaveBeenCalled();
    expect(accept).toHaveBeenCalledTimes(1);
  });

  test('leaves commands without a handler to others', () => {
    expect(type({}, press('Alt+Shift', 'R', 'KeyR'))).not.toHaveBeenCalled();
  });

  test('KB-02 one switch turns all off and on again', () => {
    state.on = false;
    expect(type()).not.toHaveBeenCalled();
    state.on = true;
    type();
    expect(accept).toHaveBeenCalledTimes(1);
  });

  test.each([{ defaultPrevented: true }, { isComposing: true }, { repeat: true }])('KB-03 ignores %j', (changes) => {
    type(changes);
    expect(accept).not.toHaveBeenCalled();
  });

  test('stops when told', () => {
    stop();
    expect(keyboard.listeners.size).toBe(0);
  });
});
