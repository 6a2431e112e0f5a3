/** The parts of a row that take focus, in reading order. */
export const rowParts = ['row', 'favourite', 'actions'] as const;
export type RowPart = (typeof rowParts)[number];

/** A position in the grid. */
export interface GridPosition {
  row: number;
  part: RowPart;
}

/** The grid around a position. */
export interface GridExtent {
  rows: number;
  /** How many whole rows are visible at once, at least 1. */
  page: number;
  /** Parts that each row has. */
  parts: readonly RowPart[];
  rtl: boolean;
}

/** The position that a key leads to; `undefined` for keys that the grid does not handle. At an edge the position stays. */
export function moved(from: GridPosition, key: string, extent: GridExtent): GridPosition | undefined {
  const { rows, page, rtl } = extent;
  const toRow = (row: number): GridPosition => ({ row: Math.min(Math.max(row, 0), rows - 1), part: 'row' });

  switch (key) {
    case 'ArrowDown':
      return toRow(from.row + 1);
    case 'ArrowUp':
      return toRow(from.row - 1);
    case 'PageDown':
      return toRow(from.row + page);
    case 'PageUp':
      return toRow(from.row - page);
    case 'Home':
      return toRow(0);
    case 'End':
      return toRow(rows - 1);
    case 'ArrowRight':
      return { ...from, part: partAfter(from.part, rtl ? -1 : 1, extent) };
    case 'ArrowLeft':
      return { ...from, part: partAfter(from.part, rtl ? 1 : -1, extent) };
    default:
      return undefined;
  }
}

function partAfter(part: RowPart, step: 1 | -1, { parts }: GridExtent): RowPart {
  return parts[parts.indexOf(part) + step] ?? part;
}
