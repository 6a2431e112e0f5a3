import fc from 'fast-check';
import { manners } from './hands';
import { customers } from './hands-customers';

const customer = fc.constantFrom(...customers);
const manner = fc.constantFrom(...manners);

/** What happens in the contact centre while the agent works. */
const event = fc.oneof(
  fc.record({ what: fc.constant('a customer writes' as const), customer }),
  fc.record({ what: fc.constant('a customer ends' as const), customer }),
  fc.record({ what: fc.constant('an invitation comes' as const), customer }),
  fc.record({ what: fc.constant('time goes by' as const), ms: fc.constantFrom(3000, 10_000, 30_000) }),
);
export type WorldEvent = typeof event extends fc.Arbitrary<infer T> ? T : never;

const words = fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 2, maxLength: 3 });
const input = fc.constantFrom('typed' as const, 'typed' as const, 'pasted' as const, 'composed' as const);
const ending = fc.constantFrom('left' as const, 'sent' as const, 'held Enter' as const, 'sent by click' as const);
const meanwhile = fc.option(event, { nil: undefined });

const write = fc.record({ do: fc.constant('write' as const), customer, words, input, ending, meanwhile });
const transfer = fc.record({
  do: fc.constant('transfer' as const),
  customer,
  target: fc.constantFrom('Chen Wei', 'Kavya Raman', 'Leo Marchetti'),
  by: fc.constantFrom('pointer' as const, 'keys' as const, 'held Enter' as const),
  manner,
  /** Goes on writing to the customer while the target answers. */
  thenWrite: fc.option(words, { nil: undefined }),
});
const answer = fc.record({
  do: fc.constant('answer' as const),
  button: fc.constantFrom('Accept' as const, 'Accept' as const, 'Reject' as const, 'Give me more time' as const),
  afterMs: fc.integer({ min: 600, max: 1500 }),
  manner,
  /** The contact centre takes its time, and the agent writes to another customer. */
  slowly: fc.option(fc.record({ customer, words }), { nil: undefined }),
});
const bannerButton = fc.record({
  do: fc.constant('press' as const),
  button: fc.constantFrom(
    { name: 'Cancel transfer', means: 'cancelTransfer' as const },
    { name: 'Try again', means: 'startTransfer' as const },
    { name: /^Dismiss/, means: 'dismissTransfer' as const },
  ),
  manner,
});
const dragOff = fc.record({
  do: fc.constant('press and drag off' as const),
  button: fc.constantFrom('Transfer', 'End', 'Send', 'Accept', 'Reject'),
});
const endDialog = fc.record({
  do: fc.constant('think about ending' as const),
  customer,
  way: fc.constantFrom('Escape' as const, 'Keep open' as const, 'End conversation' as const),
  manner,
});
const foreignKeys = fc.record({ do: fc.constant('press keys of macOS and Safari' as const), customer });
const messages = fc.record({ do: fc.constant('look into My Messages' as const), manner });
const world = fc.record({ do: fc.constant('wait' as const), event });

/** One thing that an agent does, in one of their windows. */
const step = fc.record({
  window: fc.integer({ min: 0, max: 1 }),
  deed: fc.oneof(
    { weight: 5, arbitrary: write },
    { weight: 4, arbitrary: transfer },
    { weight: 4, arbitrary: answer },
    { weight: 2, arbitrary: bannerButton },
    { weight: 1, arbitrary: dragOff },
    { weight: 1, arbitrary: endDialog },
    { weight: 1, arbitrary: foreignKeys },
    { weight: 1, arbitrary: messages },
    { weight: 1, arbitrary: world },
  ),
});
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
export type Deed = Step['deed'];

/** Draws what an agent does; the same for the same seed. */
export function drawSteps(seed: number, count: number): Step[] {
  const [steps = []] = fc.sample(fc.array(step, { minLength: count, maxLength: count }), { seed, numRuns: 1 });
  return steps;
}
