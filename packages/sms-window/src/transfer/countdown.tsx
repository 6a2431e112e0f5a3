import { useIsChecking, useSecondsLeft } from '@baton/module-kit';
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
