import { useSecondsLeft } from '@baton/module-kit';
import { useTexts } from '../texts';
import { useNowPast } from '../window/use-now-past';
import { part } from '../parts';

/** How long "Checking" stands after zero at most, in milliseconds. */
const checkingMs = 2000;

/**
 * Seconds until `to`, in backend time. Whether the time has run out is the
 * backend's to decide: after zero the window only says that it is checking.
 */
export function Countdown({ to }: { to: number }) {
  const { t } = useTexts();
  const seconds = useSecondsLeft(to);
  const isChecking = useNowPast([to, to + checkingMs]) < to + checkingMs;
  if (seconds > 0)
    return (
      <span role="timer" part={part('time-left')}>
        {t('transfer.left', { seconds })}{' '}
      </span>
    );
  return isChecking ? <span part={part('time-left')}>{t('transfer.checking')} </span> : null;
}
