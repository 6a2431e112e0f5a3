import { viewOf } from '@baton/ui';

/** Brings the match that is shown into the middle of what is seen of the log, unless it is in sight already. */
export function showMatch(log: HTMLElement): void {
  const match = log.querySelector('.sms-match-current')?.getBoundingClientRect();
  if (!match) return;
  // Where the page scrolls, the field covers the beginning of the log.
  const covered = log.previousElementSibling?.getBoundingClientRect().bottom ?? 0;
  const { top, bottom } = log.getBoundingClientRect();
  const view = viewOf(log);
  const [from, to] = [Math.max(top, covered, 0), Math.min(bottom, view.innerHeight)];
  if (match.top >= from && match.bottom <= to) return;
  const distance = (match.top + match.bottom) / 2 - (from + to) / 2;
  if (log.scrollHeight > log.clientHeight) log.scrollTop += distance;
  else view.scrollBy(0, distance);
}
