import { useRef, useState } from 'react';
import { useHost, useKeys, useOnLeave, useShortcuts } from '@baton/module-kit';
import { useAnnounce } from '@baton/ui';
import { backendNow, isLive } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { useDesktopChanges } from '../use-desktop-changes';
import { useTexts } from '../texts';
import { kindOf, namesOf } from './invitation-texts';

/** How long a rejection can be taken back. */
const undoMs = 3000;
/** With less time left to answer, a rejection goes out at once. */
const leastLeftMs = 5000;

/** A rejection that the backend has not carried out yet. */
export interface Rejection {
  invitation: OfferedInvitation;
  /** It has gone out, so that it cannot be taken back. */
  isSent: boolean;
}

/** What the agent has rejected and can still take back. */
export interface Rejections {
  list: readonly Rejection[];
  /** Also before the screen shows it. */
  has(invitationId: string): boolean;
  reject(invitation: OfferedInvitation, reason?: string): void;
  undo(invitationId: string): void;
}

interface Held extends Rejection {
  reason: string | undefined;
  /** The time to take it back is over. */
  isDue: boolean;
  stop(): void;
}

/**
 * Holds rejections back for as long as the agent can undo them. One goes out earlier when the page is left, the agent
 * signs out or this module is removed; later when the connection is lost meanwhile; and never after Undo, or once
 * the invitation has ended.
 */
export function useRejections(
  send: (invitation: OfferedInvitation, reason: string | undefined) => Promise<'taken' | 'refused'>,
): Rejections {
  const { clock, declining, desktop } = useHost();
  const { t } = useTexts();
  const announce = useAnnounce();
  const keys = useKeys();
  /** Not a state: whether one goes out is decided once, at that moment. */
  const held = useRef(new Map<string, Held>());
  const [list, setList] = useState<readonly Rejection[]>([]);
  const show = () => setList([...held.current.values()].map(({ invitation, isSent }) => ({ invitation, isSent })));

  function remove(id: string) {
    held.current.get(id)?.stop();
    if (held.current.delete(id)) show();
  }

  async function sendNow(id: string) {
    const rejection = held.current.get(id);
    if (rejection === undefined || rejection.isSent) return;
    rejection.stop();
    rejection.isSent = true;
    show();
    // Refused, the invitation waits for an answer again. Taken, it ends in the desktop.
    if ((await send(rejection.invitation, rejection.reason)) === 'refused') remove(id);
  }

  function sendIfDue(id: string) {
    if (held.current.get(id)?.isDue === true && isLive(desktop.getState())) void sendNow(id);
  }

  function isHoldable({ expiresAt }: OfferedInvitation): boolean {
    if (declining?.undo === false) return false;
    if (expiresAt === null) return true;
    const isKnown = (desktop.getState().capabilities?.inviteExpiry ?? 'unknown') !== 'unknown';
    return isKnown && expiresAt - backendNow(desktop.getState(), clock) >= leastLeftMs;
  }

  function reject(invitation: OfferedInvitation, reason?: string) {
    const { id } = invitation;
    if (held.current.has(id)) return;
    if (!isHoldable(invitation)) return void send(invitation, reason);
    const stop = clock.setTimeout(() => {
      const rejection = held.current.get(id);
      if (rejection !== undefined) rejection.isDue = true;
      sendIfDue(id);
    }, undoMs);
    held.current.set(id, { invitation, reason, isSent: false, isDue: false, stop });
    show();
    const undoKeys = keys('preview.undo')?.printed;
    const text = t(`preview.rejecting.${kindOf(invitation)}`, namesOf(invitation));
    announce(undoKeys === undefined ? text : `${text}. ${t('preview.undo.keys', { keys: undoKeys })}`, {
      id: `rejecting.${id}`,
    });
  }

  function undo(id: string) {
    if (held.current.get(id)?.isSent !== false) return;
    remove(id);
    announce(t('preview.undone'), { id: `undone.${id}` });
  }

  useDesktopChanges((_, { invitations }) => {
    for (const id of held.current.keys()) {
      if (invitations[id]?.state === 'offered') sendIfDue(id);
      else remove(id);
    }
  });

  useOnLeave(() => {
    for (const id of held.current.keys()) void sendNow(id);
  });

  const latest = list.findLast(({ isSent }) => !isSent);
  useShortcuts(latest === undefined ? {} : { 'preview.undo': () => undo(latest.invitation.id) });

  return { list, has: (id) => held.current.has(id), reject, undo };
}
