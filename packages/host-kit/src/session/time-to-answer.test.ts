import { allCapabilities } from '@baton/contracts/testing';
import { createDesktopStore } from '@baton/desktop';
import type { Preferences, TimeToAnswer } from '@baton/contracts';
import { defaultPreferences } from '../adapters/preferences';
import { tellTimeToAnswer } from './time-to-answer';

function setUp({ choices, capable = true }: { choices?: readonly TimeToAnswer[]; capable?: boolean } = {}) {
  const store = createDesktopStore();
  const told: TimeToAnswer[] = [];
  const listeners = new Set<() => void>();
  let preferences: Preferences = defaultPreferences;
  const leaving = new AbortController();
  tellTimeToAnswer(
    {
      store: {
        ...store,
        getState: () => ({
          ...store.getState(),
          connection: { state: live ? 'live' : 'connecting' },
          capabilities: { ...allCapabilities, timeToAnswer: capable },
        }),
      },
      preferences: {
        get: () => preferences,
        set: (changes) => {
          preferences = { ...preferences, ...changes };
          for (const listener of listeners) listener();
        },
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      commands: {
        setTimeToAnswer: ({ factor }) => {
          told.push(factor);
          return Promise.resolve({ ok: true, value: { commandId: 'c0000001' } });
        },
      },
      choices,
    },
    leaving.signal,
  );
  return {
    told,
    wish(timeToAnswer: TimeToAnswer) {
      preferences = { ...preferences, timeToAnswer };
      for (const listener of listeners) listener();
    },
    connect(next: boolean) {
      live = next;
      store.dispatch({ type: 'time', at: (changes += 60_000), receivedAt: 0 });
    },
    stop: () => leaving.abort(),
  };
}
let live = false;
let changes = 0;
beforeEach(() => {
  live = false;
});

test('the usual time is not sent', () => {
  const { told, connect } = setUp();
  connect(true);
  expect(told).toEqual([]);
});

test('a preference is sent after connecting, when it changes, and again after a break', () => {
  const { told, wish, connect, stop } = setUp();
  wish(5);
  expect(told).toEqual([]);
  connect(true);
  wish(0);
  wish(0);
  expect(told).toEqual([5, 0]);
  connect(false);
  connect(true);
  expect(told).toEqual([5, 0, 0]);
  stop();
  wish(2);
  expect(told).toEqual([5, 0, 0]);
});

test('nothing is sent that the host does not offer or the backend does not support', () => {
  const limited = setUp({ choices: [1, 2] });
  limited.wish(0);
  limited.connect(true);
  expect(limited.told).toEqual([]);
  live = false;
  const incapable = setUp({ capable: false });
  incapable.wish(2);
  incapable.connect(true);
  expect(incapable.told).toEqual([]);
});
