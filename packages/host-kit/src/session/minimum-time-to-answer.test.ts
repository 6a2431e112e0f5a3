import type { DesktopState } from '@baton/contracts';
import { createDesktopStore } from '@baton/desktop';
import { aDesktop, anInvitation, byId } from '../testing/builders';
import { watchMinimumTimeToAnswer } from './minimum-time-to-answer';

function setUp() {
  let state: DesktopState = aDesktop();
  const listeners = new Set<() => void>();
  const problems: string[] = [];
  const leaving = new AbortController();
  const store = {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    targets: createDesktopStore().targets,
  };
  watchMinimumTimeToAnswer(store, ({ message }) => problems.push(message), leaving.signal);
  return {
    problems,
    listeners,
    leaving,
    offer(seconds: number | null, id = 'v1') {
      const offeredAt = 1_000;
      state = aDesktop({
        invitations: byId(
          anInvitation({ id, offeredAt, expiresAt: seconds === null ? null : offeredAt + seconds * 1_000 }),
        ),
      });
      for (const listener of listeners) listener();
    },
  };
}

describe('IP-05 time to answer', () => {
  test('less than 20 s is reported once, with the cure', () => {
    const { problems, offer } = setUp();
    offer(12);
    offer(5, 'v2');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/gives agents 12 s to answer.*Give them 20 s or more.*realTimeException: true/);
  });

  test('20 s, more, and no limit are fine', () => {
    const { problems, offer } = setUp();
    for (const seconds of [20, 30, null]) offer(seconds);
    expect(problems).toEqual([]);
  });

  test('stops with the signal', () => {
    const { listeners, leaving } = setUp();
    leaving.abort();
    expect(listeners.size).toBe(0);
  });
});
