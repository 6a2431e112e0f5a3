import type { InteractionTransfer, RefusedTransfer, RequestingTransfer, Transfer } from '@baton/contracts';
import { change } from '../change';
import type { Book, DesktopFold } from '../fold';
import { drop, get, keep, put, putNewer } from '../maps';
import type { ById } from '../maps';

/** What the backend says of an interaction's transfer. */
export function withTransfer(state: DesktopFold, transfer: Transfer): DesktopFold {
  const { interactionId } = transfer;
  const { transfers, localTransfers } = state.book;
  const local = get(localTransfers, interactionId);
  return withBook(state, interactionId, {
    transfers: putNewer(transfers, [transfer], () => interactionId),
    localTransfers: local && isAnswered(local, transfer) ? drop(localTransfers, interactionId) : localTransfers,
  });
}

/** A transfer whose outcome was dismissed never shows again. */
export function withDismissal(
  state: DesktopFold,
  interactionId: string,
  transferId: string,
  version: number,
): DesktopFold {
  const known = get(state.book.dismissed, transferId);
  if (known !== undefined && known >= version) return state;
  return withBook(state, interactionId, { dismissed: put(state.book.dismissed, transferId, version) });
}

/** What was asked for here, or refused; unless the backend has already shown the command's transfer. */
export function withLocalTransfer(state: DesktopFold, local: RequestingTransfer | RefusedTransfer): DesktopFold {
  const { interactionId, commandId } = local;
  if (get(state.book.transfers, interactionId)?.commandId === commandId) return state;
  return withBook(state, interactionId, { localTransfers: put(state.book.localTransfers, interactionId, local) });
}

/** The agent has seen the outcome on show. What is still under way cannot be dismissed. */
export function withLocalDismissal(state: DesktopFold, interactionId: string): DesktopFold {
  const shown = get(state.transfers, interactionId);
  if (!shown || shown.state === 'requesting' || shown.state === 'pending') return state;
  if (shown.state === 'refused') return withoutLocalTransfer(state, interactionId);
  return withDismissal(state, interactionId, shown.id, shown.version);
}

/** Forgets what was asked for here, or refused. */
export function withoutLocalTransfer(state: DesktopFold, interactionId: string): DesktopFold {
  return withBook(state, interactionId, { localTransfers: drop(state.book.localTransfers, interactionId) });
}

/** A request waits for the transfer it made; a refusal is old news once any transfer has moved on after it. */
export function isAnswered(local: RequestingTransfer | RefusedTransfer, transfer: Transfer): boolean {
  if (local.commandId === transfer.commandId) return true;
  const latest = transfer.state === 'pending' ? transfer.startedAt : transfer.endedAt;
  return local.state === 'refused' && latest > local.endedAt;
}

/** What screens see of the book: pending above all, then what happened here, then the last outcome. */
export function shownTransfers(book: Book, before: ById<InteractionTransfer>): ById<InteractionTransfer> {
  const ids = [...Object.keys(book.transfers), ...Object.keys(book.localTransfers)];
  const shown = ids.reduce((transfers, id) => showOne(transfers, book, id), before);
  return keep(shown, (_, id) => shownTransfer(book, id) !== undefined);
}

function withBook(state: DesktopFold, interactionId: string, changes: Partial<Book>): DesktopFold {
  const book = change(state.book, changes);
  return change(state, { book, transfers: showOne(state.transfers, book, interactionId) });
}

function showOne(transfers: ById<InteractionTransfer>, book: Book, id: string): ById<InteractionTransfer> {
  const shown = shownTransfer(book, id);
  return shown ? put(transfers, id, shown) : drop(transfers, id);
}

function shownTransfer(book: Book, id: string): InteractionTransfer | undefined {
  const last = get(book.transfers, id);
  if (last?.state === 'pending') return last;
  const local = get(book.localTransfers, id);
  if (local) return local;
  return last && get(book.dismissed, last.id) === undefined ? last : undefined;
}
