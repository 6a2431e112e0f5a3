import { Fragment } from 'react';
import { useNow } from '@baton/module-kit';
import { Text, formatDuration } from '@baton/ui';
import type { Texts } from '@baton/ui';
import { isKnown } from '@baton/contracts';
import type { OfferedInvitation, Priority } from '@baton/contracts';
import { useTexts } from '../texts';
import type { TextId } from '../texts';
import { part } from '../parts';

/** Who waits, for how long, and what they wrote last. */
export function CardDetails({ invitation }: { invitation: OfferedInvitation }) {
  const { contact, from, lastMessage, note, priority, queue, segment } = invitation;
  const { t } = useTexts();
  const rank = [segment, priorityIn(t, priority)].filter((word) => word !== undefined);
  return (
    <>
      <p className="preview-details" part={part('details')}>
        <Text
          id={queue ? 'preview.details' : 'preview.details.noQueue'}
          values={{ customer: contact.name, queue: queue?.name, duration: <Waiting since={invitation.waitingSince} /> }}
        />
      </p>
      {rank.length > 0 && (
        <p className="preview-details" part={part('details')}>
          {rank.map((word, index) => (
            <Fragment key={index}>
              {index > 0 && <span>{' · '}</span>}
              <bdi translate="no">{word}</bdi>
            </Fragment>
          ))}
        </p>
      )}
      {lastMessage && lastMessage.text !== '' && (
        <blockquote className="preview-quote" part={part('quote')} dir="auto" translate="no">
          {lastMessage.text}
        </blockquote>
      )}
      {lastMessage?.attachments ? (
        <p className="preview-details" part={part('details')}>
          {t('preview.attachments', { count: lastMessage.attachments })}
        </p>
      ) : null}
      {note !== undefined && (
        <p className="preview-note" part={part('note')}>
          <Text id="preview.note" values={{ agent: from?.name, note }} />
        </p>
      )}
    </>
  );
}

/** One that is unknown here says nothing. */
function priorityIn(t: Texts<TextId>['t'], priority: Priority | undefined): string | undefined {
  if (priority === undefined) return undefined;
  if (typeof priority === 'object') return priority.text;
  return isKnown(priority) ? t(`preview.priority.${priority}`) : undefined;
}

function Waiting({ since }: { since: number }) {
  const words = useTexts();
  return <span>{formatDuration(useNow(1000) - since, words)}</span>;
}
