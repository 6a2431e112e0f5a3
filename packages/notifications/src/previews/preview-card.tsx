import { useId, useRef, useState } from 'react';
import { ActionButton, useActionKeys, useHost } from '@baton/module-kit';
import { Banner, Text, classNames, handsNow, meantAfterMs } from '@baton/ui';
import { useTexts } from '../texts';
import { useCardAlert } from './use-card-alert';
import { CardDetails } from './card-details';
import { Countdown } from './countdown';
import { namesOf, kindOf } from './invitation-texts';
import { useFocusLeft } from './use-focus-left';
import type { WaitingProps } from './waiting-props';
import { part } from '../parts';

/** The invitation to answer next. It is announced, with a sound, but never takes focus. */
export function PreviewCard({
  invitation,
  progress,
  actions: { accept, reject, extend, withKeys },
  total,
  onFocusLost,
}: WaitingProps & {
  /** How many invitations wait, with this one. */
  total: number;
}) {
  const { t } = useTexts();
  const { clock } = useHost();
  const [since] = useState(() => handsNow(clock));
  const titleId = useId();
  const card = useRef<HTMLElement>(null);

  // IP-02. Keys pressed sooner were meant for the card before this one, or are the second press of a double.
  useActionKeys(withKeys, () => handsNow(clock) - since >= meantAfterMs, 'assertive');

  useCardAlert(invitation);

  useFocusLeft(card, progress, onFocusLost);

  return (
    <article ref={card} className="preview-card" part={part('card')} aria-labelledby={titleId} tabIndex={-1}>
      <h3 id={titleId} className="preview-title" part={part('title')}>
        <Text id={`preview.title.${kindOf(invitation)}`} values={namesOf(invitation)} />
      </h3>
      <CardDetails invitation={invitation} />
      <div className="preview-clock">
        <Countdown invitation={invitation} />
        <span className={classNames('preview-position', total === 1 && 'preview-unseen')} part={part('position')}>
          {t('preview.position', { index: 1, total })}
        </span>
        {/* Beside the time and away from the answers (IP-05). */}
        {extend && (
          <ActionButton action={extend} className="preview-extend" part={part('extend')} variant="quiet" size="sm" />
        )}
      </div>
      {/* Esc answers nothing (IP-06). */}
      <div className="preview-actions" part={part('actions')}>
        <ActionButton action={reject} className="preview-answer" part={part('reject')} />
        <ActionButton action={accept} className="preview-answer" part={part('accept')} variant="primary" />
      </div>
      {progress.state === 'refused' && <Banner severity="problem" title={progress.title} help={progress.help} />}
    </article>
  );
}
