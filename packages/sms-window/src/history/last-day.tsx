import type { EarlierInteraction } from '@baton/contracts';
import { useSheet } from '@baton/module-kit';
import { formatTime } from '@baton/ui';
import type { Reader } from '@baton/ui';
import { part } from '../parts';
import { useTexts } from '../texts';
import { PastMessages } from './past-messages';
import { useEarlierInteractions } from './use-earlier-interactions';
import sheet from './history.css';

const dayMs = 86_400_000;

/**
 * What the customer and colleagues wrote in the 24 hours before a conversation began, oldest first, each conversation
 * above a line that says whose it was. Details say when they cannot be loaded.
 */
export function LastDay({
  interactionId,
  startedAt,
  customer,
  reader,
}: {
  interactionId: string;
  startedAt: number;
  customer: string | undefined;
  reader: Reader;
}) {
  useSheet(sheet);
  const page = useEarlierInteractions(interactionId);
  if (page.state !== 'ready') return null;
  const ofLastDay = page.value.interactions.filter(({ endedAt }) => startedAt - endedAt < dayMs);
  return ofLastDay
    .toReversed()
    .map((interaction) => (
      <Earlier key={interaction.id} interaction={interaction} customer={customer} reader={reader} />
    ));
}

function Earlier({
  interaction: { id, agent, endedAt },
  customer,
  reader,
}: {
  interaction: EarlierInteraction;
  customer: string | undefined;
  reader: Reader;
}) {
  const { t } = useTexts();
  const time = formatTime(endedAt, reader);
  return (
    // It is not read out when it comes: it was not said now.
    <div className="sms-last-day" part={part('last-day')} aria-live="off">
      <PastMessages interactionId={id} customer={customer} reader={reader} />
      <p className="sms-divider sms-divider-moved">
        <span>{agent ? t('sms.earlier.endedBy', { agent: agent.name, time }) : t('sms.earlier.ended', { time })}</span>
      </p>
    </div>
  );
}
