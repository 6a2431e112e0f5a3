import { useId } from 'react';
import type { MouseEvent } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import { CopyButton, DoneIcon, InformationIcon, ProblemIcon, VisuallyHidden, WarningIcon, classNames } from '@baton/ui';
import type { Icon } from '@baton/ui';
import type { Notice, Severity } from '@baton/contracts';
import { useWords } from '../texts';
import { noticeText } from './notice-text';
import { NoticeTime } from './notice-time';
import { part } from '../parts';

const icons: Readonly<Record<Severity, Icon>> = {
  problem: ProblemIcon,
  warning: WarningIcon,
  information: InformationIcon,
  done: DoneIcon,
};

/** One entry of My Messages (MM-02). */
export function NoticeEntry({ notice, now }: { notice: Notice; now: number }) {
  const words = useWords();
  const titleId = useId();
  const { title, help } = noticeText(notice, words);
  const SeverityIcon = icons[notice.severity];
  return (
    <li>
      <article
        className={classNames('notice', !notice.read && 'notice-unread')}
        part={part('notice', `notice-${notice.severity}`, !notice.read && 'notice-unread')}
        aria-labelledby={titleId}
      >
        <p className={`notice-head notice-${notice.severity}`} part={part('notice-head')}>
          <SeverityIcon />
          <span className="notice-severity" part={part('notice-severity')}>
            {words.t(`severity.${notice.severity}`)}
          </span>
          {!notice.read && (
            <span className="notice-dot" part={part('notice-dot')}>
              <VisuallyHidden>{words.t('messages.unread')}</VisuallyHidden>
            </span>
          )}
          <NoticeTime at={notice.at} now={now} />
        </p>
        <h4 id={titleId} className="notice-title" part={part('notice-title')}>
          {title}
        </h4>
        {help !== undefined && (
          <p className="notice-help" part={part('notice-help')}>
            {help}
          </p>
        )}
        {notice.kind === 'draft.kept' && <KeptDraft text={notice.body ?? ''} />}
        {notice.interactionId !== undefined && (
          <OpenConversation notice={notice} interactionId={notice.interactionId} describedBy={titleId} />
        )}
      </article>
    </li>
  );
}

function KeptDraft({ text }: { text: string }) {
  const { t } = useWords();
  return (
    <>
      <blockquote className="notice-draft" part={part('notice-draft')} dir="auto">
        {text}
      </blockquote>
      <CopyButton text={text} label={t('common.copyText')} shown />
    </>
  );
}

/** Leads to the conversation while the agent still has it. */
function OpenConversation({
  notice,
  interactionId,
  describedBy,
}: {
  notice: Notice;
  interactionId: string;
  describedBy: string;
}) {
  const { t } = useWords();
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
