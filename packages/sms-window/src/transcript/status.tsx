import { ClockIcon, DeliveredIcon, SentIcon, VisuallyHidden, WarningIcon } from '@baton/ui';
import { useTexts } from '../texts';
import type { BubbleStatus } from './arrange';
import { part } from '../parts';

const looks = {
  sending: { StatusIcon: ClockIcon, id: 'sms.status.sending' },
  sent: { StatusIcon: SentIcon, id: 'sms.status.sent' },
  delivered: { StatusIcon: DeliveredIcon, id: 'sms.status.delivered' },
  failed: { StatusIcon: WarningIcon, id: 'sms.status.failed' },
  undelivered: { StatusIcon: WarningIcon, id: 'sms.status.undelivered' },
  unknown: { StatusIcon: WarningIcon, id: 'sms.status.unknown' },
} as const;

/** The delivery status of a message: an icon, with a visible word when `inWords`. */
export function Status({ status, inWords }: { status: BubbleStatus; inWords: boolean }) {
  const { t } = useTexts();
  const { state } = status;
  const { StatusIcon, id } = looks[lookOf(status)];
  return (
    <span className={`sms-status sms-status-${state}`} part={part('message-status')}>
      <StatusIcon size={14} />
      {inWords ? <span>{t(id)}</span> : <VisuallyHidden>{t(id)}</VisuallyHidden>}
    </span>
  );
}

function lookOf(status: BubbleStatus): keyof typeof looks {
  if (status.state !== 'failed') return status.state;
  if (status.reason === 'unknown') return 'unknown';
  return status.outbox === undefined ? 'undelivered' : 'failed';
}
