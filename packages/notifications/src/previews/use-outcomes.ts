import { useCallback, useState } from 'react';
import { useHost } from '@baton/module-kit';
import { useAnnounce } from '@baton/ui';
import { ownStatus } from '@baton/desktop';
import { useDesktopChanges } from '../use-desktop-changes';
import { useTexts } from '../texts';
import { namesOf } from './invitation-texts';
import { outcomeOf } from './outcome';
import type { EndedInvitation } from './outcome';
import type { OwnAccepts } from './use-own-accepts';

/** More than these would bury the next card; all of them are in My Messages. */
const maxLines = 3;

/** How an invitation ended, and how the agent stood then: what they do later does not change what is said of it. */
export type Outcome = EndedInvitation & { status: ReturnType<typeof ownStatus> };

/**
 * How the latest invitations ended, newest first, until removed; told politely
 * at once. What this window accepted itself needs no line where its conversation opens, and the SMS window tells of it.
 */
export function useOutcomes({ isOwn, opens }: Pick<OwnAccepts, 'isOwn' | 'opens'>): {
  lines: readonly Outcome[];
  remove(invitationId: string): void;
} {
  const { t } = useTexts();
  const announce = useAnnounce();
  const { desktop } = useHost();
  const [lines, setLines] = useState<readonly Outcome[]>([]);

  function tell(invitation: EndedInvitation) {
    const told = t(outcomeOf(invitation, false).text, namesOf(invitation));
    const missed = invitation.outcome === 'expired' && ownStatus(desktop.getState()) === 'notReady';
    const help = missed ? `. ${t('invitation.missed.help', { status: t('readiness.notReady') })}` : '';
    announce(told + help, { id: `outcome.${invitation.id}` });
  }

  useDesktopChanges((before, after) => {
    const ended = Object.values(after.invitations)
      .filter((invitation) => invitation.state !== 'offered')
      .filter(({ id }) => before.invitations[id]?.state === 'offered')
      .filter(({ id, outcome }) => !(outcome === 'accepted' && opens(id)));
    if (ended.length === 0) return;
    ended.filter(({ id, outcome }) => !(outcome === 'accepted' && isOwn(id))).forEach(tell);
    const status = ownStatus(after);
    setLines((earlier) => [...ended.map((one) => ({ ...one, status })), ...earlier].slice(0, maxLines));
  });

  const remove = useCallback(
    (invitationId: string) => setLines((all) => all.filter(({ id }) => id !== invitationId)),
    [],
  );
  return { lines, remove };
}
