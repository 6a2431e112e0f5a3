import { isElement, viewOf } from '@baton/ui';
import { rowParts } from './grid-position';
import type { GridPosition, RowPart } from './grid-position';

/** The rows of a grid, in the order of the page. */
export function rowsIn(grid: HTMLElement): HTMLElement[] {
  return [...grid.querySelectorAll<HTMLElement>('[role="row"]')];
}

/** The element at a position in the grid. */
export function elementAt(grid: HTMLElement, { row, part }: GridPosition): HTMLElement | null {
  const element = rowsIn(grid)[row] ?? null;
  return part === 'row' ? element : (element?.querySelector<HTMLElement>(`[data-part="${part}"]`) ?? null);
}

/** The row and part that an event came from, when it came from a row. */
export function placeOf(target: EventTarget): { element: HTMLElement; key: string; part: RowPart } | undefined {
  if (!isElement(target)) return undefined;
  const element = target.closest<HTMLElement>('[role="row"]');
  const key = element?.dataset.target;
  if (!element || key === undefined) return undefined;
  const pressed = target.closest<HTMLElement>('[data-part]')?.dataset.part;
  return { element, key, part: rowParts.find((part) => part === pressed) ?? 'row' };
}

/** How many rows fit into the visible part of the grid, at least one. */
export function visibleRows(grid: HTMLElement): number {
  const height = rowsIn(grid)[0]?.offsetHeight ?? 0;
  const visible = Math.min(grid.parentElement?.clientHeight ?? 0, viewOf(grid).innerHeight);
  return height > 0 ? Math.max(1, Math.floor(visible / height)) : 1;
}
