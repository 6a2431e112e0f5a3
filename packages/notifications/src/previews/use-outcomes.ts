import { useCallback, useState } from 'react';
import { useHost } from '@baton/module-kit';
import { useAnnounce } from '@baton/ui';
import { ownStatus } from '@baton/desktop';
import { useDesktopChanges } from '../use-desktop-changes';
import { useTexts } from '../texts';
import { namesOf, outcomeOf } from './invitation-texts';
import type { EndedInvitation } from './invitation-texts';
import type { OwnAccepts } from './use-own-accepts';

/** More lines would push the next card out of sight; My Messages has all of them. */
const maxLines = 3;

/** An ended invitation with the agent's status at that moment, which later changes do not alter. */
export type Outcome = EndedInvitation & { status: ReturnType<typeof ownStatus> };

/**
 * How the latest invitations ended, newest first, until removed; each is announced when it ends. One that was accepted
 * in this window has no line when its conversation opens, since the SMS window announces that.
 */
export function useOutcomes({ isOwn, opens }: Pick<OwnAccepts, 'isOwn' | 'opens'>): {
  lines: readonly Outcome[];
  remove(invitationId: string): void;
} {
  const { t } = useTexts();
  const announce = useAnnounce();
  const { desktop } = useHost();
  const [lines, setLines] = useState<readonly Outcome[]>([]);

  function announceEnd(invitation: EndedInvitation) {
    const text = t(outcomeOf(invitation, false).text, namesOf(invitation));
    const missed = invitation.outcome === 'expired' && ownStatus(desktop.getState()) === 'notReady';
    const help = missed ? `. ${t('invitation.missed.help', { status: t('readiness.notReady') })}` : '';
    announce(text + help, { id: `outcome.${invitation.id}` });
  }

  useDesktopChanges((before, after) => {
    const ended = Object.values(after.invitations)
      .filter((invitation) => invitation.state !== 'offered')
      .filter(({ id }) => before.invitations[id]?.state === 'offered')
      .filter(({ id, outcome }) => !(outcome === 'accepted' && opens(id)));
    if (ended.length === 0) return;
    ended.filter(({ id, outcome }) => !(outcome === 'accepted' && isOwn(id))).forEach(announceEnd);
    const status = ownStatus(after);
    // Those that were accepted together stand in the list, each in its place.
    const stays = ({ id, outcome }: Outcome, index: number) =>
      index < maxLines || (outcome === 'accepted' && isOwn(id));
    setLines((earlier) => [...ended.map((one) => ({ ...one, status })), ...earlier].filter(stays));
  });

  const remove = useCallback(
    (invitationId: string) => setLines((all) => all.filter(({ id }) => id !== invitationId)),
    [],
  );
  return { lines, remove };
}
