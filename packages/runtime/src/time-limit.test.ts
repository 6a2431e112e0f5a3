import { createManualClock } from '@baton/contracts/testing';
import { startTimeLimit, TimeoutError, within } from './time-limit';

const never = new Promise<never>(() => {});

describe('within', () => {
  test('gives what the work comes to, and leaves no timer', async () => {
    const clock = createManualClock();
    await expect(within(clock, 5000, 'No answer', Promise.resolve('here'))).resolves.toBe('here');
    expect(clock.pending()).toBe(0);
  });

  test('passes on why the work failed, and leaves no timer', async () => {
    const clock = createManualClock();
    await expect(within(clock, 5000, 'No answer', Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(clock.pending()).toBe(0);
  });

  test('waits no longer than it may, says so, and lets the work be stopped', async () => {
    const clock = createManualClock();
    const giveUp = jest.fn();
    const waited = within(clock, 5000, 'The code did not come', never, giveUp);
    clock.advance(4999);
    expect(giveUp).not.toHaveBeenCalled();
    clock.advance(1);
    await expect(waited).rejects.toEqual(new TimeoutError('The code did not come within 5000 ms'));
    expect(giveUp).toHaveBeenCalledTimes(1);
  });
});

describe('a limit', () => {
  test('ends with the caller: with their reason, at once if they have left already', async () => {
    const caller = new AbortController();
    const limit = startTimeLimit(createManualClock(), 5000, caller.signal);
    const work = limit.limit(never);
    caller.abort(new Error('closed'));
    await expect(work).rejects.toThrow('closed');
    await expect(startTimeLimit(createManualClock(), 5000, caller.signal).limit(never)).rejects.toThrow('closed');
  });

  test('begins anew when something was heard', () => {
    const clock = createManualClock();
    const limit = startTimeLimit(clock, 5000);
    clock.advance(4000);
    limit.restart(5000);
    clock.advance(4999);
    expect(limit.signal.aborted).toBe(false);
    clock.advance(1);
    expect(limit.signal.reason).toBeInstanceOf(TimeoutError);
  });

  test('notices that its time is up though its timer did not run, as after sleep', () => {
    const clock = createManualClock();
    let asleepMs = 0;
    const limit = startTimeLimit({ ...clock, now: () => clock.now() + asleepMs }, 5000);
    expect(limit.check()).toBe(false);
    asleepMs = 5001;
    expect(limit.check()).toBe(true);
    expect(limit.signal.aborted).toBe(true);
  });

  test('leaves nothing behind when it is over', () => {
    const clock = createManualClock();
    const caller = new AbortController();
    const limit = startTimeLimit(clock, 5000, caller.signal);
    limit.clear();
    caller.abort();
    expect({ pending: clock.pending(), aborted: limit.signal.aborted }).toEqual({ pending: 0, aborted: false });
  });
});
