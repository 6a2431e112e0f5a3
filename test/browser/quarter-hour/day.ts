import type { Play } from '../../../mocks/control/actions';
import { createSeededRandom } from '../../../mocks/testing/seeded-random';

/** How long a quarter of an hour is, in milliseconds. */
export const quarterMs = 15 * 60_000;

/** What Ana is to do with an invitation. */
export const decisions = ['accept', 'ask for more time, then accept', 'reject', 'let it run out'] as const;
export type Decision = (typeof decisions)[number];

export interface Customer {
  readonly name: string;
  /** Absent for a customer who begins a conversation in the course of the day. */
  readonly interactionId?: string;
  /** Stands in every answer to this customer and in no other. */
  readonly token: string;
}

/** A text that a customer writes. */
export interface CustomerText {
  readonly customer: Customer;
  /** Milliseconds after the start. */
  readonly at: number;
  /** Stands in the text, and is to stand in its answer. */
  readonly reference: string;
  /** The agent who is to answer it. */
  readonly meantFor: string;
}

/** A customer's wish to be handed over, which the customer's text says. */
export interface Wish {
  readonly customer: Customer;
  readonly target: string;
  /** The agent who has the conversation afterwards. */
  readonly owner: string;
}

/** A quarter of an hour of `busy-agent`: who writes when, who invites Ana, who wants to be handed over. */
export interface Day {
  readonly customers: readonly Customer[];
  readonly texts: readonly CustomerText[];
  readonly wishes: readonly Wish[];
  /** What Ana is to do with the first, second … invitation of a customer. */
  readonly decisions: ReadonlyMap<string, readonly Decision[]>;
  readonly play: Play;
}

const anas = [
  ['Sam Carter', 'sms-1001'],
  ['Dana Whitlock', 'sms-124'],
  ['Olu Adeyemi', 'sms-125'],
  ['ليلى حداد', 'sms-126'],
  ['佐藤 さくら', 'sms-127'],
  ['Zoë Brandt 🌻', 'sms-128'],
  ['Dana Whitfield', 'sms-129'],
  ['Maximilian Oberhuber-Lindenthal', 'sms-130'],
  ['Priya Nair', 'sms-131'],
] as const;

/** Those whose conversations three colleagues offer to Ana at once. */
const offered = [
  ['Noor Haddad', 'sms-140', 'chen'],
  ['Tom Ashby', 'sms-141', 'chen'],
  ['陳美玲', 'sms-142', 'grace'],
] as const;

const starters = [
  ['Ines Duarte', '151'],
  ['Jakub Nowak', '152'],
] as const;

/** Whom customers ask for, and who has the conversation then: some do not take it. */
const targets = [
  { target: 'Chen Wei', owner: 'chen' },
  { target: 'Farid Nasser', owner: 'farid' },
  { target: 'Kavya Raman', owner: 'ana' },
  { target: 'Leo Marchetti', owner: 'ana' },
  { target: 'Delivery', owner: 'farid' },
] as const;

const ana = { kind: 'agent', id: 'ana', name: 'Ana Ruiz' } as const;

const seconds = 1000;
const minutes = 60 * seconds;
/** Whoever writes later than this could not be answered in time. */
const lastTextMs = 12 * minutes;
/** When customers who were handed over write once more, and when their new agents answer. */
const thanksMs = 13 * minutes;
const colleaguesAnswerMs = 14 * minutes;

