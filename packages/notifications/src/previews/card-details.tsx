import { Fragment } from 'react';
import { useNow } from '@baton/module-kit';
import { Text, formatDuration } from '@baton/ui';
import type { OfferedInvitation } from '@baton/contracts';
import { useWords } from '../texts';
import { part } from '../parts';

/** Who waits, for how long, and what they wrote last. */
export function CardDetails({ invitation }: { invitation: OfferedInvitation }) {
  const { contact, from, lastMessage, note, priority, queue, segment } = invitation;
  const rank = [segment, priority].filter((word) => word !== undefined);
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
              {index > 0 && ' · '}
              <bdi>{word}</bdi>
            </Fragment>
          ))}
        </p>
      )}
      {lastMessage && (
        <blockquote className="preview-quote" part={part('quote')} dir="auto">
          {lastMessage.text}
        </blockquote>
      )}
      {note !== undefined && (
        <p className="preview-note" part={part('note')}>
          <Text id="preview.note" values={{ agent: from?.name, note }} />
        </p>
      )}
    </>
  );
}

function Waiting({ since }: { since: number }) {
  const words = useWords();
  return formatDuration(useNow(1000) - since, words);
}
