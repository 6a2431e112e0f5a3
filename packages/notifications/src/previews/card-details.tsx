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
  const labels = [segment, priorityText(t, priority)].filter((label) => label !== undefined);
  return (
    <>
      <p className="preview-details" part={part('details')}>
        <Text
          id={queue ? 'preview.details' : 'preview.details.noQueue'}
          values={{ customer: contact.name, queue: queue?.name, duration: <Waiting since={invitation.waitingSince} /> }}
        />
      </p>
      {labels.length > 0 && (
        <p className="preview-details" part={part('details')}>
          {labels.map((label, index) => (
            <Fragment key={index}>
              {index > 0 && <span>{' · '}</span>}
              <bdi translate="no">{label}</bdi>
            </Fragment>
          ))}
        </p>
      )}
      {lastMessage && lastMessage.text !== '' && (
        <blockquote className="preview-quote" part={part('quote')} dir="auto" translate="no">
          {lastMessage.text}
        </blockquote>
      )}
      {lastMessage?.attachments !== undefined && lastMessage.attachments > 0 && (
        <p className="preview-details" part={part('details')}>
          {t('preview.attachments', { count: lastMessage.attachments })}
        </p>
      )}
      {note !== undefined && (
        <p className="preview-note" part={part('note')}>
          <Text id="preview.note" values={{ agent: from?.name, note }} />
        </p>
      )}
    </>
  );
}

/** A word for the priority; none for one that this version does not know. */
function priorityText(t: Texts<TextId>['t'], priority: Priority | undefined): string | undefined {
  if (priority === undefined) return undefined;
  if (typeof priority === 'object') return priority.text;
  return isKnown(priority) ? t(`preview.priority.${priority}`) : undefined;
}

function Waiting({ since }: { since: number }) {
  const texts = useTexts();
  return <span>{formatDuration(useNow(1000) - since, texts)}</span>;
}
