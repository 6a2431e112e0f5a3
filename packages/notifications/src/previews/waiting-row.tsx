import { useRef } from 'react';
import { useDesktop, useSecondsLeft } from '@baton/module-kit';
import { Banner, Button, ClockIcon, classNames } from '@baton/ui';
import { isLive } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { useWords } from '../texts';
import { useAnswers } from './answers';
import { urgentSeconds, useReminder } from './card-alert';
import { namesOf } from './invitation-texts';
import type { OwnAccepts } from './own-accepts';
import { useFocusLeft } from './use-focus-left';
import { part } from '../parts';

/** An invitation that waits while another one has the card: who, from whom, how long, and Accept (IP-08). */
export function WaitingRow({
  invitation,
  ownAccepts,
  onFocusLost,
}: {
  invitation: OfferedInvitation;
  ownAccepts: OwnAccepts;
  /** The row goes away, and focus with it. */
  onFocusLost(because: 'answered' | 'gone'): void;
}) {
  const { t } = useWords();
  const live = useDesktop(isLive);
  const { kind, contact, expiresAt } = invitation;
  const names = namesOf(invitation);
  const timed = useDesktop((state) => state.capabilities?.inviteExpiry !== 'unknown') && expiresAt !== null;
  const seconds = useSecondsLeft(expiresAt);
  const urgent = timed && seconds <= urgentSeconds;
  const row = useRef<HTMLDivElement>(null);
  const { progress, give } = useAnswers(invitation, {
    onAccept: (accepted) => ownAccepts.expect(accepted, row.current),
    onAcceptRefused: ownAccepts.forget,
  });

  useReminder(invitation);

  useFocusLeft(row, progress, onFocusLost);

  return (
    <>
      <div ref={row} className="preview-row" part={part('waiting', urgent && 'waiting-urgent')}>
        <p className="preview-row-who">
          <bdi className="preview-row-name">{contact.name}</bdi>
          <span className="preview-details">{t(`preview.waiting.${kind}`, names)}</span>
        </p>
        {timed && live && (
          <span
            className={classNames('preview-time', urgent && 'preview-time-urgent')}
            part={part('time-left', urgent && 'time-left-urgent')}
            role="timer"
            aria-live="off"
          >
            {urgent && <ClockIcon size={14} />}
            {t('duration.seconds', { seconds })}
          </span>
        )}
        <Button
          size="sm"
          part={part('accept')}
          aria-label={t('preview.waiting.accept', { ...names, title: t(`preview.title.${kind}`, names) })}
          busy={progress.state === 'sending'}
          disabledReason={live ? undefined : t('connection.needed')}
          onClick={() => give('accept')}
        >
          {t('preview.accept')}
        </Button>
      </div>
      {progress.state === 'refused' && <Banner severity="problem" title={progress.title} help={progress.help} />}
    </>
  );
}
