import { useEffect } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import { Banner, Button, timeToRead } from '@baton/ui';
import { ownStatus } from '@baton/desktop';
import { useTexts } from '../texts';
import { GoReady } from './go-ready';
import { namesOf, outcomeOf } from './invitation-texts';
import type { Outcome } from './use-outcomes';

/**
 * Says how an invitation ended. The line of a missed one stays until the agent dismisses it; the others disappear when
 * there was time to read them (MM-04).
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
  /** The agent is in the region: no line disappears. */
  held: boolean;
  /** There was time to read it. */
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
