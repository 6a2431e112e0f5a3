import { memo } from 'react';
import { Avatar, balanced, classNames, formatDateTime, formatTime } from '@baton/ui';
import type { Reader } from '@baton/ui';
import { Attachments } from '../attachments/attachments';
import { useTexts } from '../texts';
import type { Bubble } from './arrange';
import { MessageText } from './message-text';
import { isSameRow } from './same-row';
import { Status } from './status';
import { Unsent } from './unsent';
import { part } from '../parts';

export interface BubbleRowProps {
  row: Bubble;
  reader: Reader;
  interactionId: string;
  customer: string | undefined;
}

/** One message. */
export const BubbleRow = memo(function BubbleRow({ row, reader, interactionId, customer }: BubbleRowProps) {
  const { side, sender, at, text, attachments, index, status, opens, closes, lastOwn, duringHandOver } = row;
  const texts = useTexts();
  const name = sender ?? texts.t('sms.you');
  const time = formatTime(at, reader);
  const isColleague = side === 'agent' && sender !== undefined;
  return (
    <li
      data-index={index}
      className={classNames(
        'sms-row',
        `sms-row-${side}`,
        isColleague && 'sms-row-colleague',
        opens && 'sms-row-opens',
        closes && 'sms-row-closes',
      )}
      part={part(
        'message',
        `message-${side}`,
        isColleague && 'message-colleague',
        status?.state === 'failed' && 'message-failed',
      )}
      // SW-03: what agents have written themselves is not read to them.
      aria-live={sender === undefined ? 'off' : undefined}
    >
      <div className="sms-bubble" part={part('bubble')}>
        <span className="b-visually-hidden">{texts.t('sms.said', { sender: name, time })}</span>
        {text === '' ? null : <MessageText text={text} index={index} />}
        {attachments ? <Attachments attachments={attachments} /> : null}
      </div>
      {isColleague && closes ? <Avatar name={sender} size="sm" /> : null}
      {closes || lastOwn ? (
        <p className="sms-meta" part={part('message-meta')}>
          <span aria-hidden="true">
            {side === 'customer' ? null : (
              <>
                <bdi translate="no">{balanced(name)}</bdi>
                <span> · </span>
              </>
            )}
            <time dateTime={new Date(at).toISOString()} title={formatDateTime(at, reader)}>
              {time}
            </time>
          </span>
          {duringHandOver ? <span>{` · ${texts.t('sms.duringHandOver')}`}</span> : null}
          {status ? (
            <>
              <span aria-hidden="true"> · </span>
              <Status status={status} inWords={lastOwn || status.state === 'failed'} />
            </>
          ) : null}
        </p>
      ) : null}
      {status?.state === 'failed' ? (
        <Unsent index={index} status={status} interactionId={interactionId} customer={customer} />
      ) : null}
    </li>
  );
}, isSameRow);
