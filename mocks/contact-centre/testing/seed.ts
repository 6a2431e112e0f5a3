import type { AgentSeed, CentreSeed, ConversationSeed, PoolSeed } from '../seed';

/** When the contact centre of the tests starts. */
const startedAt = Date.UTC(2026, 10, 24, 9);

const minute = 60_000;

const agents: readonly AgentSeed[] = [
  { id: 'ana', name: 'Ana Ruiz', address: 'ana.ruiz', signedIn: true, sinceMs: 10 * minute },
  {
    id: 'bianca',
    name: 'Bianca Okafor',
    nickname: 'Bee',
    address: 'bianca.okafor',
    signedIn: true,
    sinceMs: 5 * minute,
  },
  { id: 'chen', name: 'Chen Wei', address: 'chen.wei', signedIn: true, sinceMs: 4 * minute },
  { id: 'dora', name: 'Dóra Szabó', address: 'dora.szabo', capacity: 1 },
];

const pools: readonly PoolSeed[] = [
  { kind: 'queue', id: 'billing', name: 'Billing', address: 'billing', members: ['ana', 'bianca'], wrapUpSeconds: 15 },
  { kind: 'queue', id: 'delivery', name: 'Delivery', address: 'delivery', members: ['bianca', 'chen', 'dora'] },
  {
    kind: 'routingPoint',
    id: 'priority',
    name: 'Priority routing',
    address: '9001',
    members: ['ana', 'bianca', 'chen'],
  },
  { kind: 'agentGroup', id: 'seniors', name: 'Senior agents', address: 'seniors', members: ['bianca'] },
  { kind: 'skill', id: 'night', name: 'Night shift', address: 'night', members: ['dora'] },
];

function conversation(id: string, ownerId: string, number: string): ConversationSeed {
  return {
    id,
    contact: { id: `contact-${id}`, name: 'Sam Carter', address: { kind: 'phone', value: number } },
    queueId: 'billing',
    ownerId,
    segment: 'Gold',
    startedAgoMs: 9 * minute,
    messages: [
      { agoMs: 9 * minute, text: 'I was charged twice.' },
      { agoMs: 8 * minute, agentId: ownerId, text: 'I am looking at it.' },
      { agoMs: 2 * minute, text: 'Are you still there?' },
    ],
  };
}

/** Three agents at work and one who is not; Ana owns two conversations, `sms-1` and `sms-2`. */
export const testSeed: CentreSeed = {
  at: startedAt,
  agents,
  pools,
  conversations: [conversation('sms-1', 'ana', '+447700900123'), conversation('sms-2', 'ana', '+447700900124')],
};

/** The test seed with changes to some agents. */
export function seedWith(
  changes: Readonly<Record<string, Partial<AgentSeed>>>,
  directory: 'live' | 'frozen' = 'live',
): CentreSeed {
  return { ...testSeed, directory, agents: agents.map((agent) => ({ ...agent, ...changes[agent.id] })) };
}
