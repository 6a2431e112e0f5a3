import { useId, useLayoutEffect, useRef } from 'react';
import { Banner, Text } from '@baton/ui';
import type { OfferedInvitation } from '@baton/contracts';
import { holdsFocus } from '../focus';
import { useWords } from '../texts';
import { useAnswers } from './answers';
import { useArrivalGuard } from './arrival-guard';
import { CardActions } from './card-actions';
import { useCardAlert } from './card-alert';
import { CardDetails } from './card-details';
import { Countdown } from './countdown';
import { namesOf } from './invitation-texts';
import type { OwnAccepts } from './own-accepts';
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
  onFocusLost(): void;
}) {
  const { t } = useWords();
  const titleId = useId();
  const card = useRef<HTMLElement>(null);
  const stopEarlyClick = useArrivalGuard(card);
  const { progress, give } = useAnswers(invitation, {
    onAccept: ownAccepts.expect,
    onAcceptRefused: ownAccepts.forget,
  });

  useCardAlert(invitation);

  useLayoutEffect(() => {
    const element = card.current;
    // Runs while the card is still in the page.
    return () => {
      if (element && holdsFocus(element)) onFocusLost();
    };
  }, [onFocusLost]);

  return (
    <article
      ref={card}
      className="preview-card"
      part={part('card')}
      aria-labelledby={titleId}
      tabIndex={-1}
      onClickCapture={stopEarlyClick}
    >
      <h3 id={titleId} className="preview-title" part={part('title')}>
        <Text id={`preview.title.${invitation.kind}`} values={namesOf(invitation)} />
      </h3>
      <CardDetails invitation={invitation} />
      <div className="preview-clock">
        <Countdown invitation={invitation} />
        {total > 1 && (
          <span className="preview-position" part={part('position')}>
            {t('preview.position', { index: 1, total })}
          </span>
        )}
      </div>
      <CardActions invitation={invitation} progress={progress} give={give} />
      {progress.state === 'refused' && <Banner severity="problem" title={progress.title} help={progress.help} />}
    </article>
  );
}
