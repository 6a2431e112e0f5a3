import type { ConversationSeed, MessageSeed } from '../contact-centre';
import { atWork, contact, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

const minute = 60_000;
/** Monday, the day after clocks in Europe went forward. */
const start = Date.UTC(2027, 2, 29, 9);

const demo = demoCentre({ ana: { description: 'Demo agent, two conversations' }, bianca: atWork });

export const longHistory: Scenario = {
  id: 'long-history',
  title: 'A long conversation',
  description:
    'Three hundred texts over three days. In European time zones the clock goes forward in the second night. Ana’s part of the contact centre is on Monday, 29 March 2027.',
  agent: 'ana',
  start,
  seed: { ...demo, conversations: [...demo.conversations, longConversation()] },
  happenings: [],
  network: goodNetwork,
};

function longConversation(): ConversationSeed {
  const messages = [
    ...texts(1, 100, Date.UTC(2027, 2, 27, 13), 4 * minute),
    // Every text a minute and a half after the one before: the clock goes forward at one o'clock UTC.
    ...texts(101, 200, Date.UTC(2027, 2, 27, 23, 40), 1.5 * minute),
    ...texts(201, 300, Date.UTC(2027, 2, 29, 6), 1.5 * minute),
  ];
  return {
    id: 'sms-132',
    contact: contact('Greta Lindholm', 132),
    queueId: 'delivery',
    ownerId: 'ana',
    startedAgoMs: messages[0]?.agoMs ?? 0,
    messages,
  };
}

/** Texts with the numbers `from` to `to`, `everyMs` apart. */
function texts(from: number, to: number, first: number, everyMs: number): MessageSeed[] {
  return Array.from({ length: to - from + 1 }, (_, place) => {
    const number = from + place;
    const agoMs = start - (first + place * everyMs);
    return number % 3 === 0
      ? { agoMs, agentId: 'ana', text: `${number}: thank you, parcel ${number - 1} is written down.` }
      : { agoMs, text: `${number}: parcel ${number} has not come either.` };
  });
}
