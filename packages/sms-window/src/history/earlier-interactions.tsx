import { useId, useState } from 'react';
import type { EarlierInteraction, EarlierInteractionPage } from '@baton/contracts';
import { isLive } from '@baton/desktop';
import { useDesktop, useSheet } from '@baton/module-kit';
import { Button, ErrorState, ExpandIcon, formatDay } from '@baton/ui';
import type { Reader } from '@baton/ui';
import { part } from '../parts';
import { useTexts } from '../texts';
import { PastMessages } from './past-messages';
import { useEarlierInteractions } from './use-earlier-interactions';
import sheet from './history.css';

interface HistoryProps {
  interactionId: string;
  customer: string | undefined;
  reader: Reader;
}

/** The customer's conversations of before, each of which opens where it stands. Nothing where there are none. */
export function EarlierInteractions(props: HistoryProps) {
  const isKnown = useDesktop(({ capabilities }) => capabilities?.earlierInteractions === true);
  return isKnown && <History {...props} />;
}

function History(props: HistoryProps) {
  useSheet(sheet);
  const headingId = useId();
  const { t } = useTexts();
  const first = useEarlierInteractions(props.interactionId);
  const live = useDesktop(isLive);
  // Without a connection nothing comes soon, and another attempt would be in vain.
  if (first.state !== 'ready' && !live) return null;
  if (first.state === 'loading') return <div aria-busy="true" />;
  if (first.state === 'ready' && first.value.interactions.length === 0) return null;
  // The agent may not see them, or the conversation has gone: another attempt would be refused as well.
  if (first.state === 'failed' && !first.retryable) return null;
  return (
    <div className="sms-history" part={part('earlier-interactions')} role="group" aria-labelledby={headingId}>
      <h3 id={headingId} className="sms-details-heading">
        {t('sms.earlier.title')}
      </h3>
      {first.state === 'failed' ? (
        <Failed failed={first} />
      ) : (
        <ul role="list" className="sms-history-list">
          <Page page={first.value} {...props} />
        </ul>
      )}
    </div>
  );
}

/** The items of a page, and after them those of the next one, when the agent asks for them. */
function Page({ page, ...props }: HistoryProps & { page: EarlierInteractionPage }) {
  const { t } = useTexts();
  const [isLonger, setLonger] = useState(false);
  const last = page.interactions.at(-1);
  return (
    <>
      {page.interactions.map((interaction) => (
        <Item key={interaction.id} interaction={interaction} customer={props.customer} reader={props.reader} />
      ))}
      {page.more && last && isLonger && <NextPage before={last.id} {...props} />}
      {page.more && !isLonger && (
        <li>
          <Button variant="quiet" size="sm" onClick={() => setLonger(true)}>
            {t('sms.earlier.more')}
          </Button>
        </li>
      )}
    </>
  );
}

function NextPage({ before, ...props }: HistoryProps & { before: string }) {
  const next = useEarlierInteractions(props.interactionId, before);
  if (next.state === 'ready') return <Page page={next.value} {...props} />;
  return next.state === 'loading' ? (
    <li aria-busy="true" />
  ) : (
    <li>
      <Failed failed={next} />
    </li>
  );
}

function Failed({ failed }: { failed: { failures: number; reference: string; retry(): void } }) {
  const { t } = useTexts();
  return (
    <ErrorState
      title={t('sms.earlier.failed')}
      failures={failed.failures}
      reference={failed.reference}
      onRetry={failed.retry}
    />
  );
}

function Item({
  interaction,
  customer,
  reader,
}: Omit<HistoryProps, 'interactionId'> & { interaction: EarlierInteraction }) {
  const { t } = useTexts();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { subject, startedAt, agent, queue, disposition, note } = interaction;
  const day = formatDay(startedAt, reader);
  const facts = [subject === undefined ? undefined : day, agent?.name, queue?.name, disposition];
  return (
    <li className="sms-history-item">
      <button
        type="button"
        className="sms-history-button"
        part={part('earlier-interaction')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <ExpandIcon size={16} />
        <span className="sms-history-subject" dir="auto">
          {subject ?? day}
        </span>
        <span className="sms-history-facts">
          {facts.flatMap((fact, at) => (fact === undefined ? [] : <bdi key={at}>{fact}</bdi>))}
        </span>
      </button>
      {isOpen && (
        <div id={id} className="sms-history-messages">
          {note !== undefined && (
            <p className="sms-history-note">
              <span className="sms-history-label">{t('sms.note.title')}</span>
              <bdi>{note}</bdi>
            </p>
          )}
          <PastMessages interactionId={interaction.id} customer={customer} reader={reader} />
        </div>
      )}
    </li>
  );
}
