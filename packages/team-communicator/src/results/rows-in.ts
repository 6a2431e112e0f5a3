import { isElement, viewOf } from '@baton/ui';
import { rowParts } from './grid-position';
import type { RowPart } from './grid-position';

/** The row of a target, when it is in the page. */
export function rowIn(grid: HTMLElement, key: string | undefined): HTMLElement | undefined {
  return rowsIn(grid).find((row) => row.dataset.target === key);
}

/** Gives focus to the first row, which is always in the page. */
export function focusFirstRow(grid: HTMLElement): void {
  const [row] = rowsIn(grid);
  if (row) partOf(row, 'row').focus();
}

/** The element of a part of a row. A row that is a button has the focus on that. */
export function partOf(row: HTMLElement, part: RowPart): HTMLElement {
  return row.querySelector<HTMLElement>(`[data-part="${part}"]`) ?? row;
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

function rowsIn(grid: HTMLElement): HTMLElement[] {
  return [...grid.querySelectorAll<HTMLElement>('[role="row"]')];
}
