import { ClockIcon, DeliveredIcon, SentIcon, VisuallyHidden, WarningIcon } from '@baton/ui';
import { useTexts } from '../texts';
import type { BubbleStatus } from './arrange';
import { part } from '../parts';

const looks = {
  sending: { StatusIcon: ClockIcon, id: 'sms.status.sending' },
  sent: { StatusIcon: SentIcon, id: 'sms.status.sent' },
  delivered: { StatusIcon: DeliveredIcon, id: 'sms.status.delivered' },
  failed: { StatusIcon: WarningIcon, id: 'sms.status.failed' },
  unknown: { StatusIcon: WarningIcon, id: 'sms.status.unknown' },
} as const;

/** The delivery status of a message: an icon, with a visible word when `inWords`. */
export function Status({ status, inWords }: { status: BubbleStatus; inWords: boolean }) {
  const { t } = useTexts();
  const { state } = status;
  const { StatusIcon, id } = looks[state === 'failed' && status.reason === 'unknown' ? 'unknown' : state];
  return (
    <span className={`sms-status sms-status-${state}`} part={part('message-status')}>
      <StatusIcon size={14} />
      {inWords ? <span>{t(id)}</span> : <VisuallyHidden>{t(id)}</VisuallyHidden>}
    </span>
  );
}
