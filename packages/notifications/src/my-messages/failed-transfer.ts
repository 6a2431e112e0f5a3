import { isKnown } from '@baton/contracts';
import type { DesktopState, KnownTargetRef, Notice } from '@baton/contracts';
import { canReturn, isReturn, transferKindsOf, transferUnderWay } from '@baton/desktop';
import type { TextId } from '../texts';

/** An entry that says that a transfer has not come about. */
export type FailedTransfer =
  | Extract<Notice, { kind: 'transfer.declined' }>
  | Extract<Notice, { kind: 'transfer.failed' }>
  | (Extract<Notice, { kind: 'transfer.handedOver' | 'transfer.expired' | 'transfer.notAccepted' }> & {
      kind: 'transfer.expired' | 'transfer.notAccepted';
    });

const failures = ['transfer.declined', 'transfer.expired', 'transfer.notAccepted', 'transfer.failed'] as const;

export function isFailedTransfer(notice: Notice): notice is FailedTransfer {
  return failures.some((kind) => kind === notice.kind);
}

/** What has become of the conversation since, in a text; undefined while what the entry says still holds. */
export function sinceThen(state: DesktopState, notice: FailedTransfer): { id: TextId; target?: string } | undefined {
  const { interactionId } = notice;
  const underWay = transferUnderWay(state, interactionId);
  if (underWay !== undefined) return { id: 'messages.since.pending', target: underWay.target.name };
  const next = nextTransfer(state, notice);
  if (next?.kind === 'transfer.accepted') return { id: 'messages.since.accepted', target: next.acceptedBy.name };
  if (next?.kind === 'transfer.handedOver') return { id: 'messages.since.accepted', target: next.target.name };
  const interaction = state.interactions[interactionId];
  if (interaction === undefined) return { id: 'messages.since.gone' };
  if (interaction.assignedAt > notice.at) return { id: 'messages.since.back' };
  if (interaction.state === 'ended') return { id: 'messages.since.ended' };
  return next && { id: 'messages.since.again' };
}

/** The command that asks for the same transfer again; undefined where that would be in vain, or is not possible. */
export function commandAgain(
  state: DesktopState,
  notice: FailedTransfer,
): { type: 'returnInteraction' } | { type: 'startTransfer'; target: KnownTargetRef } | undefined {
  if (!mayHelp(state, notice) || sinceThen(state, notice) !== undefined) return undefined;
  const { interactionId, target } = notice;
  const allowed = canReturn(state, interactionId);
  if (!allowed.ok && allowed.reason !== 'connectionLost') return undefined;
  if (isReturn(state, interactionId, target)) return { type: 'returnInteraction' };
  const { kind } = target;
  if (!isKnown(kind) || !transferKindsOf(state, interactionId).includes(kind)) return undefined;
  return { type: 'startTransfer', target: { ...target, kind } };
}

/**
 * Whether the next attempt may end otherwise, as in the conversation's window: not where a colleague has said no, nor
 * where the transfer may have come about. The window asks before such a transfer counts twice.
 */
function mayHelp({ capabilities }: DesktopState, notice: FailedTransfer): boolean {
  switch (notice.kind) {
    case 'transfer.expired':
    case 'transfer.notAccepted':
      return capabilities?.declineReturnsToSender !== 'no';
    case 'transfer.failed':
      return notice.reason === 'server';
    case 'transfer.declined':
      return false;
  }
}

/** The newest entry about a later transfer of the same conversation. */
function nextTransfer({ notices }: DesktopState, { interactionId, at }: FailedTransfer): Notice | undefined {
  const later = Object.values(notices).filter(
    (notice) => notice.interactionId === interactionId && notice.at > at && isSent(notice),
  );
  return later.sort((a, b) => b.at - a.at)[0];
}

const isSent = (notice: Notice) =>
  isFailedTransfer(notice) || notice.kind === 'transfer.accepted' || notice.kind === 'transfer.handedOver';
