import { memo } from 'react';
import { VisuallyHidden, balanced, classNames, formatTime, shallowEqual } from '@baton/ui';
import type { Reader } from '@baton/ui';
import { useTexts } from '../texts';
import type { Bubble } from './arrange';
import { MessageText } from './message-text';
import { Status } from './status';
import { Unsent } from './unsent';
import { part } from '../parts';

export interface BubbleRowProps {
  bubble: Bubble;
  reader: Reader;
  interactionId: string;
  customer: string;
}

/** One message. Drawn again only when something in it has changed. */
export const BubbleRow = memo(
  function BubbleRow({ bubble, reader, interactionId, customer }: BubbleRowProps) {
    const { side, sender, at, text, index, status, opens, closes, lastOwn } = bubble;
    const texts = useTexts();
    const name = sender ?? texts.t('common.you');
    const time = formatTime(at, reader);
    return (
      <li
        className={classNames('sms-row', `sms-row-${side}`, opens && 'sms-row-opens', closes && 'sms-row-closes')}
        part={part('message', `message-${side}`, status?.state === 'failed' && 'message-failed')}
        // SW-03: what agents have written themselves is not read to them.
        aria-live={sender === undefined ? 'off' : undefined}
      >
        <div className="sms-bubble" part={part('bubble')}>
          <VisuallyHidden>{texts.t('sms.said', { sender: name, time })}</VisuallyHidden>
          <MessageText text={text} />
        </div>
        {closes || lastOwn ? (
          <p className="sms-meta" part={part('message-meta')}>
            <span aria-hidden="true">
              <bdi>{balanced(name)}</bdi> · {time}
            </span>
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
  },
  (before, after) =>
    shallowEqual({ ...before, bubble: undefined }, { ...after, bubble: undefined }) &&
    shallowEqual(before.bubble, after.bubble),
);
