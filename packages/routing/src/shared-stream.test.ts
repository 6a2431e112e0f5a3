import fc from 'fast-check';
import { messagesDelivered } from './testing/browser';
import { createBrowserWorld } from './testing/browser-world';
import type { BrowserWorld, TestWindow } from './testing/browser-world';

/** Longer than every pause, attempt and silence. */
const longMs = 60_000;

/** Every frame once, in order, from each snapshot on. */
function expectWhole(window: TestWindow): void {
  for (const { from, frames } of window.heard) expect(frames).toEqual(frames.map((_, index) => from + 1 + index));
}

function position({ heard }: TestWindow): number | undefined {
  const last = heard.at(-1);
  return last?.frames.at(-1) ?? last?.from;
}

function fail(): never {
  throw new Error('There are two windows.');
}

async function openWindows(world: BrowserWorld, count: number): Promise<TestWindow[]> {
  const windows = Array.from({ length: count }, () => world.open());
  await world.advance(1_000);
  return windows;
}

function pick<T>(things: readonly T[], at: number): T {
  const thing = things[at];
  if (thing === undefined) throw new Error(`There is no thing ${at}.`);
  return thing;
}

test('ten windows of an agent share one stream, and all receive its events', async () => {
  const world = createBrowserWorld();
  const windows = await openWindows(world, 10);
  world.publish();
  world.publish();
  await world.advance(100);
  expect(world.streams()).toBe(1);
  expect(windows.map(position)).toEqual(windows.map(() => 102));
  for (const window of windows) expect(window).toMatchObject({ isLive: true, lost: false });
});

test('two agents have two streams', async () => {
  const world = createBrowserWorld();
  const [ana, bianca] = [world.open('ana'), world.open('bianca')];
  await world.advance(1_000);
  world.publish();
  await world.advance(100);
  expect(world.streams()).toBe(2);
  expect([position(ana), position(bianca)]).toEqual([101, 101]);
});

test('a window that joins later receives what happened between its snapshot and its first question', async () => {
  const world = createBrowserWorld();
  await openWindows(world, 1);
  const late = world.open();
  world.publish();
  world.publish();
  await world.advance(1_000);
  expect(late.heard).toEqual([{ from: 100, frames: [101, 102] }]);
  expect(world.streamsSoFar()).toBe(1);
});

test('a cursor from before the leader’s first frame is a gap', async () => {
  const world = createBrowserWorld();
  const [leader] = await openWindows(world, 1);
  const late = world.open();
  leader?.connectNow();
  for (let frames = 0; frames < 300; frames += 1) world.publish();
  await world.advance(5_000);
  expect(position(late)).toBe(400);
  expectWhole(late);
});

test.each([
  ['closes', (window: TestWindow) => window.close(), 200],
  ['crashes', (window: TestWindow) => window.crash(), 200],
  // Two heartbeats, a question without an answer, and some tolerance.
  ['freezes', (window: TestWindow) => window.freeze(), 17_000],
])(
  'when the window with the stream %s, another window takes it over: nothing is missed or doubled',
  async (_, end, ms) => {
    const world = createBrowserWorld();
    const [leader, ...others] = await openWindows(world, 4);
    world.publish();
    await world.advance(100);
    if (leader) end(leader);
    world.publish();
    world.publish();
    await world.advance(ms);
    expect(others.map(({ heard }) => heard)).toEqual(others.map(() => [{ from: 100, frames: [101, 102, 103] }]));
    for (const window of others) expect(window.isLive).toBe(true);
  },
);

test('a window that thaws finds another leader, and receives from it what it has missed', async () => {
  const world = createBrowserWorld();
  const [leader, other] = await openWindows(world, 2);
  leader?.freeze();
  world.publish();
  await world.advance(15_000);
  leader?.thaw();
  world.publish();
  await world.advance(1_000);
  expect(world.streams()).toBe(1);
  for (const window of [leader, other]) {
    if (!window) throw new Error('There are two windows.');
    expect(position(window)).toBe(102);
    expect(window.isLive).toBe(true);
    expectWhole(window);
  }
});

test('after the machine has slept, no window has missed anything', async () => {
  const world = createBrowserWorld();
  const windows = await openWindows(world, 3);
  for (const window of windows) window.freeze();
  await world.advance(longMs);
  for (const window of windows) window.thaw();
  world.publish();
  await world.advance(1_000);
  expect(windows.map(position)).toEqual([101, 101, 101]);
  expect(world.streams()).toBe(1);
});

test('a break and its end are reported in all windows', async () => {
  const world = createBrowserWorld();
  const windows = await openWindows(world, 3);
  world.network = 'down';
  world.cut();
  world.publish();
  await world.advance(10_000);
  expect(windows.map(({ isLive }) => isLive)).toEqual([false, false, false]);
  expect(world.streamsSoFar()).toBe(1);
  world.network = 'works';
  await world.advance(11_000);
  expect(windows.map(({ isLive }) => isLive)).toEqual([true, true, true]);
  expect(windows.map(position)).toEqual([101, 101, 101]);
  expect(world.streams()).toBe(1);
});

