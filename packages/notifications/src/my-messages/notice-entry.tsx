import { useId, useRef } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import {
  DeleteIcon,
  DoneIcon,
  ExpandIcon,
  IconButton,
  InformationIcon,
  MarkReadIcon,
  MoreIcon,
  ProblemIcon,
  MarkUnreadIcon,
  VisuallyHidden,
  WarningIcon,
  classNames,
} from '@baton/ui';
import type { Icon } from '@baton/ui';
import { isUnread } from '@baton/desktop';
import { knownOr } from '@baton/contracts';
import type { Known, Notice, NoticePriority, Severity } from '@baton/contracts';
import { useTexts } from '../texts';
import { part } from '../parts';
import { isFailedTransfer, sinceThen } from './failed-transfer';
import { NoticeActions } from './notice-actions';
import { isExpired, needsAcknowledgement, priorityOf } from './notice-priority';
import { noticeText } from './notice-text';
import { NoticeTime } from './notice-time';

/** The usual priority is not shown. */
const priorityIcons: Readonly<Record<Exclude<Known<NoticePriority>, 'normal'>, Icon>> = {
  important: ProblemIcon,
  high: WarningIcon,
  low: ExpandIcon,
  minimal: MoreIcon,
};

const icons: Readonly<Record<Known<Severity>, Icon>> = {
  problem: ProblemIcon,
  warning: WarningIcon,
  information: InformationIcon,
  done: DoneIcon,
};

export interface NoticeEntryProps {
  notice: Notice;
  now: number;
  /** Whether the Tab key leads to this entry. */
  isTabStop: boolean;
  onDelete(noticeId: string): void;
  onMark(noticeId: string, as: 'read' | 'unread'): void;
}

/** One entry of My Messages (MM-02). */
export function NoticeEntry({ notice, now, isTabStop, onDelete, onMark }: NoticeEntryProps) {
  const texts = useTexts();
  const { t } = texts;
  const titleId = useId();
  const entry = useRef<HTMLElement>(null);
  const capabilities = useDesktop((state) => state.capabilities);
  const unread = useDesktop((state) => isUnread(state, notice));
  const since = useDesktop((state) => {
    const known = isFailedTransfer(notice) ? sinceThen(state, notice) : undefined;
    return known && t(known.id, { target: known.target });
  });
  const { title, help } = noticeText(notice, texts, capabilities, useHost());
  const severity = knownOr(notice.severity, 'information');
  const SeverityIcon = icons[severity];
  const expired = isExpired(notice, now);
  const given = priorityOf(notice);
  const priority = expired || given === 'normal' ? undefined : given;
  const words = since ?? help;
  return (
    <li>
      <article
        ref={entry}
        className={classNames(
          'notice',
          `notice-${severity}`,
          unread && 'notice-unread',
          priority && `notice-${priority}`,
        )}
        part={part('notice', `notice-${severity}`, unread && 'notice-unread', priority && `notice-${priority}`)}
        aria-labelledby={titleId}
        tabIndex={isTabStop ? 0 : -1}
        data-notice={notice.id}
      >
        <span className="notice-severity" part={part('notice-severity')}>
          <SeverityIcon />
          <VisuallyHidden>{t(`severity.${severity}`)}</VisuallyHidden>
        </span>
        <div className="notice-body">
          <h4 id={titleId} className="notice-title" part={part('notice-title')}>
            {title}
          </h4>
          {priority && <Priority priority={priority} />}
          {expired && (
            <span className="notice-priority" part={part('notice-priority')}>
              {t('messages.expired')}
            </span>
          )}
          {words !== undefined && (
            // The contact centre's own words may have lines, and be in any language.
            <p className="notice-help" part={part('notice-help')} dir={given && 'auto'}>
              {words}
            </p>
          )}
          {notice.kind === 'draft.kept' && (
            <blockquote className="notice-draft" part={part('notice-draft')} dir="auto" translate="no">
              {notice.text}
            </blockquote>
          )}
          <NoticeActions
            notice={notice}
            describedBy={titleId}
            onAcknowledge={unread && needsAcknowledgement(notice, now) ? () => onMark(notice.id, 'read') : undefined}
            onGone={() => entry.current?.focus()}
          />
        </div>
        <div className="notice-head" part={part('notice-head')}>
          <span className="notice-when">
            {unread && (
              <span className="notice-dot" part={part('notice-dot')}>
                <VisuallyHidden>{t('messages.unread')}</VisuallyHidden>
              </span>
            )}
            <NoticeTime at={notice.at} now={now} />
          </span>
          <span className="notice-buttons">
            <IconButton
              part={part('notice-mark')}
              size="sm"
              tabIndex={-1}
              icon={unread ? MarkReadIcon : MarkUnreadIcon}
              label={t(unread ? 'messages.markRead' : 'messages.markUnread', { title })}
              onClick={() => onMark(notice.id, unread ? 'read' : 'unread')}
            />
            <IconButton
              part={part('notice-delete')}
              size="sm"
              tabIndex={-1}
              icon={DeleteIcon}
              label={t('messages.delete', { title })}
              onClick={() => onDelete(notice.id)}
            />
          </span>
        </div>
      </article>
    </li>
  );
}

function Priority({ priority }: { priority: keyof typeof priorityIcons }) {
  const { t } = useTexts();
  const PriorityIcon = priorityIcons[priority];
  return (
    <span className="notice-priority" part={part('notice-priority')}>
      <PriorityIcon />
      <span>{t(`messages.priority.${priority}`)}</span>
    </span>
  );
}
