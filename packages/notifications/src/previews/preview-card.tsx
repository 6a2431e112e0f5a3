import { useId, useRef, useState } from 'react';
import { ActionButton, useActionKeys, useHost } from '@baton/module-kit';
import { Banner, ExpandIcon, IconButton, Text, classNames, handsNow, meantAfterMs } from '@baton/ui';
import { useTexts } from '../texts';
import { AutoAnswerNote } from './auto-answer-on-demand';
import { useCardAlert } from './use-card-alert';
import { CardActions } from './card-actions';
import { CardDetails } from './card-details';
import { useCountdown } from './countdown';
import { namesOf, kindOf } from './invitation-texts';
import { Summary } from './summary';
import { useFocusLeft } from './use-focus-left';
import type { WaitingProps } from './waiting-props';
import { part } from '../parts';

/**
 * The invitation to answer next. It is announced, with a sound, but never takes focus. Where it is narrow it is one
 * line until the agent opens it.
 */
export function PreviewCard({
  invitation,
  progress,
  autoAcceptAt,
  actions,
  isOpen,
  total,
  onOpen,
  onClose,
  onFocusLost,
}: WaitingProps & {
  isOpen: boolean;
  /** How many invitations wait, with this one. */
  total: number;
  onClose: (() => void) | undefined;
}) {
  const { t } = useTexts();
  const { clock } = useHost();
  const [since] = useState(() => handsNow(clock));
  const titleId = useId();
  const card = useRef<HTMLElement>(null);
  const countdown = useCountdown(invitation);
  const { extend, withKeys } = actions;
  const kind = kindOf(invitation);
  const names = namesOf(invitation);

  // IP-02. Keys pressed sooner were meant for the card before this one, or are the second press of a double.
  useActionKeys(withKeys, () => handsNow(clock) - since >= meantAfterMs, 'assertive');

  useCardAlert(invitation, {
    isAnswered: progress.state === 'sending' && progress.answer === 'accept',
    autoAcceptAt,
  });

  useFocusLeft(card, progress, onFocusLost);

  return (
    <article
      ref={card}
      className={classNames('preview-card', !isOpen && 'preview-bar')}
      part={part('card', !isOpen && 'card-closed')}
      aria-labelledby={titleId}
      tabIndex={-1}
    >
      <div className="preview-countdown">{countdown.bar}</div>
      <h3 id={titleId} className="b-visually-hidden" part={part('title')}>
        <Text id={`preview.title.${kind}`} values={names} />
      </h3>
      {!isOpen && (
        <div className="preview-bar-line">
          <Summary invitation={invitation} actions={actions} onOpen={onOpen} command="preview.accept" />
        </div>
      )}
      {isOpen && (
        <>
          <div className="preview-head">
            <p className="preview-eyebrow" part={part('eyebrow')} aria-hidden="true">
              <Text id={`preview.eyebrow.${kind}`} values={names} />
            </p>
            {countdown.clock}
            {onClose && (
              <IconButton
                icon={ExpandIcon}
                size="sm"
                className="preview-close"
                part={part('close')}
                label={t('preview.close')}
                onClick={onClose}
              />
            )}
          </div>
          <div className="preview-head">
            <p className="preview-customer" part={part('customer')}>
              <bdi translate="no">{names.customer ?? t('name.unknown')}</bdi>
            </p>
            {/* Beside the time and away from the answers (IP-05). */}
            {extend && (
              <ActionButton
                action={extend}
                className="preview-extend"
                part={part('extend')}
                variant="quiet"
                size="sm"
                aria-label={extend.label}
              >
                {t('preview.extend.short')}
              </ActionButton>
            )}
          </div>
          <CardDetails invitation={invitation} total={total} word={countdown.word} />
          <AutoAnswerNote dueAt={autoAcceptAt} />
          <CardActions actions={actions} />
        </>
      )}
      {progress.state === 'refused' && <Banner severity="problem" title={progress.title} help={progress.help} />}
    </article>
  );
}
