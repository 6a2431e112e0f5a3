import { useRef } from 'react';
import { ActionButton, useDesktop } from '@baton/module-kit';
import { Banner } from '@baton/ui';
import { isLive } from '@baton/desktop';
import { useTexts } from '../texts';
import { useReminder } from './use-card-alert';
import { namesOf, kindOf } from './invitation-texts';
import { TimeLeft } from './time-left';
import { useDeadline } from './use-deadline';
import { useFocusLeft } from './use-focus-left';
import type { WaitingProps } from './waiting-props';
import { part } from '../parts';

/** An invitation that waits while another one has the card: who, from whom, how long, and Accept (IP-08). */
export function WaitingRow({ invitation, progress, actions: { accept }, onFocusLost }: WaitingProps) {
  const { t } = useTexts();
  const live = useDesktop(isLive);
  const { contact } = invitation;
  const names = namesOf(invitation);
  const kind = kindOf(invitation);
  const { known, seconds, urgent } = useDeadline(invitation);
  const estimate = seconds > 0 ? 'preview.waiting.about' : 'preview.overdue.about';
  const row = useRef<HTMLDivElement>(null);

  useReminder(invitation);

  useFocusLeft(row, progress, onFocusLost);

  return (
    <>
      <div ref={row} className="preview-row" part={part('waiting', urgent && 'waiting-urgent')}>
        <p className="preview-row-who">
          <bdi className="preview-row-name" translate="no">
            {contact.name ?? t('name.unknown')}
          </bdi>
          <span className="preview-details">{t(`preview.waiting.${kind}`, names)}</span>
        </p>
        {known !== undefined && live && (
          <TimeLeft urgent={urgent}>{t(known === 'about' ? estimate : 'duration.seconds', { seconds })}</TimeLeft>
        )}
        <ActionButton
          action={{ ...accept, command: undefined }}
          size="sm"
          part={part('accept')}
          aria-label={t('preview.waiting.accept', { ...names, title: t(`preview.title.${kind}`, names) })}
        >
          {t('preview.accept')}
        </ActionButton>
      </div>
      {progress.state === 'refused' && <Banner severity="problem" title={progress.title} help={progress.help} />}
    </>
  );
}
