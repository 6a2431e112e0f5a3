import { useHost } from '@baton/module-kit';
import { ClockIcon, VisuallyHidden, classNames } from '@baton/ui';
import { part } from '../parts';
import type { Deadline } from './use-deadline';

/** The time left as a clock shows it, and in words, as a timer that screen readers do not read out. */
export function TimeLeft({
  seconds,
  known,
  urgent,
  children,
}: Pick<Deadline, 'seconds' | 'known' | 'urgent'> & { children: string }) {
  const { locale } = useHost();
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 }).format(seconds % 60);
  const minutes = new Intl.NumberFormat(locale).format(Math.floor(seconds / 60));
  return (
    <span
      className={classNames('preview-time', urgent && 'preview-time-urgent')}
      part={part('time-left', urgent && 'time-left-urgent')}
      role="timer"
      aria-live="off"
    >
      {urgent && <ClockIcon size={14} />}
      <span aria-hidden="true">{`${known === 'about' ? '≈ ' : ''}${minutes}:${twoDigits}`}</span>
      <VisuallyHidden>{` ${children}`}</VisuallyHidden>
    </span>
  );
}
