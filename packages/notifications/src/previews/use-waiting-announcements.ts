import { useEffect, useEffectEvent, useRef } from 'react';
import { useAnnounce } from '@baton/ui';
import type { OfferedInvitation } from '@baton/contracts';
import { useTexts } from '../texts';
import { namesOf, kindOf } from './invitation-texts';

/** Announces invitations that come while another one has the card. Their alert follows when they get the card (IP-08). */
export function useWaitingAnnouncements(queue: readonly OfferedInvitation[], card: string | undefined): void {
  const { t } = useTexts();
  const announce = useAnnounce();
  const known = useRef<ReadonlySet<string>>(new Set());

  const announceWaiting = useEffectEvent((invitation: OfferedInvitation, index: number) => {
    const title = t(`preview.title.${kindOf(invitation)}`, namesOf(invitation));
    announce(t('preview.announce.waiting', { title, index: index + 1, total: queue.length }), {
      id: `waiting.${invitation.id}`,
    });
  });

  const announceNew = useEffectEvent(() => {
    queue.forEach((invitation, index) => {
      if (invitation.id !== card && !known.current.has(invitation.id)) announceWaiting(invitation, index);
    });
    known.current = new Set(queue.map(({ id }) => id));
  });
  const ids = queue.map(({ id }) => id).join();
  useEffect(() => announceNew(), [ids]);
}
