import { useCallback, useState } from 'react';
import { useHost } from '@baton/module-kit';
import { useAnnounce } from '@baton/ui';
import { isReadyForSms } from '@baton/desktop';
import { useDesktopChanges } from '../desktop-changes';
import { useWords } from '../texts';
import { namesOf } from './invitation-texts';
import { outcomeOf } from './outcome';
import type { EndedInvitation } from './outcome';

/** More than these would bury the next card; all of them are in My Messages. */
const maxLines = 2;

/**
 * How the latest invitations ended, newest first, until removed; told politely
 * at once. What this window accepted itself needs no word: its conversation opens.
 */
export function useOutcomes(isOwn: (invitationId: string) => boolean): {
  lines: readonly EndedInvitation[];
  remove(invitationId: string): void;
} {
  const { t } = useWords();
  const announce = useAnnounce();
  const { desktop } = useHost();
  const [lines, setLines] = useState<readonly EndedInvitation[]>([]);

  function tell(invitation: EndedInvitation) {
    const told = t(outcomeOf(invitation).text, namesOf(invitation));
    const missed = invitation.outcome === 'expired' && !isReadyForSms(desktop.getState());
    const help = missed ? `. ${t('invitation.missed.help', { status: t('shell.status.notReady') })}` : '';
    announce(told + help, { id: `outcome.${invitation.id}` });
  }

  useDesktopChanges((before, after) => {
    const ended = Object.values(after.invitations)
      .filter((invitation) => invitation.state === 'ended')
      .filter(({ id }) => before.invitations[id]?.state === 'offered')
      .filter(({ id, outcome }) => !(outcome === 'accepted' && isOwn(id)));
    if (ended.length === 0) return;
    ended.forEach(tell);
    setLines((earlier) => [...ended, ...earlier].slice(0, maxLines));
  });

  const remove = useCallback(
    (invitationId: string) => setLines((all) => all.filter(({ id }) => id !== invitationId)),
    [],
  );
  return { lines, remove };
}
