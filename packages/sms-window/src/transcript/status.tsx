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

/** How far a message has come: a shape, and a word that everybody can read when `inWords`. */
export function Status({ status, inWords }: { status: BubbleStatus; inWords: boolean }) {
  const { t } = useTexts();
  const { state } = status;
  const { StatusIcon, id } = looks[state === 'failed' && status.reason === 'unknown' ? 'unknown' : state];
  return (
    <span className={`sms-status sms-status-${state}`} part={part('message-status')}>
      <StatusIcon size={14} />
      {inWords ? t(id) : <VisuallyHidden>{t(id)}</VisuallyHidden>}
    </span>
  );
}
