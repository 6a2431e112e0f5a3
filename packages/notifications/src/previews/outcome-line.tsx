import { useEffect } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import { Banner, Button, timeToRead } from '@baton/ui';
import { ownStatus } from '@baton/desktop';
import { useTexts } from '../texts';
import { GoReady } from './go-ready';
import { namesOf } from './invitation-texts';
import { outcomeOf } from './outcome';
import type { Outcome } from './use-outcomes';

/**
 * Says how an invitation ended. A missed one stays until dismissed; the others
 * go by themselves when there was time to read them (MM-04).
 */
export function OutcomeLine({
  invitation,
  isOwn,
  held,
  onTimeUp,
  onDismiss,
}: {
  invitation: Outcome;
  /** Accepted in this window: its conversation waits behind the one in front. */
  isOwn: boolean;
  /** The agent is at the list: what would go by itself stays. */
  held: boolean;
  /** The line may go; focus is not in it. */
  onTimeUp(invitationId: string): void;
  /** The agent closed it. */
  onDismiss(invitationId: string): void;
}) {
  const { t } = useTexts();
  const { bus, clock } = useHost();
  const status = useDesktop(ownStatus);
  const { severity, text } = outcomeOf(invitation, isOwn);
  const title = t(text, namesOf(invitation));
  const missed = invitation.outcome === 'expired';
  const dismiss = () => onDismiss(invitation.id);

  useEffect(
    () => (missed || held ? undefined : clock.setTimeout(() => onTimeUp(invitation.id), timeToRead(title))),
    [clock, missed, held, onTimeUp, invitation.id, title],
  );

  function open() {
    dismiss();
    const { interactionId } = invitation;
    void bus.request('interaction.open', { interactionId, focus: true }).catch(() => undefined);
  }

  if (invitation.outcome === 'accepted' && isOwn) {
    const actions = (
      <Button size="sm" onClick={open}>
        {t('messages.open')}
      </Button>
    );
    return <Banner severity={severity} title={title} actions={actions} />;
  }
  if (!missed) return <Banner severity={severity} title={title} />;
  return (
    <Banner
      severity={severity}
      title={title}
      help={
        (invitation.status === 'ready' && t('invitation.missed.helpUnchanged')) ||
        (invitation.status === 'notReady' && t('messages.missed.status', { status: t('readiness.notReady') }))
      }
      actions={status === 'notReady' && <GoReady onDone={dismiss} />}
      onDismiss={dismiss}
    />
  );
}
