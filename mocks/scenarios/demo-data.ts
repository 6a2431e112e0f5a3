import type { Contact, DeliveryFailure, KnownTargetRef } from '@baton/contracts';
import type { AgentSeed, CentreSeed, ConversationSeed, MessageSeed, PoolSeed } from '../contact-centre';

// Demo data: every name is invented, every number is from a range reserved for fiction.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const ana = { kind: 'agent', id: 'ana', name: 'Ana Ruiz' } as const satisfies KnownTargetRef;
export const bianca = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } as const satisfies KnownTargetRef;
export const delivery = { kind: 'queue', id: 'delivery', name: 'Delivery' } as const satisfies KnownTargetRef;

/** Ana's conversation at the start. */
export const samsConversation = 'sms-1001';

const anaSeed: AgentSeed = {
  id: 'ana',
  name: 'Ana Ruiz',
  address: 'ana.ruiz',
  description: 'Demo agent, one active conversation',
  favourites: [bianca, { kind: 'queue', id: 'billing', name: 'Billing' }],
  recents: [{ kind: 'agent', id: 'david', name: 'David Lindqvist' }, delivery],
};

const biancaSeed: AgentSeed = {
  id: 'bianca',
  name: 'Bianca Okafor',
  nickname: 'Bee',
  address: 'bianca.okafor',
  description: 'Demo agent, no conversations',
};

/** Colleagues with every presence, and with every reason for being unavailable. */
const colleagues: readonly AgentSeed[] = [
  { id: 'chen', name: 'Chen Wei', address: 'chen.wei', signedIn: true, sinceMs: 4 * minute },
  {
    id: 'david',
    name: 'David Lindqvist',
    address: 'david.lindqvist',
    signedIn: true,
    sms: 'notReady',
    reason: 'lunch',
    sinceMs: 12 * minute,
  },
  {
    id: 'elif',
    name: 'Elif Yıldız',
    address: 'elif.yildiz',
    signedIn: true,
    sms: 'none',
    activity: 'on a call',
    otherMediaReady: true,
    sinceMs: 7 * minute,
  },
  { id: 'farid', name: 'Farid Nasser', address: 'farid.nasser', sinceMs: 3 * hour },
  { id: 'grace', name: 'Grace Kim', address: 'grace.kim', signedIn: true, wrapUp: true, sinceMs: 2 * minute },
  {
    id: 'hugo',
    name: 'Hugo Lefèvre',
    nickname: 'Captain',
    address: 'hugo.lefevre',
    signedIn: true,
    sms: 'none',
    otherMediaReady: true,
    sinceMs: 25 * minute,
  },
  {
    id: 'ines',
    name: 'Inês Carvalho',
    address: 'ines.carvalho',
    signedIn: true,
    reachable: false,
    sinceMs: 9 * minute,
  },
  { id: 'jonas', name: 'Jonas Weber', address: 'jonas.weber', signedIn: true, capacity: 0, sinceMs: 31 * minute },
  {
    id: 'kavya',
    name: 'Kavya Raman',
    address: 'kavya.raman',
    signedIn: true,
    sms: 'notReady',
    reason: 'training',
    sinceMs: hour,
  },
  { id: 'leo', name: 'Leo Marchetti', address: 'leo.marchetti', sinceMs: 20 * hour },
];

const pools: readonly PoolSeed[] = [
  {
    kind: 'queue',
    id: 'billing',
    name: 'Billing',
    address: 'billing',
    members: ['ana', 'bianca', 'david', 'grace'],
    wrapUpSeconds: 15,
  },
  { kind: 'queue', id: 'delivery', name: 'Delivery', address: 'delivery', members: ['bianca', 'kavya', 'farid'] },
  { kind: 'routingPoint', id: 'priority', name: 'Priority routing', address: '9001', members: ['bianca', 'david'] },
  {
    kind: 'agentGroup',
    id: 'seniors',
    name: 'Senior agents',
    address: 'seniors',
    members: ['bianca', 'grace', 'elif'],
  },
  { kind: 'skill', id: 'refunds', name: 'Refunds', address: 'refunds', members: ['bianca', 'david', 'ines'] },
  { kind: 'agentGroup', id: 'night', name: 'Night team', address: 'night', members: ['farid', 'leo'] },
];