/** Draws a day; the same for the same seed. */
export function drawDay(seed: number): Day {
  const random = createSeededRandom(seed);
  const between = (from: number, to: number) => Math.round(from + random.next() * (to - from));
  const letter = () => 'BCDFGHJKLMNPQRSTVWXZ'.charAt(between(0, 19));
  const shuffled = <T>(all: readonly T[]) =>
    all
      .map((one) => ({ one, place: random.next() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ one }) => one);

  let serial = 10;
  const drawReference = () => `${letter()}${serial++}${letter()}`;
  const drawToken = (index: number) => `${letter()}${letter()}${String.fromCodePoint(65 + index)}`;

  const texts: CustomerText[] = [];
  const play: [number, Play[number][1]][] = [];
  const wishes: Wish[] = [];
  const decided = new Map<string, readonly Decision[]>();

  function write(customer: Customer, at: number, words: string, meantFor = 'ana') {
    const { interactionId } = customer;
    if (interactionId === undefined) throw new Error(`${customer.name} has no conversation yet`);
    const reference = drawReference();
    texts.push({ customer, at, reference, meantFor });
    play.push([at, { kind: 'customerWrites', interactionId, text: `${words} Reference ${reference}.` }]);
    return { interactionId, reference };
  }

  const own = anas.map(([name, interactionId], index) => ({ name, interactionId, token: drawToken(index) }));
  const others = offered.map(([name, interactionId, by], index) => ({
    by,
    customer: { name, interactionId, token: drawToken(own.length + index) },
  }));
  const beginners = starters.map(([name, digits], index) => ({
    digits,
    customer: { name, token: drawToken(own.length + others.length + index) },
  }));

  // Each of Ana's customers writes; some ask for somebody else.
  const asked = shuffled(targets).slice(0, between(3, targets.length));
  shuffled(own).forEach((customer, index) => {
    const goal = asked[index];
    const wishAt = between(30 * seconds, 9 * minutes);
    const staysUntil = goal !== undefined && goal.owner !== 'ana' ? wishAt - 20 * seconds : lastTextMs;
    for (let count = between(1, 2); count > 0; count -= 1)
      if (staysUntil > 20 * seconds) write(customer, between(20 * seconds, staysUntil), 'Do you have any news for me?');
    if (goal === undefined) return;
    write(customer, wishAt, `Please hand me over to ${goal.target}.`);
    wishes.push({ customer, ...goal });
    if (goal.owner === 'ana') return;
    const { interactionId, reference } = write(customer, thanksMs, 'Are you there?', goal.owner);
    const command = { type: 'sendMessage' as const, interactionId, text: answerOf(goal.owner, reference) };
    play.push([colleaguesAnswerMs, { kind: 'command', agentId: goal.owner, command }]);
  });

  // What Ana does not accept at first is offered again.
  const secondOfferMs = between(6 * minutes, 8 * minutes);
  for (const { by, customer } of others) {
    const first = decisions[between(0, decisions.length - 1)] ?? 'accept';
    const isTaken = first.endsWith('accept');
    decided.set(customer.name, isTaken ? [first] : [first, 'accept']);
    if (!isTaken) {
      const command = { type: 'startTransfer' as const, interactionId: customer.interactionId, target: ana };
      play.push([secondOfferMs, { kind: 'command', agentId: by, command }]);
    }
    for (let count = between(1, 2); count > 0; count -= 1)
      write(customer, between(isTaken ? minutes : secondOfferMs + minutes, lastTextMs), 'How long will it take?');
  }

  beginners.forEach(({ customer, digits }, index) => {
    const at = index === 0 ? between(2 * minutes, 5 * minutes) : secondOfferMs;
    const reference = drawReference();
    texts.push({ customer, at, reference, meantFor: 'ana' });
    decided.set(customer.name, ['accept']);
    const value = `+447700900${digits}`;
    const address = { kind: 'phone' as const, value, display: `+44 7700 900${digits}` };
    const contact = { id: `contact-${digits}`, name: customer.name, address };
    const text = `I need help with my bill. Reference ${reference}.`;
    play.push([at, { kind: 'customerStarts', contact, queueId: 'billing', text }]);
  });

  return {
    customers: [...own, ...others.map(({ customer }) => customer), ...beginners.map(({ customer }) => customer)],
    texts,
    wishes,
    decisions: decided,
    play: play.toSorted(([a], [b]) => a - b),
  };
}

/** What a colleague answers to a text. */
export const answerOf = (agentId: string, reference: string) => `Answer of ${agentId} to ${reference}`;

/** The references in a text. */
export const referencesIn = (text: string): string[] => text.match(/\b[A-Z]\d\d[A-Z]\b/g) ?? [];

/** Whom a text asks to be handed over to. */
export const wishIn = (text: string) => /hand me over to ([^.]+)\./.exec(text)?.[1];
