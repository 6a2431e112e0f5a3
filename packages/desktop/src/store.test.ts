import { createDesktopStore } from './store';
import { frame, notice } from './testing/builders';

const posted = (version: number) => frame(version, { type: 'notice.posted', notice: notice(`n${version}`, version) });

test('listeners hear of each change once, with the new state in place', () => {
  const store = createDesktopStore();
  const seen: number[] = [];
  store.subscribe(() => seen.push(store.getState().cursor));
  store.dispatch(posted(1));
  store.dispatch(posted(1));
  store.dispatch(posted(2));
  expect(seen).toEqual([1, 2]);
});

test('a listener that throws reaches neither another nor who dispatched', () => {
  const errors: unknown[] = [];
  const store = createDesktopStore({ reportError: (error) => errors.push(error) });
  const listener = jest.fn();
  const broken = new Error('broken');
  store.subscribe(() => {
    throw broken;
  });
  store.subscribe(listener);
  store.dispatch(posted(1));
  expect(listener).toHaveBeenCalledTimes(1);
  expect(errors).toEqual([broken]);
});

test('without a report the error surfaces as an uncaught one', () => {
  const surfaced = jest.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {});
  const store = createDesktopStore();
  const broken = new Error('broken');
  store.subscribe(() => {
    throw broken;
  });
  store.dispatch(posted(1));
  expect(surfaced.mock.calls[0]?.[0]).toThrow(broken);
  surfaced.mockRestore();
});

test('a listener may dispatch, subscribe and unsubscribe', () => {
  const store = createDesktopStore();
  const late = jest.fn();
  const gone = jest.fn();
  const cursors: number[] = [];
  const stopFirst = store.subscribe(() => {
    stopFirst();
    stopGone();
    store.subscribe(late);
    store.dispatch(posted(2));
  });
  const stopGone = store.subscribe(gone);
  store.subscribe(() => cursors.push(store.getState().cursor));
  store.dispatch(posted(1));
  expect(gone).not.toHaveBeenCalled();
  expect(late).toHaveBeenCalledTimes(1);
  expect(cursors).toEqual([2, 2]);
});

test('one function subscribed twice is two subscriptions', () => {
  const store = createDesktopStore();
  const listener = jest.fn();
  const stop = store.subscribe(listener);
  store.subscribe(listener);
  stop();
  stop();
  store.dispatch(posted(1));
  expect(listener).toHaveBeenCalledTimes(1);
});
