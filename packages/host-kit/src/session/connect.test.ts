import type { Result, Snapshot, StreamListener } from '@baton/contracts';
import { createDesktopStore } from '@baton/desktop';
import { fakeBackend, refused } from '../testing/fake-backend';
import { createManualClock, emptySnapshot } from '@baton/contracts/testing';
import { countingRandom } from '../testing/counting-random';
import { settled } from '../testing/settled';
import { connect } from './connect';

function setUp() {
  const backend = fakeBackend();
  const store = createDesktopStore();
  const clock = createManualClock();
  const start = () => connect({ backend, clock, random: countingRandom(), ready: true, dispatch: store.dispatch });
  const connection = () => store.getState().connection;
  return { backend, store, clock, start, connection };
}

test('signs in, takes a snapshot, follows from its cursor', async () => {
  const { backend, start, connection } = setUp();
  backend.snapshots = [{ ok: true, value: emptySnapshot({ cursor: 42 }) }];
  start();
  expect(connection()).toEqual({ state: 'connecting' });
  await settled();
  expect(backend.sent).toEqual([expect.objectContaining({ type: 'signIn', ready: true })]);
  expect(backend.cursor).toBe(42);
});

test('asks for no snapshot when signing in has brought one, also on the way back after a gap', async () => {
  const { backend, start, connection } = setUp();
  const asked = jest.spyOn(backend, 'snapshot');
  const answers = [42, 99].map((cursor) => emptySnapshot({ cursor }));
  backend.send = async (command) => {
    const snapshot = answers.shift();
    return { ok: true, value: { commandId: command.commandId, ...(snapshot && { snapshot }) } };
  };
  start();
  await settled();
  expect([backend.cursor, connection()]).toEqual([42, { state: 'live' }]);
  backend.stream?.onGap();
  await settled();
  expect(backend.cursor).toBe(99);
  expect(asked).not.toHaveBeenCalled();
});

test('what the snapshot shows can be acted on before the stream opens', async () => {
  const { start, connection } = setUp();
  start();
  await settled();
  expect(connection()).toEqual({ state: 'live' });
});

test('a stream that does not open is shown as a lost connection', async () => {
  const { backend, clock, start, connection } = setUp();
  start();
  await settled();
  backend.stream?.onBreak(500);
  clock.advance(2000);
  expect(connection()).toMatchObject({ state: 'connectionLost' });
});

test('a short break is not shown, a longer one is, and so is its end', async () => {
  const { backend, clock, start, connection } = setUp();
  start();
  await settled();
  backend.stream?.onOpen();

  backend.stream?.onBreak(500);
  clock.advance(1900);
  backend.stream?.onOpen();
  clock.advance(5000);
  expect(connection()).toEqual({ state: 'live' });

  backend.stream?.onBreak(500);
  clock.advance(2000);
  expect(connection()).toMatchObject({ state: 'connectionLost' });
  backend.stream?.onOpen();
  expect(connection()).toEqual({ state: 'live' });
});

test('after a gap it takes a new snapshot and follows from there', async () => {
  const { backend, start } = setUp();
  start();
  await settled();
  backend.snapshots = [{ ok: true, value: emptySnapshot({ cursor: 99 }) }];
  backend.stream?.onGap();
  await settled();
  expect(backend.cursor).toBe(99);
});

test('repeated gaps are followed by growing delays', async () => {
  const { backend, clock, start } = setUp();
  start();
  await settled();
  backend.stream?.onGap();
  await settled();
  const signIns = backend.sent.length;
  backend.stream?.onGap();
  await settled();
  expect(backend.sent).toHaveLength(signIns);
  clock.advance(1000);
  await settled();
  expect(backend.sent).toHaveLength(signIns + 1);
});

test('keeps trying while the contact centre cannot be reached', async () => {
  const { backend, clock, start, connection } = setUp();
  backend.answers.signIn = refused('backend_unavailable');
  start();
  await settled();
  clock.advance(2000);
  expect(connection()).toMatchObject({ state: 'connectionLost' });
  delete backend.answers.signIn;
  await settled();
  clock.advance(15_000);
  await settled();
  backend.stream?.onOpen();
  expect(connection()).toEqual({ state: 'live' });
});

