import { noticeOfInvitation, noticeOfTransfer } from '@baton/contracts';
import type { Invitation, Notice, NoticeContent } from '@baton/contracts';
import { localNoticeId, transferEnded } from '@baton/desktop';
import type { DesktopFold, DispatchingStore } from '@baton/desktop';

/**
 * Adds a notice to My Messages for each transfer and invitation that has ended, for backends that post none. The notices
 * are stored on this device, with the same id in every window. Stops with the signal.
 */
export function deriveNotices(store: DispatchingStore, signal: AbortSignal): void {
  let state = store.getState();
  const stop = store.subscribe(() => {
    const before = state;
    state = store.getState();
    // My Messages ends with the session.
    if (state.capabilities?.notices !== 'derived' || state.connection.state === 'sessionEnded') return;
    for (const notice of [...ofTransfers(before, state), ...ofInvitations(before, state)])
      if (store.getState().notices[notice.id] === undefined) store.dispatch({ type: 'noticePosted', notice });
  });
  signal.addEventListener('abort', stop, { once: true });
}

function ofTransfers(before: DesktopFold, after: DesktopFold): Notice[] {
  return changed(before.transfers, after.transfers).flatMap((transfer) => {
    const { id, interactionId, commandId, by } = transfer;
    if (!transferEnded(transfer) || by.id !== after.agent?.id) return [];
    // What left before this page was opened has a notice already, unless the device still had it as pending.
    const isOld = before.agent === undefined && after.interactions[interactionId] === undefined;
    if (isOld && before.internals.earlierTransfers[commandId] === undefined) return [];
    // A conversation leaves in the same step in which its transfer is accepted.
    const interaction = after.interactions[interactionId] ?? before.interactions[interactionId];
    return entry(`transfer.${id}`, transfer.endedAt, noticeOfTransfer(transfer, interaction?.contact.name));
  });
}

function ofInvitations(before: DesktopFold, after: DesktopFold): Notice[] {
  const missing = Object.values(before.invitations).flatMap((invitation): Invitation[] => {
    if (invitation.state !== 'offered' || after.invitations[invitation.id] !== undefined) return [];
    // A snapshot does not say how it ended. An agent who has the conversation has accepted.
    const outcome = after.interactions[invitation.interactionId] ? 'accepted' : 'revoked';
    return [{ ...invitation, state: 'ended', outcome, endedAt: after.snapshotAt ?? invitation.offeredAt }];
  });
  return [...changed(before.invitations, after.invitations), ...missing].flatMap((invitation) =>
    invitation.state === 'ended'
      ? entry(`invitation.${invitation.id}`, invitation.endedAt, noticeOfInvitation(invitation))
      : [],
  );
}

function entry(id: string, at: number, content: NoticeContent | undefined): Notice[] {
  return content === undefined ? [] : [{ ...content, id: localNoticeId(id), version: 0, at, read: false }];
}

/** The entities that are new or have another value. */
function changed<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): T[] {
  return before === after
    ? []
    : Object.keys(after).flatMap((id) => (after[id] === before[id] ? [] : (after[id] ?? [])));
}
