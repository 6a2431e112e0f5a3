import { ClockIcon, classNames } from '@baton/ui';
import { part } from '../parts';

/** The time left in words, as a timer that screen readers do not read out; with a clock when it is urgent. */
export function TimeLeft({ urgent, children }: { urgent: boolean; children: string }) {
  return (
    <span
      className={classNames('preview-time', urgent && 'preview-time-urgent')}
      part={part('time-left', urgent && 'time-left-urgent')}
      role="timer"
      aria-live="off"
    >
      {urgent && <ClockIcon size={14} />}
      <span>{children}</span>
    </span>
  );
}
