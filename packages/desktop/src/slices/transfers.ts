import type {
  InteractionTransfer,
  Notice,
  PendingTransfer,
  RefusedTransfer,
  RequestingTransfer,
  Transfer,
} from '@baton/contracts';
import { change } from '../change';
import type { Book, DesktopFold } from '../fold';
import { drop, get, keep, put, putNewer } from '../maps';
import type { ById } from '../maps';
import { localNoticeId, withLocalNotice } from './notices';

/** What the backend says of an interaction's transfer. */
export function withTransfer(state: DesktopFold, transfer: Transfer): DesktopFold {
  const { interactionId } = transfer;
  const { transfers, localTransfers } = state.book;
  const local = get(localTransfers, interactionId);
  const told = withBook(state, interactionId, {
    transfers: putNewer(transfers, [transfer], () => interactionId),
    localTransfers: local && isAnswered(local, transfer) ? drop(localTransfers, interactionId) : localTransfers,
  });
  return withoutOutdated(told);
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

/** What was asked for here, or refused; unless the backend has already shown what became of it, or more was asked for since. */
export function withLocalTransfer(state: DesktopFold, local: RequestingTransfer | RefusedTransfer): DesktopFold {
  const { interactionId } = local;
  const transfer = get(state.book.transfers, interactionId);
  const known = get(state.book.localTransfers, interactionId);
  const isSame = known?.commandId === local.commandId;
  if (transfer && isAnswered(local, transfer)) return isSame ? withoutLocalTransfer(state, interactionId) : state;
  if (local.state === 'refused' && known && !isSame && isNewerThan(known, local)) return state;
  return withBook(state, interactionId, { localTransfers: put(state.book.localTransfers, interactionId, local) });
}

/** What was refused here, or in another window: on show until it is dismissed, and told once in My Messages. */
export function withRefused(state: DesktopFold, refused: RefusedTransfer): DesktopFold {
  const { commandId, endedAt: at, interactionId, reason, reference, target, version = 0 } = refused;
  const id = localNoticeId(commandId);
  const customer = get(state.interactions, interactionId)?.contact.name ?? '';
  const notice: Notice = {
    id,
    version,
    at,
    kind: `transfer.failed.${reason}`,
    severity: 'problem',
    interactionId,
    names: { target: target.name, customer, reference },
    read: false,
  };
  const told = withLocalTransfer(state, refused);
  return get(state.notices, id) || isOutdated(state.book, notice) ? told : withLocalNotice(told, notice);
}

/**
 * The outcome of a pending transfer has not come, and nobody can be asked any more. Where this device has told it before
 * and the agent has put it away, the transfer goes without a word.
 */
export function withUnknownOutcome(state: DesktopFold, transfer: PendingTransfer, endedAt: number): DesktopFold {
  const { id, version, interactionId, target, commandId } = transfer;
  if (get(state.notices, localNoticeId(commandId))) return withDismissal(state, interactionId, id, version);
  const about = { interactionId, target, commandId, version, endedAt };
  return withRefused(state, { ...about, state: 'refused', reason: 'unknownOutcome', reference: id });
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

/** Of two that were asked for in different windows: a request is newer than every refusal. */
function isNewerThan(known: RequestingTransfer | RefusedTransfer, refused: RefusedTransfer): boolean {
  return known.state === 'requesting' || known.endedAt > refused.endedAt;
}

/** Without notices of this device about transfers that the backend has said more of. */
export function withoutOutdated(state: DesktopFold): DesktopFold {
  return change(state, { notices: keep(state.notices, (notice) => !isOutdated(state.book, notice)) });
}

/** Whether the backend has said more about a transfer than this notice of a device. */
export function isOutdated({ transfers }: Book, { id, interactionId = '', version }: Notice): boolean {
  const transfer = get(transfers, interactionId);
  return transfer !== undefined && localNoticeId(transfer.commandId) === id && saysMore(transfer, version);
}

/** A transfer that has ended, or has moved on since it was given up. */
function saysMore({ state, version }: Transfer, known = -1): boolean {
  return state !== 'pending' || version > known;
}

/** A request waits for the transfer it made; a refusal is old news once any transfer has moved on after it. */
export function isAnswered(local: RequestingTransfer | RefusedTransfer, transfer: Transfer): boolean {
  if (local.commandId === transfer.commandId)
    return saysMore(transfer, local.state === 'refused' ? local.version : undefined);
  const latest = transfer.state === 'pending' ? transfer.startedAt : transfer.endedAt;
  return local.state === 'refused' && latest > local.endedAt;
}

/** What screens see of the book: pending above all, then what happened here, then the last outcome. */
export function shownTransfers(book: Book, before: ById<InteractionTransfer>): ById<InteractionTransfer> {
  const ids = [...Object.keys(book.transfers), ...Object.keys(book.localTransfers)];
  const shown = ids.reduce((transfers, id) => showOne(transfers, book, id), before);
  return keep(shown, (_, id) => shownTransfer(book, id) !== undefined);
}

/** A pending transfer whose outcome has been given up waits no more, also when another one is asked for in its place. */
export function withGivenUp(book: Book, interactionId: string): Book {
  const last = get(book.transfers, interactionId);
  return last?.state === 'pending' && get(book.localTransfers, interactionId)?.commandId === last.commandId
    ? change(book, { dismissed: put(book.dismissed, last.id, last.version) })
    : book;
}

function withBook(state: DesktopFold, interactionId: string, changes: Partial<Book>): DesktopFold {
  const book = withGivenUp(change(state.book, changes), interactionId);
  return change(state, { book, transfers: showOne(state.transfers, book, interactionId) });
}

function showOne(transfers: ById<InteractionTransfer>, book: Book, id: string): ById<InteractionTransfer> {
  const shown = shownTransfer(book, id);
  return shown ? put(transfers, id, shown) : drop(transfers, id);
}

function shownTransfer(book: Book, id: string): InteractionTransfer | undefined {
  const known = get(book.transfers, id);
  const last = known && (get(book.dismissed, known.id) ?? -1) < known.version ? known : undefined;
  return last?.state === 'pending' ? last : (get(book.localTransfers, id) ?? last);
}