test('a leader in a long pause is not replaced', async () => {
  const world = createBrowserWorld();
  const [leader, other] = await openWindows(world, 2);
  world.network = 'down';
  world.cut();
  await world.advance(longMs);
  world.network = 'works';
  leader?.connectNow();
  await world.advance(500);
  expect([leader?.isLive, other?.isLive]).toEqual([true, true]);
  expect(world.streamsSoFar()).toBe(2);
});

test('nor is it while the backend asks for a pause that is longer than a stream may be silent', async () => {
  const world = createBrowserWorld();
  await openWindows(world, 3);
  world.network = 'busy';
  world.cut();
  await world.advance(2_000);
  world.network = 'works';
  await world.advance(110_000);
  expect(world.streamsSoFar()).toBe(1);
  await world.advance(15_000);
  expect(world.streamsSoFar()).toBe(2);
});

test('a leader with slow timers, as in a hidden window, is waked by the others', async () => {
  const world = createBrowserWorld();
  const [leader, other] = await openWindows(world, 2);
  leader?.slowTimers();
  world.cut();
  world.publish();
  await world.advance(5_000);
  expect(other?.isLive).toBe(true);
  expect(world.streamsSoFar()).toBe(2);
  expect(position(other ?? fail())).toBe(101);
});

test('a window that has slept does not take the stream from one that was awake', async () => {
  const world = createBrowserWorld();
  const [leader, other] = await openWindows(world, 2);
  other?.freeze();
  world.publish();
  await world.advance(longMs);
  other?.thaw();
  world.publish();
  await world.advance(3_000);
  expect(world.streamsSoFar()).toBe(1);
  for (const window of [leader, other]) expect(window?.heard).toEqual([{ from: 100, frames: [101, 102] }]);
});

test('a window that reconnects on request wakes the leader', async () => {
  const world = createBrowserWorld();
  const [, other] = await openWindows(world, 2);
  world.network = 'down';
  world.cut();
  await world.advance(longMs);
  world.network = 'works';
  other?.connectNow();
  await world.advance(100);
  expect(other?.isLive).toBe(true);
});

test('a window whose session is lost leaves the stream to the others, and does not affect theirs', async () => {
  const world = createBrowserWorld();
  const [leader, other] = await openWindows(world, 2);
  world.network = 'refusesOnce';
  world.cut();
  await world.advance(1_100);
  expect([leader?.lost, other?.lost]).toEqual([true, false]);
  world.publish();
  await world.advance(longMs);
  expect(other).toMatchObject({ isLive: true, lost: false });
});

test('a page without access to locks has its own stream', async () => {
  const world = createBrowserWorld({ refusesLocks: true });
  const windows = await openWindows(world, 2);
  world.publish();
  await world.advance(100);
  expect(world.streams()).toBe(2);
  expect(windows.map(position)).toEqual([101, 101]);
});

test('closed windows leave no stream and no timer', async () => {
  const world = createBrowserWorld();
  const windows = await openWindows(world, 3);
  for (const window of windows) window.close();
  await messagesDelivered();
  expect(world.streams()).toBe(0);
  expect(world.pendingTimers()).toBe(0);
});

/** Each run lets minutes pass in steps of 100 ms: a thousand take half a minute alone, and several beside a build. */
const runsMs = 240_000;

test(
  'whatever windows and network do, each window hears everything once, and in the end there is one stream',
  async () => {
    const deed = fc.oneof(
      fc.constant({ do: 'publish' as const }),
      fc.constant({ do: 'open' as const }),
      fc.record({
        do: fc.constantFrom('close', 'crash', 'freeze', 'thaw', 'connectNow'),
        which: fc.nat({ max: 5 }),
      }),
      fc.record({ do: fc.constant('network' as const), to: fc.constantFrom('works', 'mute', 'down', 'busy') }),
      fc.constant({ do: 'cut' as const }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 100, 1_000, 5_000, 15_000) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
        const world = createBrowserWorld();
        let windows = [world.open(), world.open()];
        const gone: TestWindow[] = [];
        for (const happening of deeds) {
          if (happening.do === 'publish') world.publish();
          else if (happening.do === 'open') windows.push(world.open());
          else if (happening.do === 'network') world.network = happening.to;
          else if (happening.do === 'cut') world.cut();
          else if (happening.do === 'wait') await world.advance(happening.ms);
          else if (windows.length > 0) {
            const window = pick(windows, happening.which % windows.length);
            window[happening.do]();
            if (happening.do === 'close' || happening.do === 'crash') {
              gone.push(window);
              windows = windows.filter((other) => other !== window);
            }
          }
          await messagesDelivered();
        }
        for (const window of windows) window.thaw();
        world.network = 'works';
        const wasBusy = deeds.some((happening) => happening.do === 'network' && happening.to === 'busy');
        await world.advance(wasBusy ? 130_000 : longMs);
        world.publish();
        await world.advance(1_000);

        for (const window of [...windows, ...gone]) expectWhole(window);
        for (const window of windows) {
          expect(position(window)).toBe(world.cursor());
          expect(window.isLive).toBe(true);
        }
        expect(world.streams()).toBe(Math.min(1, windows.length));
        for (const window of windows) window.close();
        await messagesDelivered();
        expect(world.pendingTimers()).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  },
  runsMs,
);
