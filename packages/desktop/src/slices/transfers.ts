import { isKnown } from '@baton/contracts';
import type {
  InteractionTransfer,
  Notice,
  PendingTransfer,
  RefusedTransfer,
  RequestingTransfer,
  Transfer,
  UnknownTransfer,
} from '@baton/contracts';
import type { FoldInternals, DesktopFold } from '../fold';
import { change, drop, get, keep, put, putNewer } from '../immutable';
import type { ById } from '../immutable';
import { localNoticeId, wasPosted, withLocalNotice } from './notices';

/** Applies a transfer that the backend has sent. */
export function withTransfer(state: DesktopFold, transfer: Transfer): DesktopFold {
  const { interactionId } = transfer;
  const { localTransfers } = state.internals;
  const local = get(localTransfers, interactionId);
  const known = isSuperseded(state, transfer)
    ? state
    : withoutSuperseded(
        change(state, { transfers: putNewer(state.transfers, [transfer], ({ id }) => id) }),
        interactionId,
      );
  const unanswered = local && isAnswered(local, transfer) ? drop(localTransfers, interactionId) : localTransfers;
  return withoutOutdated(withInternals(withoutOldest(known), interactionId, { localTransfers: unanswered }));
}

/** The newest transfer of an interaction that the agent has begun, dismissed or not. */
export function latestTransfer(state: DesktopFold, interactionId: string): Transfer | undefined {
  return Object.values(state.transfers)
    .filter((one) => one.interactionId === interactionId && isOwn(state, one))
    .reduce<Transfer | undefined>((latest, one) => (latest && isAfter(latest, one) ? latest : one), undefined);
}

function isAfter(one: Transfer, other: Transfer): boolean {
  return (one.startedAt - other.startedAt || one.version - other.version) > 0;
}

/** Removes outcomes that a newer transfer has replaced. Hand-overs stay. */
function withoutSuperseded(state: DesktopFold, interactionId: string): DesktopFold {
  return change(state, {
    transfers: keep(state.transfers, (one) => one.interactionId !== interactionId || !isSuperseded(state, one)),
  });
}

function isSuperseded(state: DesktopFold, transfer: Transfer): boolean {
  const latest = latestTransfer(state, transfer.interactionId);
  if (!latest || latest.id === transfer.id || !isOwn(state, transfer)) return false;
  return !hasHandedOver(transfer) && isAfter(latest, transfer);
}

function isOwn({ agent }: DesktopFold, { by }: Transfer): boolean {
  return agent === undefined || by.id === agent.id;
}

function hasHandedOver({ state }: Transfer): boolean {
  return state === 'accepted' || state === 'handedOver';
}

/** Limit of transfers whose conversations have left. */
const maxOfLeftConversations = 100;

function withoutOldest(state: DesktopFold): DesktopFold {
  const left = Object.values(state.transfers).filter(({ interactionId }) => !get(state.interactions, interactionId));
  if (left.length <= maxOfLeftConversations) return state;
  const oldest = left.reduce((one, other) => (isAfter(one, other) ? other : one));
  return change(state, { transfers: drop(state.transfers, oldest.id) });
}

/** A transfer whose outcome was dismissed never shows again. */
export function withDismissal(
  state: DesktopFold,
  interactionId: string,
  transferId: string,
  version: number,
): DesktopFold {
  const known = get(state.internals.dismissed, transferId);
  if (known !== undefined && known >= version) return state;
  return withInternals(state, interactionId, { dismissed: put(state.internals.dismissed, transferId, version) });
}

/** Whether a transfer is over, one way or another. */
export function transferEnded(
  transfer: InteractionTransfer,
): transfer is Exclude<InteractionTransfer, PendingTransfer | RequestingTransfer | UnknownTransfer> {
  return transfer.state !== 'pending' && transfer.state !== 'requesting' && isKnown(transfer.state);
}

/** Applies a request or refusal of this device, unless the backend has answered it or a newer one is known. */
export function withLocalTransfer(state: DesktopFold, local: RequestingTransfer | RefusedTransfer): DesktopFold {
  const { interactionId } = local;
  const transfer = latestTransfer(state, interactionId);
  const known = get(state.internals.localTransfers, interactionId);
  const isSame = known?.commandId === local.commandId;
  if (transfer && isAnswered(local, transfer)) return isSame ? withoutLocalTransfer(state, interactionId) : state;
  if (local.state === 'refused' && known && !isSame && isNewerThan(known, local)) return state;
  return withInternals(state, interactionId, {
    localTransfers: put(state.internals.localTransfers, interactionId, local),
  });
}

/** A refusal in any window: shown until it is dismissed, and posted to My Messages once. */
export function withRefused(state: DesktopFold, refused: RefusedTransfer): DesktopFold {
  const { commandId, endedAt: at, interactionId, reason, reference, target, version = 0 } = refused;
  const id = localNoticeId(commandId);
  const customer = get(state.interactions, interactionId)?.contact.name;
  const notice: Notice = {
    id,
    version,
    at,
    kind: 'transfer.failed',
    severity: 'problem',
    interactionId,
    ...(customer !== undefined && { customer }),
    target,
    reason,
    reference,
    read: false,
  };
  const next = withLocalTransfer(state, refused);
  return get(state.notices, id) || isOutdated(state, notice) ? next : withLocalNotice(next, notice);
}

