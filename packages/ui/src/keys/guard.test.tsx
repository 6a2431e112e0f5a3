import { press, release } from '../testing/press';
import { guardKeys } from './guard';

let root: HTMLElement;
const pressed = jest.fn();

beforeEach(() => {
  pressed.mockReset();
  root = document.body.appendChild(document.createElement('div'));
  root.innerHTML = '<button></button><textarea></textarea><input>';
  guardKeys(root);
  root.addEventListener('keydown', ({ key }) => pressed(key));
});
afterEach(() => root.remove());

const part = (selector: string) => root.querySelector(selector) ?? root;
const enter = { key: 'Enter', code: 'Enter' };
const space = { key: ' ', code: 'Space' };
const held = { repeat: true };

describe('one press, one step', () => {
  test.each([enter, space, { key: 'Escape' }])('a held key presses a button once: %j', (key) => {
    expect(press(part('button'), key).defaultPrevented).toBe(false);
    expect(press(part('button'), { ...key, ...held }).defaultPrevented).toBe(true);
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test.each([enter, space, { key: 't', code: 'KeyT' }])(
    'a key that moved the focus does nothing in a text field: %j',
    (key) => {
      press(part('button'), key);
      expect(press(part('textarea'), { ...key, ...held }).defaultPrevented).toBe(true);
      expect(pressed).toHaveBeenCalledTimes(1);
    },
  );

  test('a key that was pressed outside does nothing inside', () => {
    expect(press(part('textarea'), { ...enter, ...held }).defaultPrevented).toBe(true);
    expect(press(part('button'), { ...enter, ...held }).defaultPrevented).toBe(true);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('what a text field has acted on is not repeated there', () => {
    root.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    press(part('textarea'), enter);
    expect(press(part('textarea'), { ...enter, ...held }).defaultPrevented).toBe(true);
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test('a field of one line has no use for a second Enter', () => {
    press(part('input'), enter);
    expect(press(part('input'), { ...enter, ...held }).defaultPrevented).toBe(true);
  });

  test('an earlier press in a field does not count for a later one elsewhere', () => {
    press(part('textarea'), enter);
    release(part('textarea'), 'Enter');
    press(part('button'), enter);
    expect(press(part('textarea'), { ...enter, ...held }).defaultPrevented).toBe(true);
  });
});

describe('goes on while held', () => {
  test.each([enter, space, { key: 'a', code: 'KeyA' }])('writing where its press wrote: %j', (key) => {
    press(part('textarea'), key);
    expect(press(part('textarea'), { ...key, ...held }).defaultPrevented).toBe(false);
    expect(pressed).toHaveBeenCalledTimes(2);
  });

  test('writing when another key is let go meanwhile', () => {
    press(part('textarea'), { key: 'a', code: 'KeyA' });
    press(part('textarea'), { key: 'b', code: 'KeyB' });
    release(part('textarea'), 'a');
    expect(press(part('textarea'), { key: 'b', code: 'KeyB', ...held }).defaultPrevented).toBe(false);
  });

  test.each(['ArrowDown', 'Home', 'PageUp', 'Tab', 'Backspace', 'Delete'])('moving and deleting: %s', (key) => {
    for (const place of ['button', 'textarea'])
      expect(press(part(place), { key, ...held }).defaultPrevented).toBe(false);
    expect(pressed).toHaveBeenCalledTimes(2);
  });

  test('what the browser does with Control or Command', () => {
    expect(press(part('textarea'), { key: 'z', ctrlKey: true, ...held }).defaultPrevented).toBe(false);
    expect(press(part('textarea'), { key: '+', metaKey: true, ...held }).defaultPrevented).toBe(false);
  });
});

describe('an input method in a text field', () => {
  test.each([{ isComposing: true }, { keyCode: 229 }])('has its keys to itself: %j', (mark) => {
    expect(press(part('input'), { ...enter, ...mark }).defaultPrevented).toBe(false);
    expect(press(part('input'), { key: 'Escape', ...mark }).defaultPrevented).toBe(false);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('a key that no input method has taken is told', () => {
    press(part('input'), enter);
    expect(pressed).toHaveBeenCalledWith('Enter');
  });
});
