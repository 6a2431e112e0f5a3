import { useState } from 'react';
import { useDesktop, useIsChecking } from '@baton/module-kit';
import { CountdownBar } from '@baton/ui';
import { isLive } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { useTexts } from '../texts';
import { TimeLeft } from './time-left';
import { useDeadline } from './use-deadline';
import { part } from '../parts';

/** The time left until the backend's deadline. That an invitation is over only the backend decides (IP-04). */
export function Countdown({ invitation }: { invitation: OfferedInvitation }) {
  const { offeredAt, expiresAt } = invitation;
  const { t } = useTexts();
  const live = useDesktop(isLive);
  const deadline = useDeadline(invitation);
  const { known, seconds } = deadline;
  const checking = useIsChecking(expiresAt);
  const [offeredMs] = useState((expiresAt ?? offeredAt) - offeredAt);
  const urgent = deadline.urgent && seconds > 0;

  if (!live)
    return (
      <>
        <CountdownBar left={0} total={offeredMs} />
        <span className="preview-time" part={part('time-left')}>
          {t('preview.reconnecting')}
        </span>
      </>
    );
  if (known === undefined) return null;
  const left = known === 'about' ? 'preview.left.about' : 'preview.left';
  const over = known === 'about' ? 'preview.overdue.about' : checking ? 'transfer.checking' : 'preview.overdue';
  const text = t(seconds > 0 ? left : over, { seconds });
  return (
    <>
      <CountdownBar left={seconds * 1000} total={offeredMs} urgent={urgent} />
      <TimeLeft urgent={urgent}>{text}</TimeLeft>
    </>
  );
}
