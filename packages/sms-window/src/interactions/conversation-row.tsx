import { memo } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import { Avatar, VisuallyHidden, classNames, formatDateTime, formatTime, shallowEqual } from '@baton/ui';
import type { Reader } from '@baton/ui';
import { useTexts } from '../texts';
import type { Texts } from '@baton/ui';
import { part } from '../parts';
import { RowNotes } from './row-notes';
import { rowOf } from './row';
import type { LastText } from './row';
import type { TextId } from '../texts';

export interface ConversationRowProps {
  interactionId: string;
  isInFront: boolean;
  /** Whether the Tab key leads to this row. */
  isTabStop: boolean;
  reader: Reader;
  onFocus(interactionId: string): void;
  onOpen(interactionId: string): void;
}

/** One conversation of the list: who, what was said last and when, how much of it is unread, and what has to be known of it. */
export const ConversationRow = memo(function ConversationRow({
  interactionId,
  isInFront,
  isTabStop,
  reader,
  onFocus,
  onOpen,
}: ConversationRowProps) {
  const texts = useTexts();
  const { t } = texts;
  const { agent } = useHost();
  const name = useDesktop(({ interactions }) => interactions[interactionId]?.contact.name);
  const row = useDesktop((state) => rowOf(state, interactionId, agent.id), shallowEqual);
  const { unread, at } = row;
  const writer = writerOf(row, texts);

  return (
    <button
      type="button"
      className="interactions-row"
      part={part('conversation', isInFront && 'conversation-current', unread > 0 && 'conversation-unread')}
      aria-current={isInFront}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={() => onFocus(interactionId)}
      onClick={() => onOpen(interactionId)}
    >
      <Avatar kind="agent" size="lg" name={name ?? ''} />
      <span className="interactions-texts">
        <span className="interactions-line">
          <bdi
            className={classNames('interactions-name', unread > 0 && 'interactions-name-unread')}
            part={part('conversation-name')}
            translate="no"
          >
            {name ?? t('name.unknown')}
          </bdi>
          {at !== undefined && (
            <time
              className="interactions-time"
              part={part('conversation-time')}
              dateTime={new Date(at).toISOString()}
              title={formatDateTime(at, reader)}
            >
              {formatTime(at, reader)}
            </time>
          )}
        </span>
        <span className="interactions-line interactions-last">
          {writer !== undefined && <span className="interactions-text interactions-writer">{writer}</span>}
          <span className="interactions-text" part={part('conversation-text')} dir="auto" translate="no">
            {wordsOf(row, texts)}
          </span>
          {unread > 0 && (
            <span className="interactions-unread" part={part('conversation-count')}>
              <span aria-hidden="true">{t('interactions.unread.short', { count: unread })}</span>
              <VisuallyHidden>{t('interactions.unread', { count: unread })}</VisuallyHidden>
            </span>
          )}
        </span>
        <RowNotes row={row} isInFront={isInFront} />
      </span>
    </button>
  );
});

/** Who wrote the last text, unless it was the customer. */
function writerOf({ writer, author = '' }: LastText, { t }: Texts<TextId>): string | undefined {
  if (writer === 'self') return t('interactions.you');
  return writer === 'colleague' ? t('interactions.colleague', { agent: author }) : undefined;
}

function wordsOf({ writer, text }: LastText, { t }: Texts<TextId>): string {
  if (writer === undefined) return t('sms.empty');
  return text || t('sms.attachment');
}
