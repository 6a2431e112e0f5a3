import { useMemo, useState } from 'react';
import type { MessagePage } from '@baton/contracts';
import { useHost } from '@baton/module-kit';
import { Button, ErrorState } from '@baton/ui';
import type { Reader } from '@baton/ui';
import { MarksContext } from '../find/marks';
import { useTexts } from '../texts';
import { arrange } from '../transcript/arrange';
import type { Bubble } from '../transcript/arrange';
import { BubbleRow } from '../transcript/bubble';
import { LineRow } from '../transcript/line';
import { createPastReads, usePast } from './use-past';

const pages = createPastReads<MessagePage>();

/** What was said in an earlier conversation, its last messages first; nothing can be done with them any more. */
export function PastMessages({
  interactionId,
  customer,
  reader,
  before,
}: {
  interactionId: string;
  customer: string | undefined;
  reader: Reader;
  /** Index of the first message that is shown already. */
  before?: number;
}) {
  const { t } = useTexts();
  const { agent, timeZone } = useHost();
  const [isLonger, setLonger] = useState(false);
  const page = usePast(pages, `${interactionId} ${before}`, (reads) =>
    reads.messages({ interactionId, ...(before !== undefined && { before }) }),
  );
  const messages = page.state === 'ready' ? page.value.messages : undefined;
  const rows = useMemo(
    () =>
      arrange({
        messages: messages ?? [],
        before: undefined,
        inHandOver: false,
        hasEnd: false,
        outbox: [],
        isIdempotent: false,
        viewer: agent.id,
        timeZone,
        unreadFrom: undefined,
      }),
    [messages, agent.id, timeZone],
  );

  // Under a line with their day, times say the time of day.
  const last = messages?.at(-1)?.at;
  const ofDay = useMemo(() => (last === undefined ? reader : { ...reader, now: last }), [reader, last]);

  if (page.state === 'loading') return <div aria-busy="true" />;
  if (page.state === 'failed')
    return (
      <ErrorState
        title={t('sms.history.error')}
        failures={page.failures}
        reference={page.reference}
        onRetry={page.retry}
      />
    );
  const first = page.value.messages[0]?.index;
  return (
    <>
      {page.value.earlier && first !== undefined && isLonger && (
        <PastMessages interactionId={interactionId} customer={customer} reader={reader} before={first} />
      )}
      {page.value.earlier && first !== undefined && !isLonger && (
        <div className="sms-earlier">
          <Button variant="quiet" size="sm" onClick={() => setLonger(true)}>
            {t('sms.history.load')}
          </Button>
        </div>
      )}
      {/* What is found is looked for in the conversation itself. */}
      <MarksContext value={undefined}>
        <ol role="list" className="sms-rows">
          {rows.map((row) =>
            row.kind === 'bubble' ? (
              <BubbleRow
                key={row.key}
                row={past(row)}
                reader={ofDay}
                interactionId={interactionId}
                customer={customer}
              />
            ) : (
              <LineRow
                key={row.key}
                row={row}
                reader={row.kind === 'event' ? ofDay : reader}
                viewer={agent.id}
                customer={customer}
              />
            ),
          )}
        </ol>
      </MarksContext>
    </>
  );
}

/** Without its place in the conversation that is read, and without what could be done about its delivery. */
function past({ index: _index, status: _status, ...row }: Bubble): Bubble {
  return row;
}
