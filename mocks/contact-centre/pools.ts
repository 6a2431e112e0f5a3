import { targetKey } from '@baton/contracts';
import { ableMembers } from './availability';
import { affectedPools } from './affected';
import type { Transaction } from './transaction';
import { listed } from './lists';
import type { AgentRecord, TransferRecord } from './state';
import { refOf } from './state';
import { find, get } from './table';
import { append } from './transcripts';
import { concludeTransfer, offerTo } from './transfers';

/**
 * Offers transfers to pools: to one ready member at a time, longest ready
 * first, never to the sender and never twice to the same agent. An agent who
 * becomes ready is asked last. When no member is left the transfer fails.
 */
export function offerPoolTransfers(tx: Transaction): void {
  const concerned = affectedPools(tx.before, tx.state);
  for (const id of listed(tx.state, 'pooled')) {
    const record = get(tx.state.transfers, id);
    const hasChanged = find(tx.before.transfers, id) !== record;
    if (hasChanged || concerned.has(targetKey(record.transfer.target))) offerToPool(tx, record);
  }
}

function offerToPool(tx: Transaction, record: TransferRecord): void {
  const candidates = candidatesOf(tx, record);
  if (record.invitationId) {
    if (candidates.join() !== record.candidates.join())
      tx.put('transfers', record.transfer.id, { ...record, candidates });
    return;
  }
  const [nextId, ...rest] = candidates;
  const next = nextId === undefined ? undefined : get(tx.state.agents, nextId);
  recordAnswer(tx, record, next);
  if (next) offerTo(tx, { ...record, candidates: rest }, next);
  else concludeTransfer(tx, record, { happens: 'poolEmpty' });
}

/** Writes the answer of the agent who was asked last into the transcript, and who is asked next. */
function recordAnswer(tx: Transaction, { transfer }: TransferRecord, next: AgentRecord | undefined): void {
  const last = transfer.route.at(-1);
  // Of a redirected transfer the last answer is known already.
  if (!last || last.state === 'withdrawn') return;
  append(tx, transfer.interactionId, {
    kind: 'event',
    event: last.state === 'declined' || last.state === 'expired' ? last.state : 'failed',
    by: transfer.by,
    target: transfer.target,
    asked: last.agent,
    ...(next && { next: refOf(next) }),
    ...(last.reason && { reason: last.reason }),
  });
}

function candidatesOf(tx: Transaction, { transfer, candidates }: TransferRecord): string[] {
  const pool = get(tx.state.pools, targetKey(transfer.target));
  const able = ableMembers(tx.state, pool).map((agent) => agent.id);
  const stillAble = candidates.filter((id) => able.includes(id));
  const asked = transfer.route.map(({ agent }) => agent.id);
  const newcomers = able.filter((id) => id !== transfer.by.id && !candidates.includes(id) && !asked.includes(id));
  return [...stillAble, ...newcomers];
}
