import { useEffect } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import { Banner, timeToRead } from '@baton/ui';
import { isReadyForSms } from '@baton/desktop';
import { useWords } from '../texts';
import { GoReady } from './go-ready';
import { namesOf } from './invitation-texts';
import { outcomeOf } from './outcome';
import type { EndedInvitation } from './outcome';

/**
 * Says how an invitation ended. A missed one stays until dismissed; the others
 * go by themselves when there was time to read them (MM-04).
 */
export function OutcomeLine({
  invitation,
  onTimeUp,
  onDismiss,
}: {
  invitation: EndedInvitation;
  /** The line may go; focus is not in it. */
  onTimeUp(invitationId: string): void;
  /** The agent closed it. */
  onDismiss(invitationId: string): void;
}) {
  const { t } = useWords();
  const { clock } = useHost();
  const ready = useDesktop(isReadyForSms);
  const { severity, text } = outcomeOf(invitation);
  const title = t(text, namesOf(invitation));
  const missed = invitation.outcome === 'expired';
  const dismiss = () => onDismiss(invitation.id);

  useEffect(
    () => (missed ? undefined : clock.setTimeout(() => onTimeUp(invitation.id), timeToRead(title))),
    [clock, missed, onTimeUp, invitation.id, title],
  );

  if (!missed) return <Banner severity={severity} title={title} />;
  return (
    <Banner
      severity={severity}
      title={title}
      help={
        ready
          ? t('invitation.missed.helpUnchanged')
          : t('invitation.missed.help', { status: t('shell.status.notReady') })
      }
      actions={!ready && <GoReady onDone={dismiss} />}
      onDismiss={dismiss}
    />
  );
}
