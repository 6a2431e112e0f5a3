import { useId, useRef, useState } from 'react';
import { useHost } from '@baton/module-kit';
import { Banner, Text, classNames } from '@baton/ui';
import type { OfferedInvitation } from '@baton/contracts';
import { useWords } from '../texts';
import { useAnswers } from './answers';
import type { Answer } from './answers';
import { guardMs } from './arrival-guard';
import { CardActions } from './card-actions';
import { useCardAlert } from './card-alert';
import { CardDetails } from './card-details';
import { Countdown } from './countdown';
import { MoreTime } from './more-time';
import { namesOf } from './invitation-texts';
import type { OwnAccepts } from './own-accepts';
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
  const { t } = useWords();
  const { clock } = useHost();
  const [since] = useState(() => clock.now());
  const titleId = useId();
  const card = useRef<HTMLElement>(null);
  const { progress, give } = useAnswers(invitation, {
    onAccept: (accepted) => ownAccepts.expect(accepted, card.current),
    onAcceptRefused: ownAccepts.forget,
  });

  // Keys that come sooner were pressed for the card before, or pressed twice.
  const onKeys = (answer: Answer) => {
    if (clock.now() - since >= guardMs) give(answer);
  };

  useCardAlert(invitation);

  useFocusLeft(card, progress, onFocusLost);

  return (
    <article ref={card} className="preview-card" part={part('card')} aria-labelledby={titleId} tabIndex={-1}>
      <h3 id={titleId} className="preview-title" part={part('title')}>
        <Text id={`preview.title.${invitation.kind}`} values={namesOf(invitation)} />
      </h3>
      <CardDetails invitation={invitation} />
      <div className="preview-clock">
        <Countdown invitation={invitation} />
        <span className={classNames('preview-position', total === 1 && 'preview-unseen')} part={part('position')}>
          {t('preview.position', { index: 1, total })}
        </span>
        <MoreTime
          invitation={invitation}
          progress={progress}
          onExtend={() => give('extend')}
          onKeys={() => onKeys('extend')}
        />
      </div>
      <CardActions progress={progress} give={give} onKeys={onKeys} />
      {progress.state === 'refused' && <Banner severity="problem" title={progress.title} help={progress.help} />}
    </article>
  );
}
