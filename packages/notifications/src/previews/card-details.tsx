import { caseFacts, useHost, useNow } from '@baton/module-kit';
import { Text, classNames, formatDuration } from '@baton/ui';
import type { Texts } from '@baton/ui';
import { isKnown } from '@baton/contracts';
import type { OfferedInvitation, Priority } from '@baton/contracts';
import { useTexts } from '../texts';
import type { TextId } from '../texts';
import { part } from '../parts';
import { hasOptedOut } from './invitation-texts';
import { Note } from './note';

/** How the customer is reached, for how long they wait, what is known of them, and what they wrote last. */
export function CardDetails({
  invitation,
  total,
  word,
}: {
  invitation: OfferedInvitation;
  /** How many invitations wait, with this one. */
  total: number;
  /** Stands in the place of number and waiting time, where they would say too little. */
  word: string | undefined;
}) {
  const { caseData, contact, from, lastMessage, note, priority, queue, segment } = invitation;
  const host = useHost();
  const ofCase = caseFacts(caseData, host.caseData?.preview, host);
  const { t } = useTexts();
  const address = contact.address?.display ?? contact.address?.value;
  const isOptedOut = hasOptedOut(invitation, host);
  const chips = [
    { name: 'consent', text: isOptedOut ? t('preview.optedOut') : undefined, isHigh: true },
    { name: 'segment', text: segment },
    { name: 'priority', text: priorityText(t, priority), isHigh: priority === 'high' },
    { name: 'queue', text: queue?.name },
  ];
  return (
    <>
      <div className="preview-facts" part={part('details')}>
        {/* Both take their room at all times, so that nothing moves when one takes the place of the other. */}
        <div className={classNames(word !== undefined && 'preview-unseen')}>
          {address !== undefined && (
            <p>
              <bdi translate="no">{address}</bdi>
            </p>
          )}
          <p className="preview-waits">
            <span>
              <Text id="preview.waits" values={{ duration: <Waiting since={invitation.waitingSince} /> }} />
            </span>
            <span className={classNames(total === 1 && 'preview-unseen')} part={part('position')}>
              {t('preview.position', { index: 1, total })}
            </span>
          </p>
        </div>
        <p className="preview-word" aria-hidden="true">
          {word}
        </p>
      </div>
      {chips.some(({ text }) => text !== undefined) && (
        <p className="preview-chips">
          {chips.map(({ name, text, isHigh }) =>
            text === undefined ? null : (
              <bdi
                key={name}
                className={classNames('preview-chip', isHigh && 'preview-chip-high')}
                part={part('chip')}
                translate="no"
              >
                {text}
              </bdi>
            ),
          )}
        </p>
      )}
      {ofCase.length > 0 && (
        <dl className="preview-case" part={part('case')}>
          {ofCase.map(({ key, label, text }) => (
            <div key={key}>
              <dt>
                <bdi>{label}</bdi>
              </dt>
              <dd>
                <bdi translate="no">{text}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {lastMessage && lastMessage.text !== '' && (
        <blockquote className="preview-quote" part={part('quote')} dir="auto" translate="no">
          <p>{lastMessage.text}</p>
        </blockquote>
      )}
      {lastMessage?.attachments !== undefined && lastMessage.attachments > 0 && (
        <p className="preview-details" part={part('details')}>
          {t('preview.attachments', { count: lastMessage.attachments })}
        </p>
      )}
      {note !== undefined && <Note agent={from?.name} note={note} />}
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