/**
 * The outcome of a pending transfer has not come, and cannot be found out any more. If this device has posted that
 * before, the transfer is dismissed without another notice.
 */
export function withUnknownOutcome(state: DesktopFold, transfer: PendingTransfer, endedAt: number): DesktopFold {
  const { id, version, interactionId, target, commandId } = transfer;
  if (wasPosted(state, localNoticeId(commandId))) return withDismissal(state, interactionId, id, version);
  const about = { interactionId, target, commandId, version, endedAt };
  return withRefused(state, { ...about, state: 'refused', reason: 'unknownOutcome', reference: id });
}

/** The agent has seen the shown outcome. Pending transfers cannot be dismissed. */
export function withLocalDismissal(state: DesktopFold, interactionId: string): DesktopFold {
  const shown = get(state.shownTransfers, interactionId);
  if (!shown || shown.state === 'requesting' || shown.state === 'pending') return state;
  if (shown.state === 'refused') return withoutLocalTransfer(state, interactionId);
  return withDismissal(state, interactionId, shown.id, shown.version);
}

/** Removes the request or refusal of this device. */
export function withoutLocalTransfer(state: DesktopFold, interactionId: string): DesktopFold {
  return withInternals(state, interactionId, { localTransfers: drop(state.internals.localTransfers, interactionId) });
}

/** Compares two of different windows: a request is newer than every refusal. */
function isNewerThan(known: RequestingTransfer | RefusedTransfer, refused: RefusedTransfer): boolean {
  return known.state === 'requesting' || known.endedAt > refused.endedAt;
}

/** Removes notices of this device about transfers of which the backend knows more. */
export function withoutOutdated(state: DesktopFold): DesktopFold {
  return change(state, { notices: keep(state.notices, (notice) => !isOutdated(state, notice)) });
}

/** Whether the backend knows more about a transfer than this notice of the device. */
export function isOutdated(state: DesktopFold, { id, interactionId = '', version }: Notice): boolean {
  const transfer = latestTransfer(state, interactionId);
  return transfer !== undefined && localNoticeId(transfer.commandId) === id && isFurther(transfer, version);
}

/** Whether a transfer has ended, or has a newer version than the known one. */
function isFurther({ state, version }: Transfer, known = -1): boolean {
  return state !== 'pending' || version > known;
}

/** A request is answered by its own transfer, a refusal also by any transfer that changed after it. */
export function isAnswered(local: RequestingTransfer | RefusedTransfer, transfer: Transfer): boolean {
  if (local.commandId === transfer.commandId)
    return isFurther(transfer, local.state === 'refused' ? local.version : undefined);
  const latest = transferEnded(transfer) ? transfer.endedAt : transfer.startedAt;
  return local.state === 'refused' && latest > local.endedAt;
}

/** Updates the shown transfers: a pending one first, then one of this device, then the last outcome. */
export function withShownTransfers(state: DesktopFold): DesktopFold {
  const ids = [
    ...Object.values(state.transfers).map(({ interactionId }) => interactionId),
    ...Object.keys(state.internals.localTransfers),
  ];
  const shown = ids.reduce((transfers, id) => withShown(transfers, state, id), state.shownTransfers);
  return change(state, { shownTransfers: keep(shown, (_, id) => shownTransfer(state, id) !== undefined) });
}

/** Dismisses a pending transfer that was given up, so that it does not return after the next request. */
export function withGivenUp(state: DesktopFold, interactionId: string): DesktopFold {
  const { internals } = state;
  const last = latestTransfer(state, interactionId);
  return last?.state === 'pending' && get(internals.localTransfers, interactionId)?.commandId === last.commandId
    ? change(state, { internals: change(internals, { dismissed: put(internals.dismissed, last.id, last.version) }) })
    : state;
}

function withInternals(state: DesktopFold, interactionId: string, changes: Partial<FoldInternals>): DesktopFold {
  const noted = withGivenUp(change(state, { internals: change(state.internals, changes) }), interactionId);
  return change(noted, { shownTransfers: withShown(state.shownTransfers, noted, interactionId) });
}

function withShown(transfers: ById<InteractionTransfer>, state: DesktopFold, id: string): ById<InteractionTransfer> {
  const shown = shownTransfer(state, id);
  return shown ? put(transfers, id, shown) : drop(transfers, id);
}

function shownTransfer(state: DesktopFold, id: string): InteractionTransfer | undefined {
  const { dismissed, localTransfers } = state.internals;
  const known = latestTransfer(state, id);
  const last = known && (get(dismissed, known.id) ?? -1) < known.version ? known : undefined;
  return last?.state === 'pending' ? last : (get(localTransfers, id) ?? last);
}
