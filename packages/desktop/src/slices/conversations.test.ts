import type { Message } from '@baton/contracts';
import fc from 'fast-check';
import { initialState } from '../fold';
import { customerText } from '../testing/builders';
import { withMessages } from './conversations';

const conversationOf = (arrivals: readonly (readonly Message[])[]) =>
  arrivals.reduce((state, arrived) => withMessages(state, 'i1', arrived), initialState()).conversations['i1'];

test('whatever order messages and their changes arrive in, the newest of each is shown, back to the first gap', () => {
  const aMessage = fc
    .tuple(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 3 }))
    .map(([index, version]) => customerText(index, version));
  fc.assert(
    fc.property(fc.array(fc.array(aMessage, { minLength: 1 }), { minLength: 1 }), (arrivals) => {
      const newest = new Map<number, Message>();
      for (const message of arrivals.flat())
        if (message.version > (newest.get(message.index)?.version ?? 0)) newest.set(message.index, message);
      const last = Math.max(...newest.keys());
      const shown = Array.from({ length: last + 1 }, (_, back) => newest.get(last - back));
      const gap = shown.indexOf(undefined);
      const messages = (gap < 0 ? shown : shown.slice(0, gap)).reverse();
      expect(conversationOf(arrivals)).toEqual({ messages, earlier: gap >= 0 });
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['a new message', 10_000, 1],
  ['a change of an old one', 5_000, 2],
])('%s is put into 10,000 without going through them', (_what, index, version) => {
  let looks = 0;
  const counted = (message: Message): Message =>
    new Proxy(message, {
      get: (target, key) => {
        looks += 1;
        return Reflect.get(target, key);
      },
    });
  const held = Array.from({ length: 10_000 }, (_, place) => counted(customerText(place, 1)));
  const state = withMessages(initialState(), 'i1', held);
  looks = 0;
  const messages = withMessages(state, 'i1', [customerText(index, version)]).conversations['i1']?.messages;
  expect(messages?.[index]?.version).toBe(version);
  expect(looks).toBeLessThan(100);
});
