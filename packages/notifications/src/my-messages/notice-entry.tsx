import { useId } from 'react';
import type { MouseEvent } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import {
  CopyButton,
  DeleteIcon,
  DoneIcon,
  IconButton,
  InformationIcon,
  ProblemIcon,
  VisuallyHidden,
  WarningIcon,
  classNames,
} from '@baton/ui';
import type { Icon } from '@baton/ui';
import { knownOr } from '@baton/contracts';
import type { Known, Notice, Severity } from '@baton/contracts';
import { useTexts } from '../texts';
import { noticeText } from './notice-text';
import { NoticeTime } from './notice-time';
import { part } from '../parts';

const icons: Readonly<Record<Known<Severity>, Icon>> = {
  problem: ProblemIcon,
  warning: WarningIcon,
  information: InformationIcon,
  done: DoneIcon,
};

/** One entry of My Messages (MM-02). */
export function NoticeEntry({
  notice,
  now,
  onDelete,
}: {
  notice: Notice;
  now: number;
  onDelete(noticeId: string): void;
}) {
  const texts = useTexts();
  const { t } = texts;
  const titleId = useId();
  const capabilities = useDesktop((state) => state.capabilities);
  const { title, help } = noticeText(notice, texts, capabilities, useHost());
  const severity = knownOr(notice.severity, 'information');
  const SeverityIcon = icons[severity];
  return (
    <li>
      <article
        className={classNames('notice', !notice.read && 'notice-unread')}
        part={part('notice', `notice-${severity}`, !notice.read && 'notice-unread')}
        aria-labelledby={titleId}
        tabIndex={-1}
      >
        <div className={`notice-head notice-${severity}`} part={part('notice-head')}>
          <SeverityIcon />
          <span className="notice-severity" part={part('notice-severity')}>
            {t(`severity.${severity}`)}
          </span>
          {!notice.read && (
            <span className="notice-dot" part={part('notice-dot')}>
              <VisuallyHidden>{t('messages.unread')}</VisuallyHidden>
            </span>
          )}
          <Priority notice={notice} />
          <NoticeTime at={notice.at} now={now} />
          <IconButton
            className="notice-delete"
            part={part('notice-delete')}
            size="sm"
            icon={DeleteIcon}
            label={t('messages.delete', { title })}
            onClick={() => onDelete(notice.id)}
          />
        </div>
        <h4 id={titleId} className="notice-title" part={part('notice-title')}>
          {title}
        </h4>
        {help !== undefined && (
          <p className="notice-help" part={part('notice-help')}>
            {help}
          </p>
        )}
        {notice.kind === 'draft.kept' && <KeptDraft text={notice.text} />}
        {notice.interactionId !== undefined && (
          <OpenConversation notice={notice} interactionId={notice.interactionId} describedBy={titleId} />
        )}
      </article>
    </li>
  );
}

/** The usual priority is not shown. */
function Priority({ notice }: { notice: Notice }) {
  const { t } = useTexts();
  if (notice.kind !== 'broadcast' && notice.kind !== 'service') return null;
  const { priority } = notice;
  if (priority !== 'high' && priority !== 'low') return null;
  return (
    <span className="notice-priority" part={part('notice-priority')}>
      {t(`messages.priority.${priority}`)}
    </span>
  );
}

function KeptDraft({ text }: { text: string }) {
  const { t } = useTexts();
  return (
    <>
      <blockquote className="notice-draft" part={part('notice-draft')} dir="auto" translate="no">
        {text}
      </blockquote>
      <CopyButton text={text} label={t('messages.copyText')} shown />
    </>
  );
}

/** A link to the conversation, while the agent has it. */
function OpenConversation({
  notice,
  interactionId,
  describedBy,
}: {
  notice: Notice;
  interactionId: string;
  describedBy: string;
}) {
  const { t } = useTexts();
  const { bus, commands } = useHost();
  const exists = useDesktop((state) => state.interactions[interactionId] !== undefined);
  if (!exists) return null;

  function open(event: MouseEvent) {
    event.preventDefault();
    if (!notice.read) commands.markNoticesRead([notice.id]);
    // A host without windows has nothing to open; the entry stays as it is.
    void bus.request('interaction.open', { interactionId, focus: true }).catch(() => undefined);
  }

  return (
    <a
      className="notice-link"
      part={part('notice-link')}
      href={`#${interactionId}`}
      aria-describedby={describedBy}
      onClick={open}
    >
      {t('messages.open')}
    </a>
  );
}
