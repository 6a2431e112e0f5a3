import { ActionButton, useDesktop, useHost } from '@baton/module-kit';
import { isLive } from '@baton/desktop';
import type { ShortcutId } from '@baton/ui';
import { useTexts } from '../texts';
import { hasOptedOut, namesOf, kindOf } from './invitation-texts';
import { TimeLeft } from './time-left';
import { useDeadline } from './use-deadline';
import type { WaitingProps } from './waiting-props';
import { part } from '../parts';

/** An invitation in one line: who, from whom, how long, and Accept. A press on the names opens it as the card. */
export function Summary({
  invitation,
  actions: { accept },
  onOpen,
  command,
}: Pick<WaitingProps, 'invitation' | 'actions' | 'onOpen'> & {
  /** The keys of Accept, which only the invitation that has the card has. */
  command?: ShortcutId;
}) {
  const { t } = useTexts();
  const live = useDesktop(isLive);
  const names = namesOf(invitation);
  const kind = kindOf(invitation);
  const { known, seconds, urgent } = useDeadline(invitation);
  const estimate = seconds > 0 ? 'preview.waiting.about' : 'preview.overdue.about';
  const title = t(`preview.title.${kind}`, names);
  const optedOut = hasOptedOut(invitation, useHost()) ? t('preview.optedOut') : undefined;

  return (
    <>
      <button
        type="button"
        className="preview-row-who"
        part={part('open')}
        aria-label={[t('preview.waiting.open', { ...names, title }), optedOut].filter(Boolean).join('. ')}
        onClick={onOpen}
      >
        <bdi className="preview-row-name" translate="no">
          {invitation.contact.name ?? t('name.unknown')}
        </bdi>
        <span className="preview-details">{optedOut ?? t(`preview.waiting.${kind}`, names)}</span>
      </button>
      {known !== undefined && live && (
        <TimeLeft seconds={seconds} known={known} urgent={urgent}>
          {t(known === 'about' ? estimate : 'duration.seconds', { seconds })}
        </TimeLeft>
      )}
      {accept && (
        <ActionButton
          action={{ ...accept, command }}
          size={command === undefined ? 'sm' : 'md'}
          variant={command === undefined ? 'secondary' : 'primary'}
          part={part('accept')}
          aria-label={command === undefined ? t('preview.waiting.accept', { ...names, title }) : undefined}
        >
          {t('preview.accept')}
        </ActionButton>
      )}
    </>
  );
}
