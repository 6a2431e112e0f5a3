import fc from 'fast-check';
import { createManualClock } from '../testing/manual-clock';
import { createAdjustableClock } from './adjustable-clock';

const noon = Date.UTC(2026, 2, 2, 12);

function setUp(shortMs?: number) {
  const device = createManualClock(noon);
  const clock = createAdjustableClock({ device, ...(shortMs !== undefined && { shortMs }) });
  const happened: string[] = [];
  const after = (ms: number, name: string) =>
    clock.setTimeout(() => happened.push(`${name} at ${clock.now() - noon}`), ms);
  return { device, clock, happened, after };
}

test('begins as a copy of the device’s clock', async () => {
  const { device, clock, happened, after } = setUp();
  after(1000, 'a');
  await device.advance(999);
  expect([clock.now() - noon, happened]).toEqual([999, []]);
  await device.advance(1);
  expect(happened).toEqual(['a at 1000']);
});

test('stands still, and goes on where it stood', async () => {
  const { device, clock, happened, after } = setUp();
  after(1000, 'a');
  await device.advance(400);
  clock.set({ rate: 0 });
  await device.advance(60_000);
  expect([clock.now() - noon, happened]).toEqual([400, []]);
  clock.set({ rate: 1 });
  await device.advance(600);
  expect(happened).toEqual(['a at 1000']);
});

test('goes twenty times as fast, with what was set before', async () => {
  const { device, clock, happened, after } = setUp();
  after(20_000, 'a');
  clock.set({ rate: 20 });
  after(40_000, 'b');
  await device.advance(1000);
  expect(happened).toEqual(['a at 20000']);
  await device.advance(1000);
  expect(happened).toEqual(['a at 20000', 'b at 40000']);
});

test('moved, it lets what is overdue happen in order', async () => {
  const { device, clock, happened, after } = setUp();
  after(2000, 'b');
  after(1000, 'a');
  const cancel = after(1500, 'never');
  cancel();
  clock.set({ time: noon + 30_000 });
  await device.advance(0);
  expect(happened).toEqual(['a at 30000', 'b at 30000']);
});

test('what is overdue can cancel what comes after it', async () => {
  const { device, clock, happened, after } = setUp();
  clock.setTimeout(() => cancel(), 1000);
  const cancel = after(1000, 'b');
  await device.advance(1000);
  expect(happened).toEqual([]);
});

test('follows another clock of the device', async () => {
  const { device, clock } = setUp();
  const other = createAdjustableClock({ device });
  other.set({ time: 0, rate: 5 });
  await device.advance(100);
  clock.follow(other.setting());
  await device.advance(100);
  expect([clock.now(), other.now()]).toEqual([1000, 1000]);
});

test('standing still, it lets short time-outs run all the same', async () => {
  const { device, clock, happened, after } = setUp(1000);
  clock.set({ rate: 0 });
  after(150, 'the search');
  after(8000, 'the deadline');
  await device.advance(60_000);
  expect(happened).toEqual(['the search at 0']);
});

test('however it is adjusted, timers happen in order, once, and never early', async () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('timer' as const), ms: fc.integer({ min: 0, max: 5000 }) }),
      fc.record({ kind: fc.constant('passes' as const), ms: fc.integer({ min: 0, max: 3000 }) }),
      fc.record({ kind: fc.constant('rate' as const), rate: fc.constantFrom(0, 0.5, 1, 7, 20) }),
      fc.record({ kind: fc.constant('ahead' as const), ms: fc.integer({ min: 0, max: 9000 }) }),
    ),
    { maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (played) => {
      const { device, clock } = setUp();
      const due: number[] = [];
      const happened: { at: number; due: number }[] = [];
      for (const step of played) {
        if (step.kind === 'timer') {
          const at = clock.now() + step.ms;
          due.push(at);
          clock.setTimeout(() => happened.push({ at: clock.now(), due: at }), step.ms);
        } else if (step.kind === 'passes') await device.advance(step.ms);
        else if (step.kind === 'rate') clock.set({ rate: step.rate });
        else clock.set({ time: clock.now() + step.ms });
      }
      clock.set({ rate: 20 });
      await device.advance(60_000);
      for (const one of happened) expect(one.at).toBeGreaterThanOrEqual(one.due);
      expect(happened.map((one) => one.due)).toEqual(due.toSorted((a, b) => a - b));
    }),
    {
      numRuns: 1000,
      examples: [
        [
          [
            { kind: 'timer', ms: 0 },
            { kind: 'ahead', ms: 1 },
            { kind: 'rate', rate: 0 },
            { kind: 'timer', ms: 0 },
          ],
        ],
      ],
    },
  );
});
