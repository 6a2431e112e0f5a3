import { useCallback, useEffect, useLayoutEffect, useRef, useState, useTransition } from 'react';
import type { RefObject } from 'react';
import { flushSync, usePage } from '@baton/module-kit';
import { viewOf } from '@baton/ui';
import { RowHeights } from './row-offsets';
import type { RowOffsets } from './row-offsets';

/** How many rows are there at once when the list is opened: a panel full. The rest follows. */
const firstRows = 14;

/** How many rows beyond those in sight are in the page, at either end. */
const spareRows = 6;

/** With fewer rows than these beyond those in sight, others are put into the page. */
const fewLeft = 3;

/** In CSS pixels, before a row has been measured. */
const usualRowHeight = 52;

/** Rows from `first` up to, and without, `end`. */
interface Stretch {
  first: number;
  end: number;
}

/**
 * Of a long list, which rows are in the page: those around what is in sight, and those that are `kept`. Elements with
 * `data-index` are rows and gaps; a gap has the index of the first row in its place.
 *
 * @param keys of all rows, in order
 * @param kept rows that stay wherever the list is scrolled to
 */
export function useRowsInPage(
  grid: RefObject<HTMLElement | null>,
  keys: readonly string[],
  kept: readonly number[],
): { rows: readonly number[]; offsets: RowOffsets } {
  const page = usePage();
  const [, startTransition] = useTransition();
  const [heights] = useState(() => new RowHeights(usualRowHeight));
  const [{ first, end }, setStretch] = useState<Stretch>({ first: 0, end: firstRows });
  const offsets = heights.offsets(keys);
  const last = Math.min(end, keys.length);
  const from = Math.max(Math.min(first, last - firstRows), 0);

  const look = useCallback(() => {
    const sight = grid.current && inSight(grid.current, offsets);
    if (!sight) return undefined;
    const isFew = (sight.first - from < fewLeft && from > 0) || (last - sight.end < fewLeft && last < keys.length);
    return isFew ? { first: sight.first - spareRows, end: sight.end + spareRows } : undefined;
  }, [grid, offsets, from, last, keys.length]);

  useLayoutEffect(() => {
    if (grid.current) heights.measured(heightsIn(grid.current));
  });

  // The rows of an opened list, or of one that has got longer or larger.
  useEffect(() => {
    const next = look();
    if (next) startTransition(() => setStretch(next));
  });

  const onScroll = useRef(() => {});
  useLayoutEffect(() => {
    onScroll.current = () => {
      const next = look();
      // Before the browser draws what has been scrolled into sight.
      if (next) flushSync(() => setStretch(next));
    };
  }, [look]);

  useEffect(() => {
    const scroller = grid.current?.parentElement;
    if (!scroller) return undefined;
    const listener = () => onScroll.current();
    const observer = new (viewOf(scroller).ResizeObserver)(listener);
    observer.observe(scroller);
    scroller.addEventListener('scroll', listener, { passive: true });
    page.addEventListener('scroll', listener, { passive: true, capture: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', listener);
      page.removeEventListener('scroll', listener, { capture: true });
    };
  }, [page, grid]);

  const rows = new Set(kept.filter((row) => row >= 0 && row < keys.length));
  for (let row = from; row < last; row += 1) rows.add(row);
  return { rows: [...rows].toSorted((a, b) => a - b), offsets };
}

function placesIn(grid: HTMLElement): HTMLElement[] {
  return [...grid.querySelectorAll<HTMLElement>('[data-index]')];
}

function heightsIn(grid: HTMLElement): [key: string, height: number][] {
  return placesIn(grid).flatMap((row) =>
    row.dataset.target === undefined ? [] : [[row.dataset.target, row.getBoundingClientRect().height]],
  );
}

/** The rows in sight; none where nothing is laid out. */
function inSight(grid: HTMLElement, offsets: RowOffsets): Stretch | undefined {
  const box = (grid.parentElement ?? grid).getBoundingClientRect();
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, viewOf(grid).innerHeight)];
  if (top >= bottom) return undefined;
  const places = placesIn(grid).map((place) => ({
    row: Number(place.dataset.index),
    at: place.getBoundingClientRect().top,
  }));
  const rowAt = (height: number) => {
    const { row, at } = places.findLast((place) => place.at <= height) ?? { row: 0, at: height };
    return offsets.rowBelow(row, height - at);
  };
  return { first: rowAt(top), end: rowAt(bottom) + 1 };
}
