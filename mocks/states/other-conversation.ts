import { conversation, demoCentre } from '../scenarios/demo-data';
import type { Moment } from './state';

/** Ana's other conversation, in whose row something is to be seen. */
export const olusConversation = 'sms-125';

/**
 * Sam's conversation, answered and in front; and Olu's, whose customer has written last so many minutes ago: six at
 * most, so that Sam's is the older one, which stands in front at first.
 */
export function withOlu(
  minutesAgo: number,
  ...later: readonly (readonly [number, string, string])[]
): NonNullable<Moment['seed']> {
  const demo = demoCentre();
  return {
    ...demo,
    conversations: [
      conversation(
        { name: 'Sam Carter', digits: 123, segment: 'Gold', priority: 'high' },
        [9, 'customer', 'Hi, I was charged twice for order 48213. Can you check?'],
        [8, 'ana', 'Hello Sam, this is Ana. I am looking at order 48213 now.'],
      ),
      conversation(
        { name: 'Olu Adeyemi', digits: 125, queueId: 'delivery' },
        [minutesAgo + 2, 'customer', 'Can I still change the address of order 51170?'],
        [minutesAgo + 1, 'ana', 'Yes, until it leaves the warehouse. What is the new address?'],
        [minutesAgo, 'customer', '22 Quay Street, flat 3'],
        ...later,
      ),
    ],
  };
}
