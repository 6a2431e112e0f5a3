import { useIsChecking, useSecondsLeft } from '@baton/module-kit';
import { CountdownBar, urgentSeconds } from '@baton/ui';
import { useTexts } from '../texts';
import { part } from '../parts';

/**
 * Seconds until `to`, in backend time. Only the backend decides that the time is over: after zero the window says that
 * it is checking, and says nothing when the time was an estimate.
 */
export function Countdown({ to, isEstimate = false }: { to: number; isEstimate?: boolean | undefined }) {
  const { t } = useTexts();
  const seconds = useSecondsLeft(to);
  const isChecking = useIsChecking(to);
  if (seconds > 0)
    return (
      <span role="timer" part={part('time-left')}>
        {`${t(isEstimate ? 'transfer.left.about' : 'transfer.left', { seconds })} `}
      </span>
    );
  return isChecking && !isEstimate ? <span part={part('time-left')}>{`${t('transfer.checking')} `}</span> : null;
}

/** How much is left of the time between `from` and `to`, in backend time. */
export function TimeBar({
  from,
  to,
  isEstimate = false,
}: {
  from: number;
  to: number;
  isEstimate?: boolean | undefined;
}) {
  const seconds = useSecondsLeft(to);
  const isUrgent = !isEstimate && seconds <= urgentSeconds;
  return <CountdownBar left={seconds * 1000} total={to - from} urgent={isUrgent} />;
}
