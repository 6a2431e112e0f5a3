import { targetKey } from '@baton/contracts';
import { ableMembers } from './availability';
import type { Draft } from './draft';
import type { TransferRecord } from './state';
import { get } from './state';
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
  const [next, ...rest] = candidates;
  if (record.invitationId) {
    if (candidates.join() !== record.candidates.join())
      draft.put('transfers', record.transfer.id, { ...record, candidates });
  } else if (next) {
    offerTo(draft, { ...record, candidates: rest }, get(draft.state.agents, next));
  } else {
    concludeTransfer(draft, record, { state: 'failed', reason: 'poolEmpty' });
  }
}

function candidatesOf(draft: Draft, { transfer, candidates, asked }: TransferRecord): string[] {
  const pool = get(draft.state.pools, targetKey(transfer.target));
  const able = ableMembers(draft.state, pool).map((agent) => agent.id);
  const stillAble = candidates.filter((id) => able.includes(id));
  const newcomers = able.filter((id) => id !== transfer.by.id && !candidates.includes(id) && !asked.includes(id));
  return [...stillAble, ...newcomers];
}
