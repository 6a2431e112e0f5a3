import { targetKey } from '@baton/contracts';
import { ableMembers } from './availability';
import type { Draft } from './draft';
import type { AgentRecord, TransferRecord } from './state';
import { get, refOf } from './state';
import { append } from './transcripts';
import { concludeTransfer, offerTo } from './transfers';

/**
 * Offers transfers to pools: to one ready member at a time, longest ready
 * first, never to the sender nor twice to the same agent. Who becomes ready
 * joins at the end. When nobody is left the transfer fails.
 */
export function offerPoolTransfers(draft: Draft): void {
  for (const record of Object.values(draft.state.transfers)) {
    if (record.transfer.state === 'pending' && record.transfer.target.kind !== 'agent') offerToPool(draft, record);
  }
}

function offerToPool(draft: Draft, record: TransferRecord): void {
  const candidates = candidatesOf(draft, record);
  if (record.invitationId) {
    if (candidates.join() !== record.candidates.join())
      draft.put('transfers', record.transfer.id, { ...record, candidates });
    return;
  }
  const [nextId, ...rest] = candidates;
  const next = nextId === undefined ? undefined : get(draft.state.agents, nextId);
  tellAnswer(draft, record, next);
  if (next) offerTo(draft, { ...record, candidates: rest }, next);
  else concludeTransfer(draft, record, { state: 'failed', reason: 'poolEmpty' });
}

/** Writes into the transcript what the agent who was asked last has said, and who is asked next. */
function tellAnswer(draft: Draft, { transfer }: TransferRecord, next: AgentRecord | undefined): void {
  const last = transfer.route.at(-1);
  if (!last) return;
  append(draft, transfer.interactionId, {
    kind: 'event',
    event: last.state === 'declined' || last.state === 'expired' ? last.state : 'failed',
    by: transfer.by,
    target: transfer.target,
    asked: last.agent,
    ...(next && { next: refOf(next) }),
    ...(last.reason && { reason: last.reason }),
  });
}

function candidatesOf(draft: Draft, { transfer, candidates }: TransferRecord): string[] {
  const pool = get(draft.state.pools, targetKey(transfer.target));
  const able = ableMembers(draft.state, pool).map((agent) => agent.id);
  const stillAble = candidates.filter((id) => able.includes(id));
  const asked = transfer.route.map(({ agent }) => agent.id);
  const newcomers = able.filter((id) => id !== transfer.by.id && !candidates.includes(id) && !asked.includes(id));
  return [...stillAble, ...newcomers];
}
