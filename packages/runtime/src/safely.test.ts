import { safely } from './safely';
import { messageOf } from './message-of';

test('gives what the call gives', () => {
  expect(safely(() => 7)).toBe(7);
});

test('a call that throws gives nothing, and its error surfaces as an uncaught one', () => {
  const queued: (() => void)[] = [];
  jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => void queued.push(task));
  const failing = () => {
    throw new Error('of the host');
  };
  expect(safely(failing)).toBeUndefined();
  expect(() => queued.forEach((task) => task())).toThrow('of the host');
});

test.each([
  [new TypeError('no such thing'), 'no such thing'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
])('whatever was thrown has words: %p', (cause, words) => {
  expect(messageOf(cause)).toBe(words);
});