const sam: ConversationSeed = {
  id: samsConversation,
  contact: contact('Sam Carter', 123),
  queueId: 'billing',
  ownerId: 'ana',
  segment: 'Gold',
  priority: 'high',
  language: 'en-GB',
  caseData: { order: '48213', amount: 34.5, ordered: '2026-11-19', contract: 'PLUS' },
  startedAgoMs: 9 * minute,
  messages: [
    { agoMs: 9 * minute, text: 'Hi, I was charged twice for order 48213. Can you check?' },
    { agoMs: 8 * minute, agentId: 'ana', text: 'Hello Sam, this is Ana. I am looking at order 48213 now.' },
    { agoMs: 7 * minute, agentId: 'ana', text: 'I can see two payments of £34.50 on 19 November.' },
    { agoMs: 6 * minute, text: 'Yes, that is the one. I only ordered once.' },
    {
      agoMs: 5 * minute,
      agentId: 'ana',
      text: 'Thank you. The second payment was taken when the parcel was sent again.',
    },
    { agoMs: 4 * minute, text: 'It was sent again because the first one never arrived' },
    { agoMs: 3 * minute, text: 'So I should not have to pay for it twice' },
    { agoMs: 90_000, text: 'Are you still there?' },
  ],
};

/** What Sam was helped with two weeks ago. */
const samsEarlier: ConversationSeed = {
  id: 'sms-earlier-1',
  contact: sam.contact,
  queueId: 'billing',
  ownerId: 'bianca',
  startedAgoMs: 14 * day,
  ended: { agoMs: 14 * day - 12 * minute },
  note: 'Has moved. The new address is in the customer record since today.',
  messages: [
    { agoMs: 14 * day, text: 'My invoice went to an old address. Can I get it again?' },
    { agoMs: 14 * day - 3 * minute, agentId: 'bianca', text: 'Of course. Which address is right now?' },
    { agoMs: 14 * day - 8 * minute, text: 'The one I gave with my last order, please' },
    { agoMs: 14 * day - 11 * minute, agentId: 'bianca', text: 'It is on its way. Anything else?' },
  ],
};

const contactCentre: Omit<CentreSeed, 'at'> = {
  agents: [anaSeed, biancaSeed, ...colleagues],
  pools,
  conversations: [sam, samsEarlier],
};

/** The demo contact centre, with changes to some agents. */
export function demoCentre(changes: Readonly<Record<string, Partial<AgentSeed>>> = {}): Omit<CentreSeed, 'at'> {
  return { ...contactCentre, agents: contactCentre.agents.map((agent) => ({ ...agent, ...changes[agent.id] })) };
}

/** A conversation of Ana's by default, with its messages. */
export function conversation(
  {
    name,
    digits,
    ...facts
  }: { name: string; digits: number } & Partial<Omit<ConversationSeed, 'id' | 'contact' | 'startedAgoMs' | 'messages'>>,
  ...messages: readonly (readonly [minutesAgo: number, writer: string, text: string, failed?: DeliveryFailure])[]
): ConversationSeed {
  const seeds = messages.map(([minutesAgo, writer, text, failed]): MessageSeed => ({
    agoMs: minutesAgo * minute,
    ...(writer !== 'customer' && { agentId: writer }),
    text,
    ...(failed && { failed }),
  }));
  return {
    queueId: 'billing',
    ownerId: 'ana',
    ...facts,
    id: `sms-${digits}`,
    contact: contact(name, digits),
    startedAgoMs: seeds[0]?.agoMs ?? 0,
    messages: seeds,
  };
}

/** A customer whose number ends in these three digits. */
export function contact(name: string, digits: number): Contact {
  return {
    id: `contact-${digits}`,
    name,
    address: { kind: 'phone', value: `+447700900${digits}`, display: `+44 7700 900${digits}` },
  };
}

/** An agent who is at work and ready. */
export const atWork: Partial<AgentSeed> = { signedIn: true, sms: 'ready', sinceMs: 6 * minute };
