import { BusError } from '@baton/contracts';
import type { BusTraffic, RequestTopic } from '@baton/contracts';
import { createEventBus } from './event-bus';
import { createManualClock } from '@baton/contracts/testing';

function setUp(onUnanswered?: (topic: RequestTopic) => Promise<void>) {
  const clock = createManualClock();
  return { clock, bus: createEventBus({ clock, ...(onUnanswered && { onUnanswered }) }) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const pick = { interactionId: 'i1', kinds: ['agent'] } as const;
const dismissed = { action: 'dismissed' } as const;

test('the responder is called before request returns, its answer comes back', async () => {
  const { bus, clock } = setUp();
  const handler = jest.fn(() => dismissed);
  bus.respond('target.pick', handler);
  const answer = bus.request('target.pick', pick);
  expect(handler).toHaveBeenCalledWith(pick, { signal: expect.any(AbortSignal), agentWaits: expect.any(Function) });
  expect(await answer).toEqual(dismissed);
  expect(clock.pending()).toBe(0);
});

test('a request waits for a responder that comes late', async () => {
  const { bus, clock } = setUp();
  const answers = [bus.request('target.pick', pick), bus.request('target.pick', pick)];
  clock.advance(4_999);
  bus.respond('target.pick', async () => dismissed);
  expect(await Promise.all(answers)).toEqual([dismissed, dismissed]);
  expect(clock.pending()).toBe(0);
});

test('a request that has waited knows whether the agent still waits for it', async () => {
  const watch = { none: () => true, stop: jest.fn() };
  const watchAgent = jest.fn(() => watch);
  const bus = createEventBus({ clock: createManualClock(), watchAgent });
  const waits: unknown[] = [];
  const answer = bus.request('target.pick', pick);
  watch.none = () => false;
  const stop = bus.respond('target.pick', (_, { agentWaits }) => {
    waits.push(agentWaits?.());
    return dismissed;
  });
  await answer;
  expect(watch.stop).toHaveBeenCalledTimes(1);
  await bus.request('target.pick', pick);
  stop();
  expect(waits).toEqual([false, true]);
  expect(watchAgent).toHaveBeenCalledTimes(1);
});

test('when none comes it fails with noResponder', async () => {
  const { bus, clock } = setUp();
  const answer = bus.request('target.pick', pick);
  clock.advance(5_000);
  await expect(answer).rejects.toMatchObject({ name: 'BusError', code: 'noResponder', topic: 'target.pick' });
});

test('an unanswered topic is loaded, and then has five seconds to respond', async () => {
  const loaded: RequestTopic[] = [];
  const { bus, clock } = setUp(async (topic) => {
    loaded.push(topic);
    clock.advance(60_000);
  });
  const answer = bus.request('target.pick', pick);
  await settled();
  clock.advance(4_999);
  bus.respond('target.pick', () => dismissed);
  expect(await answer).toEqual(dismissed);
  expect(loaded).toEqual(['target.pick']);
});

test('a responder that registers while it is loaded answers at once', async () => {
  const { bus, clock } = setUp(async () => {
    bus.respond('target.pick', () => dismissed);
  });
  expect(await bus.request('target.pick', pick)).toEqual(dismissed);
  await settled();
  expect(clock.pending()).toBe(0);
});

test.each([
  ['rejects', () => Promise.reject(new Error('404'))],
  [
    'throws',
    () => {
      throw new Error('404');
    },
  ],
])('when loading %s the request fails with the cause', async (_, load) => {
  const { bus, clock } = setUp(load);
  await expect(bus.request('target.pick', pick)).rejects.toMatchObject({
    code: 'noResponder',
    cause: new Error('404'),
  });
  expect(clock.pending()).toBe(0);
});

test('after a time-out the request fails and its responder is aborted', async () => {
  const { bus, clock } = setUp();
  let told: AbortSignal | undefined;
  bus.respond('target.pick', (_, { signal }) => {
    told = signal;
    return new Promise(() => {});
  });
  const answer = bus.request('target.pick', pick, { timeoutMs: 100 });
  expect(told?.aborted).toBe(false);
  clock.advance(100);
  await expect(answer).rejects.toMatchObject({ code: 'timeout' });
  expect(told?.aborted).toBe(true);
});

test('without timeoutMs an answer may take for ever', async () => {
  const { bus, clock } = setUp();
  let answerIt: (answer: typeof dismissed) => void = () => {};
  bus.respond('target.pick', () => new Promise((resolve) => (answerIt = resolve)));
  const answer = bus.request('target.pick', pick);
  clock.advance(24 * 3_600_000);
  answerIt(dismissed);
  expect(await answer).toEqual(dismissed);
});

test('when the caller cancels, the request fails and its responder is aborted', async () => {
  const { bus } = setUp();
  const controller = new AbortController();
  let told: AbortSignal | undefined;
  bus.respond('target.pick', (_, { signal }) => {
    told = signal;
    return new Promise(() => {});
  });
  const answer = bus.request('target.pick', pick, { signal: controller.signal });
  controller.abort('window closed');
  await expect(answer).rejects.toMatchObject({ code: 'cancelled', cause: 'window closed' });
  expect(told?.aborted).toBe(true);
});

test('a request that was cancelled while waiting is not passed to a late responder', async () => {
  const { bus, clock } = setUp();
  const controller = new AbortController();
  const handler = jest.fn(() => dismissed);
  const answer = bus.request('target.pick', pick, { signal: controller.signal });
  controller.abort();
  bus.respond('target.pick', handler);
  await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
  expect(handler).not.toHaveBeenCalled();
  expect(clock.pending()).toBe(0);
});

test('a request with an aborted signal is not sent', async () => {
  const { bus, clock } = setUp();
  const handler = jest.fn(() => dismissed);
  bus.respond('target.pick', handler);
  await expect(bus.request('target.pick', pick, { signal: AbortSignal.abort(), timeoutMs: 5 })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(handler).not.toHaveBeenCalled();
  expect(clock.pending()).toBe(0);
});

test.each([
  [
    'throws',
    () => {
      throw new Error('no list');
    },
  ],
  ['rejects', () => Promise.reject(new Error('no list'))],
])('a responder that %s fails the request with the cause', async (_, handler) => {
  const { bus } = setUp();
  bus.respond('target.pick', handler);
  const answer = bus.request('target.pick', pick);
  await expect(answer).rejects.toBeInstanceOf(BusError);
  await expect(answer).rejects.toMatchObject({ code: 'responderFailed', cause: new Error('no list') });
});

test('a second responder throws and says what to do; after the first stopped it may answer', async () => {
  const { bus } = setUp();
  const stop = bus.respond('team.open', () => {});
  expect(() => bus.respond('team.open', () => {})).toThrow(/"team.open" already has a responder.*Stop that one first/);
  stop();
  const stopSecond = bus.respond('team.open', () => {});
  stop();
  expect(() => bus.respond('team.open', () => {})).toThrow();
  stopSecond();
});

test('a responder ends by signal; an aborted signal never begins', () => {
  const { bus } = setUp();
  const controller = new AbortController();
  bus.respond('team.open', () => {}, { signal: controller.signal });
  controller.abort();
  bus.respond('team.open', () => {}, { signal: controller.signal });
  expect(() => bus.respond('team.open', () => {})).not.toThrow();
});

test('a watcher sees the question, the answer and the failure', async () => {
  const { bus } = setUp();
  const seen: BusTraffic[] = [];
  bus.tap((traffic) => seen.push(traffic));
  const stop = bus.respond('target.pick', () => dismissed);
  await bus.request('target.pick', pick);
  stop();
  bus.respond('target.pick', () => Promise.reject(new Error('no list')));
  await bus.request('target.pick', pick).catch(() => {});
  expect(seen).toEqual([
    { kind: 'request', topic: 'target.pick', payload: pick },
    { kind: 'answer', topic: 'target.pick', payload: dismissed },
    { kind: 'request', topic: 'target.pick', payload: pick },
    { kind: 'failure', topic: 'target.pick', error: expect.objectContaining({ code: 'responderFailed' }) },
  ]);
});
