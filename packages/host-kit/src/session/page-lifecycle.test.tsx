import { createManualClock } from '@baton/contracts/testing';
import type { Clock } from '@baton/contracts';
import { watchPageLifecycle } from './page-lifecycle';

function setUp() {
  const manual = createManualClock();
  let slept = 0;
  // While a machine sleeps, time passes but timers do not run.
  const clock: Clock = { ...manual, now: () => manual.now() + slept };
  const done: string[] = [];
  const closing = new AbortController();
  const connection = {
    connectNow: () => void done.push('connectNow'),
    connectUnlessLive: () => void done.push('connectUnlessLive'),
    pause: () => void done.push('pause'),
  };
  watchPageLifecycle(window, clock, connection, closing.signal);
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
  ['the page is about to be frozen', () => document.dispatchEvent(new Event('freeze')), ['pause']],
  ['the page goes', () => window.dispatchEvent(new Event('pagehide')), ['pause']],
  ['the page goes on', () => document.dispatchEvent(new Event('resume')), ['connectNow']],
  ['the page comes back by Back', () => window.dispatchEvent(pageshow(true)), ['connectNow']],
  ['the page has loaded', () => window.dispatchEvent(pageshow(false)), []],
  ['the page is shown', () => show('visible'), ['connectUnlessLive']],
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

test('late timers of a hidden page do not count as sleep', () => {
  show('hidden');
  const { manual, done, sleep, closing } = setUp();
  sleep(60_000);
  manual.advance(20_000);
  expect(done).toEqual([]);
  closing.abort();
});

test('after the end no event has an effect, and no timer is left', () => {
  const { manual, done, closing } = setUp();
  closing.abort();
  window.dispatchEvent(new Event('online'));
  show('visible');
  expect(done).toEqual([]);
  expect(manual.pending()).toBe(0);
});
