import { useId, useRef, useState } from 'react';
import { ActionButton, useActionKeys, useHost } from '@baton/module-kit';
import { Banner, Text, classNames, meantAfterMs } from '@baton/ui';
import type { OfferedInvitation } from '@baton/contracts';
import { useTexts } from '../texts';
import { useAnswerActions } from './use-answer-actions';
import { useAnswers } from './use-answers';
import { useCardAlert } from './use-card-alert';
import { CardDetails } from './card-details';
import { Countdown } from './countdown';
import { namesOf, wayOf } from './invitation-texts';
import type { OwnAccepts } from './use-own-accepts';
import { useFocusLeft } from './use-focus-left';
import { part } from '../parts';

/** One invitation that waits for an answer. It asks for attention but never for focus. */
export function PreviewCard({
  invitation,
  total,
  ownAccepts,
  onFocusLost,
}: {
  invitation: OfferedInvitation;
  /** How many wait in all; this is the first. */
  total: number;
  ownAccepts: OwnAccepts;
  /** The card goes away, and focus with it. */
  onFocusLost(because: 'answered' | 'gone'): void;
}) {
  const { t } = useTexts();
  const { clock } = useHost();
  const [since] = useState(() => clock.now());
  const titleId = useId();
  const card = useRef<HTMLElement>(null);
  const { progress, give } = useAnswers(invitation, {
    onAccept: (accepted) => ownAccepts.expect(accepted, card.current),
    onAcceptRefused: ownAccepts.forget,
  });

  const { accept, reject, extend, withKeys } = useAnswerActions(invitation, progress, give);

  // IP-02. Keys that come sooner were pressed for the card before, or pressed twice.
  useActionKeys(withKeys, () => clock.now() - since >= meantAfterMs, 'assertive');

  useCardAlert(invitation);

  useFocusLeft(card, progress, onFocusLost);

  return (
    <article ref={card} className="preview-card" part={part('card')} aria-labelledby={titleId} tabIndex={-1}>
      <h3 id={titleId} className="preview-title" part={part('title')}>
        <Text id={`preview.title.${wayOf(invitation)}`} values={namesOf(invitation)} />
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
