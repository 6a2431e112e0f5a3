import { useId, useRef } from 'react';
import { classNames } from '@baton/ui';
import { useWords } from '../texts';
import { useAttention } from './attention';
import { useFocusReturn } from './focus-return';
import { useOutcomes } from './outcomes';
import { OutcomeLine } from './outcome-line';
import { Pinned } from './pinned';
import { useOwnAccepts } from './own-accepts';
import { PreviewCard } from './preview-card';
import { usePreviewFocus } from './preview-focus';
import { useQueue } from './queue';
import { SoundHint } from './sound-hint';
import { useDesktopNotifications } from './desktop-notifications';
import { useWaitingAnnouncements } from './waiting-announcements';
import { part } from '../parts';

/** The permanent region of incoming interactions: one card at a time, and how the last ones ended. */
export function Previews({ pinned = false }: { pinned?: boolean }) {
  const { t } = useWords();
  const headingId = useId();
  const region = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const queue = useQueue();
  const [current] = queue;
  const ownAccepts = useOwnAccepts();
  const outcomes = useOutcomes(ownAccepts.isOwn);
  const returnFocus = useFocusReturn(region, heading);

  useAttention(queue.length);
  usePreviewFocus(region);
  useDesktopNotifications(queue, region);
  useWaitingAnnouncements(queue);

  function dismiss(invitationId: string) {
    returnFocus();
    outcomes.remove(invitationId);
  }

  return (
    <section
      ref={region}
      className={classNames('previews', pinned && 'previews-holder')}
      part={part('previews')}
      aria-labelledby={headingId}
      tabIndex={-1}
    >
      <h2
        ref={heading}
        id={headingId}
        className={pinned ? 'b-visually-hidden' : 'previews-heading'}
        part={part('heading')}
        tabIndex={-1}
      >
        {t('preview.region')}
      </h2>
      <Pinned pinned={pinned} shown={current !== undefined || outcomes.lines.length > 0}>
        {current === undefined ? (
          outcomes.lines.length === 0 && (
            <p className="previews-none" part={part('none')}>
              {t('preview.none')}
            </p>
          )
        ) : (
          <PreviewCard
            key={current.id}
            invitation={current}
            total={queue.length}
            ownAccepts={ownAccepts}
            onFocusLost={returnFocus}
          />
        )}
        <SoundHint shown={current !== undefined} />
        {outcomes.lines.map((invitation) => (
          <OutcomeLine key={invitation.id} invitation={invitation} onTimeUp={outcomes.remove} onDismiss={dismiss} />
        ))}
      </Pinned>
    </section>
  );
}
