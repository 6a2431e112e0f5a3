import { useHost, useSecondsLeft } from '@baton/module-kit';
import { classNames, formatDuration } from '@baton/ui';
import type { InteractionTransfer } from '@baton/contracts';
import { useTexts } from '../texts';
import { part } from '../parts';
import { minutesAndSeconds } from './minutes-and-seconds';
import type { Row } from './row';
import { useMinutesSince } from './use-minutes-since';

const minuteMs = 60_000;
const usual = { warning: 120, danger: 300 };

/** The third line of a row, when there is something to say. */
export function RowNotes({ row, isInFront }: { row: Row; isInFront: boolean }) {
  const texts = useTexts();
  const { t } = texts;
  const { timing } = useHost();
  const { waitingSince, transfer, hasDraft, isNotSent } = row;
  const minutes = useMinutesSince(waitingSince);
  // The one in front shows its text itself.
  const isDraft = hasDraft && !isInFront;
  if (!isNotSent && !transfer && minutes === 0 && !isDraft) return null;

  const { warning, danger } = timing.waitingSeconds ?? usual;
  const isLong = minutes * 60 >= danger ? 'danger' : minutes * 60 >= warning ? 'warning' : undefined;
  return (
    <span className="interactions-notes" part={part('conversation-notes')}>
      {isNotSent && <span className="interactions-danger">{t('sms.status.failed')}</span>}
      {transfer && <TransferNote transfer={transfer} />}
      {minutes > 0 && (
        <span
          className={classNames(isLong && `interactions-${isLong}`)}
          part={part('conversation-waiting', isLong && `conversation-waiting-${isLong}`)}
        >
          {t('interactions.waits', { duration: formatDuration(minutes * minuteMs, texts) })}
        </span>
      )}
      {isDraft && <span>{t('interactions.draft')}</span>}
    </span>
  );
}

function TransferNote({ transfer }: { transfer: InteractionTransfer }) {
  const { t } = useTexts();
  const { locale } = useHost();
  const target = transfer.target.name;
  const seconds = useSecondsLeft(transfer.state === 'pending' ? transfer.expiresAt : null);
  if (seconds === 0) return <span>{t('interactions.transfer', { target })}</span>;
  const time = minutesAndSeconds(seconds, locale);
  return <span role="timer">{t('interactions.transfer.left', { target, time })}</span>;
}
