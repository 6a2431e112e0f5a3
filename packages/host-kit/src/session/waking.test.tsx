import { createManualClock } from '@baton/contracts/testing';
import type { Clock } from '@baton/contracts';
import { watchWaking } from './waking';

function setUp() {
  const manual = createManualClock();
  let slept = 0;
  // A machine that sleeps: time goes on, timers do not.
  const clock: Clock = { ...manual, now: () => manual.now() + slept };
  const done: string[] = [];
  const closing = new AbortController();
  const line = {
    connectNow: () => void done.push('connectNow'),
    check: () => void done.push('check'),
    rest: () => void done.push('rest'),
  };
  watchWaking(window, clock, line, closing.signal);
  return { manual, done, closing, sleep: (ms: number) => (slept += ms) };
}

function show(visibility: DocumentVisibilityState) {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  document.dispatchEvent(new Event('visibilitychange'));
}

const pageshow = (persisted: boolean) => Object.assign(new Event('pageshow'), { persisted });

test.each([
  ['the network comes back', () => window.dispatchEvent(new Event('online')), ['connectNow']],
  ['the network goes', () => window.dispatchEvent(new Event('offline')), ['connectNow']],
  ['the page is about to be frozen', () => document.dispatchEvent(new Event('freeze')), ['rest']],
  ['the page goes', () => window.dispatchEvent(new Event('pagehide')), ['rest']],
  ['the page goes on', () => document.dispatchEvent(new Event('resume')), ['connectNow']],
  ['the page comes back by Back', () => window.dispatchEvent(pageshow(true)), ['connectNow']],
  ['the page has loaded', () => window.dispatchEvent(pageshow(false)), []],
  ['the page is shown', () => show('visible'), ['check']],
  ['the page is hidden', () => show('hidden'), []],
])('when %s', (_, happen, expected) => {
  const { done, closing } = setUp();
  happen();
  expect(done).toEqual(expected);
  closing.abort();
});

test('when the clock has jumped, forwards or back', () => {
  show('visible');
  const { manual, done, sleep, closing } = setUp();
  manual.advance(20_000);
  expect(done).toEqual([]);
  sleep(60_000);
  manual.advance(5_000);
  expect(done).toEqual(['connectNow']);
  manual.advance(20_000);
  sleep(-60_000);
  manual.advance(5_000);
  expect(done).toEqual(['connectNow', 'connectNow']);
  closing.abort();
});

test('timers of a hidden page are late: that is no sleep', () => {
  show('hidden');
  const { manual, done, sleep, closing } = setUp();
  sleep(60_000);
  manual.advance(20_000);
  expect(done).toEqual([]);
  closing.abort();
});

test('ended, it hears nothing and leaves no timer', () => {
  const { manual, done, closing } = setUp();
  closing.abort();
  window.dispatchEvent(new Event('online'));
  show('visible');
  expect(done).toEqual([]);
  expect(manual.pending()).toBe(0);
});
