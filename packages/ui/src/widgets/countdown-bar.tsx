import { part } from '../parts';
import { classNames } from './class-names';

/** A countdown is urgent from here on. */
export const urgentSeconds = 10;

/** Time left as a bar, hidden from screen readers: write the seconds beside it. Both times in one unit. */
export function CountdownBar({ left, total, urgent = false }: { left: number; total: number; urgent?: boolean }) {
  const share = total > 0 ? Math.max(0, Math.min(1, left / total)) : 0;
  return (
    <div className="b-countdown" part={part('countdown')} aria-hidden="true">
      <div
        className={classNames('b-countdown-fill', urgent && 'b-countdown-urgent')}
        part={part('countdown-fill', urgent && 'countdown-fill-urgent')}
        style={{ transform: `scaleX(${share})` }}
      />
    </div>
  );
}
