import type { CommandOf, TargetRef } from '@baton/contracts';
import { openInvitationsOf, ownedBy } from './availability';
import { deliver, optedOut } from './conversations';
import type { Transaction } from './transaction';
import { refuse } from './inputs';
import type { Refusal } from './inputs';
import { touch } from './interactions';
import { listed } from './lists';
import type { AgentRecord, CentreState, InteractionRecord, QueueRecord } from './state';
import { queueOf, refOf } from './state';
import { get } from './table';
import { append, consentOf } from './transcripts';

/** The queues in whose name an agent can begin conversations: those of which they are a member. */
export function sendersOf({ pools, quirks }: CentreState, agent: AgentRecord): { id: string; name: string }[] {
  if (quirks.inboundOnly || !agent.sms) return [];
  return agent.pools.map((key) => get(pools, key)).flatMap((pool) => (pool.kind === 'queue' ? [refOf(pool)] : []));
}

/** An agent begins a conversation with a text. */
export function startInteraction(
  tx: Transaction,
  agentId: string,
  command: CommandOf<'startInteraction'>,
): Refusal | undefined {
  const agent = get(tx.state.agents, agentId);
  const senders = sendersOf(tx.state, agent);
  const sender = command.from === undefined ? senders[0] : senders.find(({ id }) => id === command.from);
  if (senders.length === 0) return refuse('forbidden', 'The agent may not begin conversations');
  if (!sender) return refuse('not_found', `The agent cannot send from "${command.from}"`);
  if (landline.test(command.to)) return refuse('invalid_number', 'A landline');
  const known = listed(tx.state, 'byAddress', command.to).map((id) => get(tx.state.interactions, id));
  const open = known.filter(({ state }) => state !== 'completed');
  const one = open.find(({ owner }) => owner.id === agentId) ?? open[0];
  if (one) return { ...refuse('already_open', 'There is a conversation'), owner: ownerOf(tx.state, one) };
  if (hasOptedOut(tx.state, known)) return optedOut;
  if (ownedBy(tx.state, agentId).length + openInvitationsOf(tx.state, agentId).length >= agent.capacity)
    return refuse('at_capacity', 'The agent has no room for another conversation');
  begin(tx, agent, queueOf(tx.state, sender.id), command, known.at(-1));
  return undefined;
}

/** The numbers of London that are reserved for fiction: 020 7946 0000 to 0999. */
const landline = /^\+442079460\d{3}$/;

function begin(
  tx: Transaction,
  agent: AgentRecord,
  queue: QueueRecord,
  { commandId, to, text }: CommandOf<'startInteraction'>,
  last: InteractionRecord | undefined,
): void {
  const id = tx.nextId('interaction');
  touch(tx, {
    id,
    version: tx.cursor,
    contact: last?.contact ?? { id: `contact-${to}`, address: { kind: 'phone', value: to } },
    owner: { kind: 'agent', id: agent.id },
    state: 'active',
    startedAt: tx.at,
    assignedAt: tx.at,
    commandId,
    queueId: queue.id,
    passedBy: [],
    failures: [],
  });
  const message = { kind: 'agent', from: refOf(agent), text, delivery: { state: 'sent' }, commandId } as const;
  deliver(tx, id, append(tx, id, message));
}

function ownerOf(state: CentreState, { owner }: InteractionRecord): TargetRef {
  const { kind, id } = owner;
  return { kind, ...refOf(kind === 'agent' ? get(state.agents, id) : queueOf(state, id)) };
}

/** What the customer said last about consent, in any of their conversations. */
function hasOptedOut(state: CentreState, known: readonly InteractionRecord[]): boolean {
  const said = known.map(({ id }) => consentOf(state, id)).toSorted((a, b) => (a.since ?? 0) - (b.since ?? 0));
  return said.at(-1)?.state === 'optedOut';
}
