import { viewOf } from '@baton/ui';

/** A message in sight, where it stands, and how far the log had been scrolled then. */
export interface Anchor {
  row: HTMLElement;
  /** Below the upper edge of the log, in CSS pixels. */
  top: number;
  scrolled: number;
}

/** The first message in sight. */
export function anchorIn(log: HTMLElement): Anchor | undefined {
  const row = rowsInSight(log)[0];
  return row && { row, top: topOf(row, log), scrolled: scrolledTo(log) };
}

/** The indexes of the messages in sight, in order. */
export function indexesInSight(log: HTMLElement): number[] {
  return rowsInSight(log).flatMap((row) => indexOf(row) ?? []);
}

/** The index of the message that a row shows. */
export function indexOf(row: HTMLElement): number | undefined {
  return row.dataset.index === undefined ? undefined : Number(row.dataset.index);
}

/** The row of a message. */
export function rowOf(log: HTMLElement, index: number): HTMLElement | undefined {
  return rowsOf(log).find((row) => indexOf(row) === index);
}

/**
 * Where a row stands, in CSS pixels: in the window, whose other parts come, go and grow; where the page scrolls instead
 * of the log, on the screen.
 */
export function topOf(row: HTMLElement, log: HTMLElement): number {
  const window = scrollsItself(log) ? windowOf(log) : null;
  return row.getBoundingClientRect().top - (window?.getBoundingClientRect().top ?? 0);
}

export function scrolledTo(log: HTMLElement): number {
  return scrollsItself(log) ? log.scrollTop : viewOf(log).scrollY;
}

/**
 * How far the agent has scrolled since the log was scrolled as far as `before`, in CSS pixels. When it has become
 * shorter, the browser scrolls it as well: that does not count.
 */
export function scrolledSince(log: HTMLElement, before: number): number {
  const page = log.ownerDocument.documentElement;
  const [least, most] = scrollsItself(log)
    ? [log.clientHeight - log.scrollHeight, 0]
    : [0, page.scrollHeight - page.clientHeight];
  return scrolledTo(log) - Math.min(Math.max(before, least), most);
}

export function scrollBy(log: HTMLElement, distance: number): void {
  if (Math.abs(distance) < 1) return;
  if (scrollsItself(log)) log.scrollTop += distance;
  else viewOf(log).scrollBy(0, distance);
}

/** In a page that scrolls, the composer under the log has to be in sight too. */
export function showEnd(log: HTMLElement): void {
  log.scrollTop = 0;
  if (!scrollsItself(log)) windowOf(log)?.scrollIntoView({ block: 'end' });
}

export function distanceToEnd(log: HTMLElement): number {
  const below = scrollsItself(log) ? 0 : (windowOf(log)?.getBoundingClientRect().bottom ?? 0) - viewOf(log).innerHeight;
  return Math.max(-log.scrollTop, below);
}

export function scrollsItself(log: HTMLElement): boolean {
  return log.scrollHeight > log.clientHeight;
}

function rowsOf(log: HTMLElement): HTMLElement[] {
  return [...log.querySelectorAll<HTMLElement>('.sms-log-content > .sms-rows > [data-index]')];
}

function rowsInSight(log: HTMLElement): HTMLElement[] {
  const { top, bottom } = log.getBoundingClientRect();
  const [from, to] = [Math.max(top, 0), Math.min(bottom, viewOf(log).innerHeight)];
  return rowsOf(log).filter((row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > from && box.top < to;
  });
}

function windowOf(log: HTMLElement): Element | null {
  return log.closest('.sms-window');
}
