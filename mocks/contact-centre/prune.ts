import type { Transaction } from './transaction';
import { maxCompleted, maxEndedOffers, maxEndedTransfers } from './limits';
import { listed } from './lists';
import { changesBetween, find, get } from './table';

/**
 * Removes ended rows, so that the state does not grow for ever. The latest stay:
 * a late command about them gets an exact refusal.
 */
export function prune(tx: Transaction): void {
  for (const id of listed(tx.state, 'endedOffers').slice(0, -maxEndedOffers)) tx.remove('invitations', id);
  for (const id of listed(tx.state, 'completed').slice(0, -maxCompleted)) {
    tx.remove('interactions', id);
    tx.remove('transcripts', id);
  }
  for (const { id } of changesBetween(tx.before.index.endedTransfers, tx.state.index.endedTransfers))
    pruneTransfers(tx, id);
}

/** Transfers that a conversation still refers to stay in any case. */
function pruneTransfers(tx: Transaction, agentId: string): void {
  const ended = listed(tx.state, 'endedTransfers', agentId);
  if (ended.length <= maxEndedTransfers) return;
  const others = ended.filter((id) => !isShown(tx, id));
  for (const id of others.slice(0, -maxEndedTransfers)) tx.remove('transfers', id);
}

function isShown({ state }: Transaction, transferId: string): boolean {
  const { interactionId } = get(state.transfers, transferId).transfer;
  const interaction = find(state.interactions, interactionId);
  if (!interaction || interaction.state === 'completed') return false;
  return interaction.transferId === transferId || interaction.receivedBy === transferId;
}
