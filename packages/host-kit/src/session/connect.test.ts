import { createDesktopStore } from '@baton/desktop';
import { emptySnapshot, fakeBackend, refused } from '../testing/fake-backend';
import { createManualClock } from '@baton/contracts/testing';
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

test('what the snapshot shows can be acted on before the stream opens', async () => {
  const { start, connection } = setUp();
  start();
  await settled();
  expect(connection()).toEqual({ state: 'live' });
});

test('a stream that does not open is told', async () => {
  const { backend, clock, start, connection } = setUp();
  start();
  await settled();
  backend.stream?.onBreak(500);
  clock.advance(1000);
  expect(connection()).toMatchObject({ state: 'connectionLost' });
});

test('a short break is not told, a longer one is, and its end too', async () => {
  const { backend, clock, start, connection } = setUp();
  start();
  await settled();
  backend.stream?.onOpen();

  backend.stream?.onBreak(500);
  clock.advance(900);
  backend.stream?.onOpen();
  clock.advance(5000);
  expect(connection()).toEqual({ state: 'live' });

  backend.stream?.onBreak(500);
  clock.advance(1000);
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

test('gap upon gap is answered ever more slowly', async () => {
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
  clock.advance(1000);
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

test('closing leaves no timer and no stream', async () => {
  const { backend, clock, start } = setUp();
  const connection = start();
  await settled();
  backend.stream?.onBreak(500);
  connection.close();
  expect(clock.pending()).toBe(0);
  expect(backend.stream).toBeUndefined();
});
