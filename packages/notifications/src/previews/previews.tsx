import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useDesktop, useStart } from '@baton/module-kit';
import { classNames } from '@baton/ui';
import { offeredInvitations } from '@baton/desktop';
import { useTexts } from '../texts';
import { useArrangement } from './use-arrangement';
import { useArrivalGuard } from './use-arrival-guard';
import { useFocusReturn } from './use-focus-return';
import { useOutcomes } from './use-outcomes';
import { OutcomeLine } from './outcome-line';
import { Pinned } from './pinned';
import { useOwnAccepts } from './use-own-accepts';
import { usePreviewFocus } from './use-preview-focus';
import { SoundHint } from './sound-hint';
import { useDesktopNotifications } from './use-desktop-notifications';
import { useKeptHeight } from './use-kept-height';
import { useWaitingAnnouncements } from './use-waiting-announcements';
import { WaitingInvitation } from './waiting-invitation';
import { part } from '../parts';

/** The region of incoming interactions, always there: one as a card, the others in a list, and how the last ones ended. */
export function Previews({ pinned = false }: { pinned?: boolean }) {
  const { t } = useTexts();
  const start = useStart();
  const headingId = useId();
  const region = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const waiting = useDesktop(offeredInvitations);
  const { order, card, held } = useArrangement(region);
  const ownAccepts = useOwnAccepts();
  const outcomes = useOutcomes(ownAccepts);
  const returnFocus = useFocusReturn(region, heading);
  const isWaiting = waiting.length > 0;
  const shown = isWaiting || outcomes.lines.length > 0;
  const stopEarlyClick = useArrivalGuard(region, shown);

  usePreviewFocus(region);
  useDesktopNotifications(waiting, region);
  useWaitingAnnouncements(
    order.flatMap((id) => waiting.find((one) => one.id === id) ?? []),
    card,
  );

  function dismiss(invitationId: string) {
    returnFocus('answered');
    outcomes.remove(invitationId);
  }

  function outcomeLine(id: string) {
    const invitation = outcomes.lines.find((line) => line.id === id);
    if (invitation === undefined) return null;
    return (
      <OutcomeLine
        key={id}
        invitation={invitation}
        isOwn={ownAccepts.isOwn(id)}
        held={held}
        onTimeUp={outcomes.remove}
        onDismiss={dismiss}
      />
    );
  }

  function item(id: string) {
    const invitation = waiting.find((one) => one.id === id);
    if (invitation === undefined) {
      const outcome = outcomeLine(id);
      return (
        outcome && (
          <Item key={id} ended>
            {outcome}
          </Item>
        )
      );
    }
    return (
      <Item key={id} ended={false}>
        <WaitingInvitation
          invitation={invitation}
          isCard={id === card}
          total={waiting.length}
          ownAccepts={ownAccepts}
          onFocusLost={returnFocus}
        />
      </Item>
    );
  }

  return (
    <section
      ref={region}
      className={classNames('previews', pinned && 'previews-holder')}
      part={part('previews')}
      aria-labelledby={headingId}
      tabIndex={-1}
      onClickCapture={stopEarlyClick}
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
      <Pinned pinned={pinned} shown={shown} awaitsAnswer={isWaiting}>
        {!shown && (
          <p className="previews-none" part={part('none')}>
            {start?.title ?? t('preview.none')}
          </p>
        )}
        {!shown && start?.help && (
          <p className="previews-none" part={part('none')}>
            {start.help}
          </p>
        )}
        {isWaiting && <SoundHint />}
        {isWaiting && (
          <ul className="previews-list" part={part('list')}>
            {order.map(item)}
          </ul>
        )}
        {outcomes.lines.filter(({ id }) => !isWaiting || !order.includes(id)).map(({ id }) => outcomeLine(id))}
      </Pinned>
    </section>
  );
}

/** An item of the list. How its invitation ended is shown in the same item, which keeps its height: nothing moves. */
function Item({ ended, children }: { ended: boolean; children: ReactNode }) {
  const item = useKeptHeight<HTMLLIElement>(ended);
  return <li ref={item}>{children}</li>;
}
