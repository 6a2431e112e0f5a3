import { BusError } from '@baton/contracts';
import fc from 'fast-check';
import { createEventBus } from './event-bus';
import { createManualClock } from '@baton/contracts/testing';

type Step =
  | { do: 'on'; listener: number; then: 'nothing' | 'throw' | 'stopItself' | 'stopNext' | 'emit' }
  | { do: 'off'; listener: number }
  | { do: 'emit' }
  | { do: 'request'; timeoutMs: number | undefined }
  | { do: 'abort'; request: number }
  | { do: 'respond'; how: 'answer' | 'throw' | 'never' }
  | { do: 'stopResponding' }
  | { do: 'wait'; ms: number };

const slot = fc.nat({ max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('on' as const),
    listener: slot,
    then: fc.constantFrom('nothing', 'throw', 'stopItself', 'stopNext', 'emit'),
  }),
  fc.record({ do: fc.constant('off' as const), listener: slot }),
  fc.record({ do: fc.constant('emit' as const) }),
  fc.record({
    do: fc.constant('request' as const),
    timeoutMs: fc.option(fc.integer({ min: 1, max: 9_000 }), { nil: undefined }),
  }),
  fc.record({ do: fc.constant('abort' as const), request: slot }),
  fc.record({ do: fc.constant('respond' as const), how: fc.constantFrom('answer', 'throw', 'never') }),
  fc.record({ do: fc.constant('stopResponding' as const) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 6_000 }) }),
);

/** Every run waits for its requests to end: on a busy machine two thousand of them take longer than 5 s. */
const twoThousandRunsMs = 60_000;

test(
  'the guarantees of the bus hold for every order of listening, emitting, requesting and cancelling',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const clock = createManualClock();
        const thrown: unknown[] = [];
        let expectedThrows = 0;
        const bus = createEventBus({ clock, reportError: (error) => thrown.push(error) });
        const listening = new Map<number, () => void>();
        const heard = new Map<number, number>();
        let sent = 0;
        let depth = 0;

        const emit = () => {
          sent += 1;
          bus.emit('attention.changed', { incoming: sent, unread: 0 });
        };
        const off = (listener: number) => {
          listening.get(listener)?.();
          listening.delete(listener);
          heard.delete(listener);
        };
        const on = (listener: number, then: string) => {
          off(listener);
          let active = true;
          const stop = bus.on('attention.changed', ({ incoming }) => {
            // A listener that has stopped is never called.
            expect(active).toBe(true);
            heard.set(listener, incoming);
            if (then === 'throw') {
              expectedThrows += 1;
              throw new Error('listener');
            }
            if (then === 'stopItself' && listening.has(listener)) off(listener);
            if (then === 'stopNext') off((listener + 1) % 5);
            if (then === 'emit' && depth < 2) {
              depth += 1;
              emit();
              depth -= 1;
            }
          });
          listening.set(listener, () => {
            active = false;
            stop();
          });
        };

        let stopResponding = () => {};
        let responding = false;
        const requests: { controller: AbortController; outcome: Promise<string> }[] = [];

        for (const next of steps) {
          switch (next.do) {
            case 'on':
              on(next.listener, next.then);
              break;
            case 'off':
              off(next.listener);
              break;
            case 'emit':
              emit();
              break;
            case 'request': {
              const controller = new AbortController();
              const outcome = bus
                .request('team.open', {}, { signal: controller.signal, timeoutMs: next.timeoutMs })
                .then(
                  () => 'answered',
                  (error: unknown) => (error instanceof BusError ? error.code : 'not a BusError'),
                );
              requests.push({ controller, outcome });
              break;
            }
            case 'abort':
              requests[next.request]?.controller.abort();
              break;
            case 'respond': {
              const respond = () =>
                bus.respond('team.open', () => {
                  if (next.how === 'throw') throw new Error('responder');
                  return next.how === 'never' ? new Promise(() => {}) : undefined;
                });
              // Exactly one responder at a time.
              if (responding) expect(respond).toThrow('already has a responder');
              else stopResponding = respond();
              responding = true;
              break;
            }
            case 'stopResponding':
              stopResponding();
              responding = false;
              break;
            case 'wait':
              clock.advance(next.ms);
              break;
          }
          // Every listener has the last fact.
          for (const listener of listening.keys()) {
            if (sent > 0) expect(heard.get(listener)).toBe(sent);
          }
          expect(bus.retained('attention.changed')).toEqual(sent > 0 ? { incoming: sent, unread: 0 } : undefined);
        }

        // Every request ends exactly once; cancelling ends those without a responder.
        for (const { controller } of requests) controller.abort();
        const ends = await Promise.all(requests.map(({ outcome }) => outcome));
        expect(
          ends.every((end) => ['answered', 'noResponder', 'timeout', 'cancelled', 'responderFailed'].includes(end)),
        ).toBe(true);
        expect(clock.pending()).toBe(0);
        expect(thrown).toHaveLength(expectedThrows);
      }),
      { numRuns: 2_000 },
    );
  },
  twoThousandRunsMs,
);
