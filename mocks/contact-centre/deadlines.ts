import { expireInvitation } from './answers';
import { confirmDelivery } from './conversations';
import { publishDirectory } from './directory';
import type { Transaction } from './transaction';
import { endWrapUp, setNotReadyAsMissed } from './readiness';
import { markUnreachable } from './sessions';
import type { CentreState, Receipt, RowDeadline } from './state';
import { find, get } from './table';

/** Something that happens at a given time without an input of its own. */
type Deadline =
  | RowDeadline
  | { readonly due: number; readonly what: 'receipt'; readonly receipt: Receipt }
  | { readonly due: number; readonly what: 'directory' };

/** When the next `time` input is due; `undefined` when nothing is waiting. */
export function nextDeadline({ index, receipts, directory }: CentreState): number | undefined {
  const next = Math.min(
    index.deadlines[0]?.due ?? Infinity,
    receipts[0]?.due ?? Infinity,
    directory.publishAt ?? Infinity,
  );
  return next === Infinity ? undefined : next;
}

/** Runs everything that is overdue, in order of deadline. */
export function runOverdue(tx: Transaction): void {
  for (const deadline of overdue(tx.state, tx.at)) runDeadline(tx, deadline);
}

function overdue({ index, receipts, directory }: CentreState, at: number): Deadline[] {
  const all: Deadline[] = [
    ...firstUntil(index.deadlines, at),
    ...firstUntil(receipts, at).map((receipt) => ({ due: receipt.due, what: 'receipt' as const, receipt })),
    ...(directory.publishAt === undefined || directory.publishAt > at
      ? []
      : [{ due: directory.publishAt, what: 'directory' as const }]),
  ];
  return all.sort((a, b) => a.due - b.due);
}

function firstUntil<T extends { readonly due: number }>(inOrder: readonly T[], at: number): readonly T[] {
  const end = inOrder.findIndex(({ due }) => due > at);
  return end < 0 ? inOrder : inOrder.slice(0, end);
}

function runDeadline(tx: Transaction, deadline: Deadline): void {
  switch (deadline.what) {
    case 'invitation': {
      const record = find(tx.state.invitations, deadline.id);
      if (record?.invitation.state !== 'offered') return;
      expireInvitation(tx, record);
      if (tx.state.quirks.setsNotReadyWhenMissed) setNotReadyAsMissed(tx, record.agentId);
      return;
    }
    case 'wrapUp':
      return endWrapUp(tx, get(tx.state.agents, deadline.id));
    case 'silence':
      return markUnreachable(tx, get(tx.state.agents, deadline.id));
    case 'receipt':
      return confirmDelivery(tx, deadline.receipt);
    case 'directory':
      return publishDirectory(tx);
  }
}