test('a token that is refused for good ends the session', async () => {
  const { backend, start, connection } = setUp();
  backend.answers.signIn = refused('unauthenticated');
  start();
  await settled();
  expect(connection()).toEqual({ state: 'sessionEnded', reason: 'lost' });
});

test('a stream that has stopped for good is never shown as live, whatever its reason', async () => {
  const { backend, start, connection } = setUp();
  start();
  await settled();
  backend.stream?.onLost({ code: 'forbidden', retryable: false, message: 'No access', reference: 'R-1' });
  expect(connection()).toEqual({ state: 'sessionEnded', reason: 'lost' });
});

test('a session that has ended is not followed any more', async () => {
  const { backend, clock, start, connection } = setUp();
  start();
  await settled();
  backend.stream?.onBreak(500);
  backend.stream?.onFrame({ v: 1, cursor: 2, at: 2000, events: [{ type: 'session.ended', reason: 'signedOut' }] });
  expect(connection()).toEqual({ state: 'sessionEnded', reason: 'signedOut' });
  expect(backend.stream).toBeUndefined();
  expect(clock.pending()).toBe(0);
});

test('a token that is refused while the stream is open ends the session', async () => {
  const { backend, start, connection } = setUp();
  const { resync } = start();
  await settled();
  backend.snapshots = [refused('unauthenticated')];
  expect(await resync()).toBe(false);
  expect(connection()).toEqual({ state: 'sessionEnded', reason: 'lost' });
});

test('a backend that asks for a pause gets it before the next request', async () => {
  const { backend, clock, start } = setUp();
  backend.answers.signIn = refused('rate_limited', { retryAfterMs: 60_000 });
  start();
  await settled();
  clock.advance(60_000);
  await settled();
  expect(backend.sent).toHaveLength(1);
  clock.advance(1_000);
  await settled();
  expect(backend.sent).toHaveLength(2);
});

