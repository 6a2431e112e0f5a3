import { useId, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useDesktop, useHost, useStart } from '@baton/module-kit';
import { classNames } from '@baton/ui';
import { offeredInvitations } from '@baton/desktop';
import { useTexts } from '../texts';
import { AcceptAll } from './accept-all';
import { AutoAnswerOnDemand } from './auto-answer-on-demand';
import { RejectingLine } from './rejecting-line';
import { useAnswers } from './use-answers';
import { useAutoAccepts } from './use-auto-accepts';
import { useArrangement } from './use-arrangement';
import { useArrivalGuard } from './use-arrival-guard';
import { useFocusReturn } from './use-focus-return';
import { useOutcomes } from './use-outcomes';
import { LockedLine } from './locked-line';
import { OutcomeLine } from './outcome-line';
import { Pinned } from './pinned';
import { useOwnAccepts } from './use-own-accepts';
import { usePreviewFocus } from './use-preview-focus';
import { SoundHint } from './sound-hint';
import { useDesktopNotifications } from './use-desktop-notifications';
import { useKeptHeight } from './use-kept-height';
import { useNarrowWindow } from './use-narrow-window';
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
  const places = useRef(new Map<string, HTMLElement>());
  const ownAccepts = useOwnAccepts();
  const answers = useAnswers(ownAccepts, (id) => places.current.get(id) ?? null);
  const rejected = answers.rejections.list;
  const offered = useDesktop(offeredInvitations);
  const unanswered = useMemo(
    () => offered.filter(({ id }) => !rejected.some(({ invitation }) => invitation.id === id)),
    [offered, rejected],
  );
  const autoAccepts = useAutoAccepts(unanswered, answers.progressOf);
  const isHidden = useHost().autoAnswer?.preview === false;
  const hidden = isHidden ? autoAccepts.map(({ invitation }) => invitation.id).join() : '';
  const waiting = useMemo(
    () => (hidden === '' ? unanswered : unanswered.filter(({ id }) => !hidden.split(',').includes(id))),
    [unanswered, hidden],
  );
  const { order, card, held, open } = useArrangement(region, waiting);
  const outcomes = useOutcomes(ownAccepts);
  const returnFocus = useFocusReturn(region, heading);
  const closes = useNarrowWindow() && !pinned;
  const [opened, setOpened] = useState<string>();
  const isWaiting = waiting.length > 0;
  const isLocked = useDesktop((state) => state.locked !== undefined);
  const shown = isWaiting || isLocked || rejected.length > 0 || outcomes.lines.length > 0;
  const stopEarlyClick = useArrivalGuard(region, shown);
  const ended = [...rejected.map(({ invitation }) => invitation.id), ...outcomes.lines.map(({ id }) => id)];

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

  /** How an invitation has ended, or is about to. */
  function endOf(id: string) {
    // They name customers, as they were when it ended.
    if (isLocked) return null;
    const rejection = rejected.find(({ invitation }) => invitation.id === id);
    if (rejection !== undefined)
      return (
        <RejectingLine
          key={id}
          rejection={rejection}
          hasKeys={rejection === rejected.findLast(({ isSent }) => !isSent)}
          onUndo={() => undo(id)}
        />
      );
    const outcome = outcomes.lines.find((line) => line.id === id);
    if (outcome === undefined) return null;
    return (
      <OutcomeLine
        key={id}
        invitation={outcome}
        isOwn={ownAccepts.isOwn(id)}
        held={held}
        onTimeUp={outcomes.remove}
        onDismiss={dismiss}
      />
    );
  }

  function undo(id: string) {
    returnFocus('answered');
    answers.rejections.undo(id);
  }

  function item(id: string) {
    const invitation = waiting.find((one) => one.id === id);
    if (invitation === undefined) {
      const end = endOf(id);
      return (
        end && (
          <Item key={id} ended>
            {end}
          </Item>
        )
      );
    }
    const form = id !== card ? 'row' : closes && opened !== id ? 'bar' : 'card';
    return (
      <Item
        key={id}
        ended={false}
        onPlace={(place) => {
          if (place === null) places.current.delete(id);
          else places.current.set(id, place);
        }}
      >
        <WaitingInvitation
          invitation={invitation}
          form={form}
          total={waiting.length}
          answers={answers}
          autoAcceptAt={autoAccepts.find((one) => one.invitation.id === id)?.dueAt}
          onOpen={() => {
            open(id);
            setOpened(id);
            returnFocus('gone');
          }}
          onClose={
            closes
              ? () => {
                  setOpened(undefined);
                  returnFocus('gone');
                }
              : undefined
          }
          onFocusLost={(because) => returnFocus(answers.rejections.has(id) ? 'answered' : because)}
        />
      </Item>
    );
  }

  return (
    <section
      ref={region}
      className={classNames('previews', pinned && 'previews-holder', closes && shown && 'previews-tight')}
      part={part('previews')}
      aria-labelledby={headingId}
      tabIndex={-1}
      onClickCapture={stopEarlyClick}
    >
      <AutoAnswerOnDemand
        accepts={autoAccepts}
        accept={answers.acceptForAgent}
        isAnswering={(id) => Boolean(places.current.get(id)?.querySelector('[role="menu"], input, textarea'))}
      />
      <div className="previews-head">
        <h2
          ref={heading}
          id={headingId}
          className={pinned ? 'b-visually-hidden' : 'previews-heading'}
          part={part('heading')}
          tabIndex={-1}
        >
          {t('preview.region')}
        </h2>
        {!pinned && <AcceptAll waiting={waiting} answers={answers} />}
      </div>
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
        <LockedLine />
        {isWaiting && <SoundHint />}
        {isWaiting && (
          <ul className="previews-list" part={part('list')}>
            {order.map(item)}
          </ul>
        )}
        {pinned && <AcceptAll waiting={waiting} answers={answers} />}
        {ended.filter((id) => !isWaiting || !order.includes(id)).map(endOf)}
      </Pinned>
    </section>
  );
}

/** An item of the list. How its invitation ended is shown in the same item, which keeps its height: nothing moves. */
function Item({
  ended,
  onPlace,
  children,
}: {
  ended: boolean;
  onPlace?(place: HTMLElement | null): void;
  children: ReactNode;
}) {
  const item = useKeptHeight<HTMLLIElement>(ended);
  return (
    <li ref={item}>
      <div ref={onPlace}>{children}</div>
    </li>
  );
}
