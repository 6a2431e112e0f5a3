import { act, render, renderHook, screen } from '@testing-library/react';
import { createManualClock } from '@baton/contracts/testing';
import { AnnouncerProvider, useAnnounce } from './announcer-context';
import { useNow } from './use-now';
import { shallowEqual, useStore } from './use-store';

function createStore<S>(state: S) {
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(next: S) {
      state = next;
      for (const listener of listeners) listener();
    },
    listeners,
  };
}

describe('useStore', () => {
  test('follows its selection only', () => {
    const store = createStore({ count: 1, other: 1 });
    const renders = jest.fn();
    const { result } = renderHook(() => {
      renders();
      return useStore(store, (state) => state.count);
    });
    act(() => store.set({ count: 1, other: 2 }));
    expect(renders).toHaveBeenCalledTimes(1);
    act(() => store.set({ count: 2, other: 2 }));
    expect(result.current).toBe(2);
  });

  test('selectors may make new objects when told what is equal', () => {
    const store = createStore({ list: [1, 2, 3], other: 1 });
    const { result } = renderHook(() => useStore(store, ({ list }) => list.filter((n) => n > 1), shallowEqual));
    const first = result.current;
    act(() => store.set({ ...store.getState(), other: 2 }));
    expect(result.current).toBe(first);
    act(() => store.set({ list: [3], other: 2 }));
    expect(result.current).toEqual([3]);
  });

  test('lets go of the store', () => {
    const store = createStore(0);
    renderHook(() => useStore(store, (state) => state)).unmount();
    expect(store.listeners.size).toBe(0);
  });
});

test.each([
  [{ a: 1 }, { a: 1 }, true],
  [{ a: 1 }, { a: 2 }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[1, 2], [1, 2], true],
  [[1, 2], [1], false],
])('shallowEqual(%j, %j) is %s', (a, b, expected) => {
  expect(shallowEqual<object>(a, b)).toBe(expected);
});

describe('useNow', () => {
  test('ticks by the clock it is given', () => {
    const clock = createManualClock(1000);
    const { result, unmount } = renderHook(() => useNow(clock, 500));
    expect(result.current).toBe(1000);
    act(() => clock.advance(1200));
    expect(result.current).toBe(2000);
    unmount();
    expect(clock.pending()).toBe(0);
  });

  test('stands still while it is not needed, and is fresh when it is again', () => {
    const clock = createManualClock();
    const { result, rerender } = renderHook(({ enabled }) => useNow(clock, 500, enabled), {
      initialProps: { enabled: false },
    });
    clock.advance(3000);
    expect(clock.pending()).toBe(0);
    rerender({ enabled: true });
    expect(result.current).toBe(3000);
  });
});

describe('useAnnounce', () => {
  function Speaker() {
    const announce = useAnnounce();
    return <button onClick={() => announce('Copied', { id: 'copy' })}>Copy</button>;
  }

  test('speaks through the announcer around it', () => {
    const announce = jest.fn();
    render(
      <AnnouncerProvider announcer={{ announce }}>
        <Speaker />
      </AnnouncerProvider>,
    );
    act(() => screen.getByRole('button').click());
    expect(announce).toHaveBeenCalledWith('Copied', { id: 'copy' });
  });

  test('says what is missing', () => {
    const silence = jest.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => render(<Speaker />)).toThrow('AnnouncerProvider');
    silence.mockRestore();
  });
});
