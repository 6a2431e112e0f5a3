import { useState } from 'react';
import { useDesktop, useSecondsLeft } from '@baton/module-kit';
import { ClockIcon, CountdownBar, classNames } from '@baton/ui';
import { isLive } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { useWords } from '../texts';
import { urgentSeconds } from './card-alert';
import { part } from '../parts';

/** How long one may be seen checking what the backend decided, in milliseconds. */
const checkingMs = 2000;

/** The time left, as the backend's deadline says; never a decision that it is over (IP-04). */
export function Countdown({ invitation: { offeredAt, expiresAt } }: { invitation: OfferedInvitation }) {
  const { t } = useWords();
  const live = useDesktop(isLive);
  const timed = useDesktop((state) => state.capabilities?.inviteExpiry !== 'unknown') && expiresAt !== null;
  const seconds = useSecondsLeft(expiresAt);
  const checking = useSecondsLeft(expiresAt === null ? null : expiresAt + checkingMs) > 0;
  const [offeredMs] = useState((expiresAt ?? offeredAt) - offeredAt);
  const urgent = seconds > 0 && seconds <= urgentSeconds;

  if (!live)
    return (
      <>
        <CountdownBar left={0} total={offeredMs} />
        <span className="preview-time" part={part('time-left')}>
          {t('preview.reconnecting')}
        </span>
      </>
    );
  if (!timed) return null;
  const text = seconds > 0 ? t('preview.left', { seconds }) : t(checking ? 'transfer.checking' : 'preview.overdue');
  return (
    <>
      <CountdownBar left={seconds * 1000} total={offeredMs} urgent={urgent} />
      <span
        className={classNames('preview-time', urgent && 'preview-time-urgent')}
        part={part('time-left', urgent && 'time-left-urgent')}
        role="timer"
        aria-live="off"
      >
        {urgent && <ClockIcon size={14} />}
        {text}
      </span>
    </>
  );
}