describe('no event stream comes through', () => {
  async function withoutStream() {
    const world = setUp();
    const asked = jest.spyOn(world.backend, 'snapshot');
    const live = world.start();
    await settled();
    world.backend.stream?.onBreak(500);
    world.clock.advance(4_000);
    world.backend.stream?.onBreak(500);
    await settled();
    return { ...world, ...live, asked };
  }

  test('after two attempts snapshots take its place, every three seconds, and the desktop says so', async () => {
    const { backend, clock, connection, asked, store } = await withoutStream();
    expect(connection()).toEqual({ state: 'live', delayed: true });
    expect(asked).toHaveBeenCalledTimes(2);
    const ready = emptySnapshot().agent;
    backend.snapshots = [
      { ok: true, value: emptySnapshot({ cursor: 7, agent: { ...ready, version: 2, name: 'Ana' } }) },
    ];
    clock.advance(3_000);
    await settled();
    expect(store.getState().agent?.name).toBe('Ana');
    backend.stream?.onBreak(500);
    clock.advance(5_000);
    expect(connection()).toEqual({ state: 'live', delayed: true });
  });

  test('breaks in quick succession, as of several windows, are not enough', async () => {
    const { backend, start } = setUp();
    const asked = jest.spyOn(backend, 'snapshot');
    start();
    await settled();
    for (let attempt = 0; attempt < 5; attempt += 1) backend.stream?.onBreak(500);
    await settled();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('nor is a stream that lets its first bytes through, and no more, an event stream', async () => {
    const { backend, clock, start, connection } = setUp();
    start();
    await settled();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      backend.stream?.onOpen();
      backend.stream?.onTime(5);
      clock.advance(7_500);
      backend.stream?.onBreak(500);
    }
    await settled();
    expect(connection()).toEqual({ state: 'live', delayed: true });
  });

  test('a backend that asks for a pause gets no snapshot requests meanwhile', async () => {
    const { backend, clock, asked } = await withoutStream();
    backend.snapshots = [refused('rate_limited', { retryAfterMs: 60_000 })];
    clock.advance(3_000);
    await settled();
    const { length } = asked.mock.calls;
    clock.advance(59_000);
    backend.stream?.onBreak(500);
    await settled();
    expect(asked).toHaveBeenCalledTimes(length);
    clock.advance(1_000);
    backend.stream?.onBreak(500);
    await settled();
    expect(asked).toHaveBeenCalledTimes(length + 1);
  });

  test('one failed attempt is not enough', async () => {
    const { backend, start, connection } = setUp();
    const asked = jest.spyOn(backend, 'snapshot');
    start();
    await settled();
    backend.stream?.onBreak(500);
    backend.stream?.onOpen();
    backend.stream?.onBreak(500);
    await settled();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(connection()).toEqual({ state: 'live' });
  });

  test.each([
    [
      'something is heard on it some seconds after its first event',
      (stream?: StreamListener) => stream?.onTime(5),
      4_000,
    ],
    ['it has not broken for longer than streams are silent', () => undefined, 15_000],
  ])('they end when %s', async (_, hear, afterMs) => {
    const { backend, clock, connection, asked } = await withoutStream();
    backend.stream?.onOpen();
    backend.stream?.onTime(5);
    clock.advance(afterMs - 1);
    expect(connection()).toEqual({ state: 'live', delayed: true });
    clock.advance(1);
    hear(backend.stream);
    expect(connection()).toEqual({ state: 'live' });
    const { length } = asked.mock.calls;
    clock.advance(10_000);
    await settled();
    expect(asked).toHaveBeenCalledTimes(length);
  });

  test('they go on while all that comes is a burst now and then, as from a buffer that is full', async () => {
    const { backend, clock, connection, asked } = await withoutStream();
    for (let burst = 0; burst < 3; burst += 1) {
      backend.stream?.onOpen();
      backend.stream?.onTime(5);
      for (let second = 0; second < 12; second += 1) {
        clock.advance(1_000);
        await settled();
      }
      backend.stream?.onBreak(1_000);
    }
    expect(connection()).toEqual({ state: 'live', delayed: true });
    expect(asked.mock.calls.length).toBeGreaterThan(10);
  });

  test('a snapshot that does not come either is a lost connection; the next break asks again', async () => {
    const { backend, clock, connection } = await withoutStream();
    backend.snapshots = [refused('backend_unavailable')];
    clock.advance(3_000);
    await settled();
    clock.advance(2_000);
    expect(connection()).toMatchObject({ state: 'connectionLost' });
    backend.stream?.onBreak(500);
    await settled();
    expect(connection()).toEqual({ state: 'live', delayed: true });
  });

  test('a stream that is heard while a snapshot is on its way in vain is enough', async () => {
    const { backend, clock, start, connection } = setUp();
    start();
    await settled();
    let answer: ((snapshot: Result<Snapshot>) => void) | undefined;
    backend.snapshot = () => new Promise((resolve) => (answer = resolve));
    backend.stream?.onBreak(500);
    clock.advance(4_000);
    backend.stream?.onBreak(500);
    expect(connection()).toMatchObject({ state: 'connectionLost' });
    backend.stream?.onOpen();
    answer?.(refused('backend_unavailable'));
    await settled();
    expect(connection()).toEqual({ state: 'live' });
  });

  test('to connect now asks for the stream, and takes nothing away meanwhile', async () => {
    const { backend, clock, connection, connectNow } = await withoutStream();
    const before = backend.stream;
    connectNow();
    expect(backend.stream).not.toBe(before);
    clock.advance(2_000);
    expect(connection()).toEqual({ state: 'live', delayed: true });
  });

  test('a token that is refused ends the session', async () => {
    const { backend, clock, connection } = await withoutStream();
    backend.snapshots = [refused('unauthenticated')];
    clock.advance(3_000);
    await settled();
    expect(connection()).toEqual({ state: 'sessionEnded', reason: 'lost' });
    expect(clock.pending()).toBe(0);
  });
});

describe('to connect now', () => {
  test('follows anew from the last frame, without a snapshot; until something is heard the line counts as broken', async () => {
    const { backend, clock, start, connection } = setUp();
    const { connectNow } = start();
    await settled();
    backend.stream?.onOpen();
    backend.stream?.onFrame({ v: 1, cursor: 7, at: 2000, events: [] });
    const asked = jest.spyOn(backend, 'snapshot');
    connectNow();
    expect(backend.cursor).toBe(7);
    clock.advance(2_000);
    expect(connection()).toMatchObject({ state: 'connectionLost' });
    backend.stream?.onOpen();
    expect(connection()).toEqual({ state: 'live' });
    expect(asked).not.toHaveBeenCalled();
  });

  test('ends the pause before the next attempt to sign in', async () => {
    const { backend, clock, start, connection } = setUp();
    backend.answers.signIn = refused('backend_unavailable');
    const { connectNow } = start();
    await settled();
    delete backend.answers.signIn;
    connectNow();
    await settled();
    expect(connection()).toEqual({ state: 'live' });
    clock.advance(60_000);
    await settled();
    expect(backend.sent).toHaveLength(2);
  });

  test('waits for no snapshot that was asked for on the dead line', async () => {
    const { backend, clock, start, connection } = setUp();
    const { connectNow } = start();
    await settled();
    backend.snapshot = () => new Promise(() => undefined);
    backend.stream?.onBreak(500);
    clock.advance(4_000);
    backend.stream?.onBreak(500);
    connectNow();
    backend.stream?.onOpen();
    expect(connection()).toEqual({ state: 'live' });
  });

  test('an answer from before does not count any more', async () => {
    const { backend, start, store } = setUp();
    let answer: ((snapshot: Result<Snapshot>) => void) | undefined;
    backend.snapshot = () => new Promise((resolve) => (answer = resolve));
    const { connectNow } = start();
    await settled();
    const late = answer;
    connectNow();
    await settled();
    answer?.({ ok: true, value: emptySnapshot({ cursor: 9 }) });
    await settled();
    late?.({ ok: true, value: emptySnapshot({ cursor: 1, agent: { ...emptySnapshot().agent, name: 'Old' } }) });
    await settled();
    expect(backend.cursor).toBe(9);
    expect(store.getState().agent?.name).toBe('Ana Ruiz');
  });

  test('does nothing once the session has ended', async () => {
    const { backend, clock, start } = setUp();
    backend.answers.signIn = refused('unauthenticated');
    const { connectNow } = start();
    await settled();
    connectNow();
    await settled();
    expect(backend.sent).toHaveLength(1);
    expect(clock.pending()).toBe(0);
  });
});

test('an agent who presses again and again does not keep a slow attempt from its end', async () => {
  const { backend, clock, start } = setUp();
  const { connectOnRequest } = start();
  await settled();
  backend.stream?.onOpen();
  backend.stream?.onBreak(8_000);
  connectOnRequest();
  const attempt = backend.stream;
  clock.advance(1_500);
  connectOnRequest();
  expect(backend.stream).toBe(attempt);
  clock.advance(2_500);
  connectOnRequest();
  expect(backend.stream).not.toBe(attempt);
});

test('nor a slow answer to the sign-in', async () => {
  const { backend, start } = setUp();
  backend.send = (command) => {
    backend.sent.push(command);
    return new Promise(() => undefined);
  };
  const { connectOnRequest } = start();
  await settled();
  connectOnRequest();
  await settled();
  expect(backend.sent).toHaveLength(1);
});

describe('a page that is shown again', () => {
  test('keeps a connection on which data has just arrived', async () => {
    const { backend, clock, start } = setUp();
    const { connectUnlessLive } = start();
    await settled();
    backend.stream?.onOpen();
    clock.advance(10_000);
    backend.stream?.onTime(5);
    clock.advance(15_000);
    const before = backend.stream;
    connectUnlessLive();
    expect(backend.stream).toBe(before);
    clock.advance(1);
    connectUnlessLive();
    expect(backend.stream).not.toBe(before);
  });

  test('connects at once where the line was broken', async () => {
    const { backend, start } = setUp();
    const { connectUnlessLive } = start();
    await settled();
    backend.stream?.onOpen();
    backend.stream?.onBreak(8_000);
    const before = backend.stream;
    connectUnlessLive();
    expect(backend.stream).not.toBe(before);
  });
});

test('a paused page leaves the stream to other windows, and follows again when it is resumed', async () => {
  const { backend, start, connection } = setUp();
  const { pause, connectNow } = start();
  await settled();
  backend.stream?.onOpen();
  pause();
  expect(backend.stream).toBeUndefined();
  connectNow();
  backend.stream?.onOpen();
  expect(connection()).toEqual({ state: 'live' });
});

test('closing leaves no timer and no stream', async () => {
  const { backend, clock, start } = setUp();
  const connection = start();
  await settled();
  backend.stream?.onBreak(500);
  connection.close();
  expect(clock.pending()).toBe(0);
  expect(backend.stream).toBeUndefined();
});
