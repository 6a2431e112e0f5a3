import type { Clock } from '@baton/contracts';
import type { ClockSetting } from '../control/operations';

/** A clock that can be stopped, made faster, and moved. */
export interface AdjustableClock extends Clock {
  setting(): ClockSetting;
  /** Takes over the setting of another clock of this device. */
  follow(setting: ClockSetting): void;
  /** Shows another time, or goes at another rate, from now on. What is overdue then happens at once, in order. */
  set(change: { time?: number; rate?: number }): void;
}

export interface AdjustableClockOptions {
  /** The device's clock. */
  device: Clock;
  /**
   * Time-outs up to this long, in milliseconds, run on the device's clock while this one stands
   * still: an interface whose time is stopped still answers to its user. Without it none does, and
   * all happen in order.
   */
  shortMs?: number;
}

/** Timers of the device take no more than 31 bits. */
const longestTimerMs = 2 ** 31 - 1;

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Starts as a copy of the device's clock. */
export function createAdjustableClock({ device, shortMs = -1 }: AdjustableClockOptions): AdjustableClock {
  const start = device.now();
  let setting: ClockSetting = { time: start, since: start, rate: 1 };
  // In the order in which they fall due; those of one moment in the order in which they were set.
  let timers: readonly Timer[] = [];
  let cancelAlarm = () => undefined as void;

  // Whole milliseconds, as the wire has them.
  const now = () => setting.time + Math.floor((device.now() - setting.since) * setting.rate);

  function setAlarm() {
    cancelAlarm();
    const [next] = timers;
    if (next === undefined) return;
    const left = Math.max(0, next.at - now());
    if (left > 0 && setting.rate === 0) return;
    // Whole milliseconds: a smaller pause may be lost in the device's time, and the alarm would ring for ever.
    cancelAlarm = device.setTimeout(ring, left === 0 ? 0 : Math.min(Math.ceil(left / setting.rate), longestTimerMs));
  }

  function ring() {
    const due = timers.filter(({ at }) => at <= now());
    for (const timer of due) {
      // One that another has cancelled meanwhile does not happen.
      if (!timers.includes(timer)) continue;
      timers = timers.filter((other) => other !== timer);
      timer.callback();
    }
    setAlarm();
  }

  function follow(next: ClockSetting) {
    setting = next;
    setAlarm();
  }

  return {
    now,
    deviceNow: device.now,
    setTimeout(callback, ms) {
      if (setting.rate === 0 && Math.max(0, ms) <= shortMs) return device.setTimeout(callback, ms);
      const timer = { at: now() + Math.max(0, ms), callback };
      const later = timers.findIndex(({ at }) => at > timer.at);
      timers = later === -1 ? [...timers, timer] : timers.toSpliced(later, 0, timer);
      setAlarm();
      return () => {
        timers = timers.filter((other) => other !== timer);
        setAlarm();
      };
    },
    setting: () => setting,
    follow,
    set: ({ time = now(), rate = setting.rate }) => follow({ time, since: device.now(), rate }),
  };
}
