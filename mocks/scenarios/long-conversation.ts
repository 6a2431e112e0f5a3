import type { CentreSeed, MessageSeed } from '../contact-centre';
import { createSeededRandom } from '../testing/seeded-random';
import { contact, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

const minute = 60_000;
const day = 24 * 60 * minute;
const start = Date.UTC(2027, 2, 29, 9);

/** Number of texts. */
export const longLength = 50_000;

/** How many texts follow each other within minutes. */
const atATime = 40;

const agents = ['ana', 'bianca', 'chen', 'david', 'grace', 'hugo'];

const asked = [
  'The parcel of this week has not come either.',
  'Which driver has it?',
  'Please leave it with the neighbour at number 14, who is at home until six. If he does not open, the bell is broken: then please knock at the window on the left, he will hear that. Last time the driver went away again, and I had to fetch the parcel from the other side of the town.',
  'Thank you 🙏',
  'And the invoice?',
  'Добрий день! Дякую за допомогу.',
  'أشكركم، سأنتظر حتى الغد.',
];

const answered = [
  'I am asking the courier now.',
  'It is on its way to you, and comes between two and four.',
  'I have sent the invoice by post. It has the number of the order and of both payments, so that you can compare them with what the bank has taken. Is there anything else that I can do for you today?',
  'You are welcome.',
];

let seed: Omit<CentreSeed, 'at'> | undefined;

export const longConversation: Scenario = {
  id: 'long-conversation',
  title: 'A very long conversation',
  description:
    'Fifty thousand texts over more than four years: the customer and six agents write for an hour or so, then for days, at times for months, not at all. Ana has the conversation now. Her part of the contact centre is on Monday, 29 March 2027.',
  agent: 'ana',
  start,
  // Made when it is played: pages that list the scenarios do without.
  get seed() {
    return (seed ??= centre());
  },
  happenings: [],
  network: goodNetwork,
};

function centre(): Omit<CentreSeed, 'at'> {
  const demo = demoCentre({ ana: { description: 'Demo agent, two conversations' } });
  const messages = longTranscript();
  const long = {
    id: 'sms-133',
    contact: contact('Greta Lindholm', 133),
    queueId: 'delivery',
    ownerId: 'ana',
    segment: 'Gold',
    startedAgoMs: messages[0]?.agoMs ?? 0,
    messages,
  };
  return { ...demo, conversations: [...demo.conversations, long] };
}

/** From the newest text back to the first one, whose time follows from the others. */
function longTranscript(): MessageSeed[] {
  const { next } = createSeededRandom(15);
  const one = (of: readonly string[]) => of[Math.floor(next() * of.length)] ?? '';
  const messages: MessageSeed[] = [];
  let agoMs = 5 * minute;
  for (let number = longLength; number > 0; number -= 1) {
    const sitting = Math.floor((longLength - number) / atATime);
    // The first text of a sitting is the customer's.
    const agentId = number % atATime !== 1 && next() < 0.4 ? agents[sitting % agents.length] : undefined;
    const text = `${number}: ${one(agentId ? answered : asked)}`;
    const isLost = agentId !== undefined && next() < 0.005;
    messages.push({ agoMs, ...(agentId && { agentId }), text, ...(isLost && { failed: 'server' }) });
    agoMs += number % atATime === 1 ? pauseBefore(sitting) : Math.round((0.5 + next() * 3) * minute);
  }
  return messages.reverse();
}

/** Days, and a long time now and then. Sittings count from the newest. */
function pauseBefore(sitting: number): number {
  if (sitting % 250 === 0) return 60 * day;
  return sitting % 20 === 0 ? 4 * day : day - 2 * 60 * minute;
}
