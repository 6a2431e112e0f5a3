/** Where the rows of a list stand, in CSS pixels from its beginning, those that are not in the page included. */
export interface RowOffsets {
  /** Of the upper edge of a row; with the number of rows, the end of the list. */
  top(row: number): number;
  /** The row at so many pixels below the upper edge of another one. */
  rowBelow(row: number, distance: number): number;
}

/** How high the rows of a list are: as they were when they were in the page last, or as high as most. */
export class RowHeights {
  readonly #known = new Map<string, number>();
  #usual: number;
  #offsets: { keys: readonly string[]; offsets: RowOffsets } | undefined;

  /** @param usual the height of a row as long as none has been measured */
  constructor(usual: number) {
    this.#usual = usual;
  }

  /** Takes the heights of the rows in the page. */
  measured(rows: readonly (readonly [key: string, height: number])[]): void {
    const changed = rows.filter(([key, height]) => height > 0 && height !== this.#heightOf(key));
    if (changed.length === 0) return;
    // The layout has changed, and that of the others as well.
    if (changed.some(([key]) => this.#known.has(key))) this.#known.clear();
    this.#usual = mostFrequent(rows.map(([, height]) => height)) ?? this.#usual;
    for (const [key, height] of rows) this.#known.set(key, height);
    this.#offsets = undefined;
  }

  /** Of rows in this order. */
  offsets(keys: readonly string[]): RowOffsets {
    if (this.#offsets?.keys !== keys)
      this.#offsets = { keys, offsets: offsetsOf(keys.map((key) => this.#heightOf(key))) };
    return this.#offsets.offsets;
  }

  #heightOf(key: string): number {
    return this.#known.get(key) ?? this.#usual;
  }
}

function offsetsOf(heights: readonly number[]): RowOffsets {
  const tops = new Float64Array(heights.length + 1);
  for (const [row, height] of heights.entries()) tops[row + 1] = (tops[row] ?? 0) + height;
  const top = (row: number) => tops[Math.min(Math.max(row, 0), heights.length)] ?? 0;

  function rowBelow(row: number, distance: number): number {
    const wanted = top(row) + distance;
    let [from, to] = [0, heights.length - 1];
    while (from < to) {
      const middle = Math.ceil((from + to) / 2);
      if (top(middle) <= wanted) from = middle;
      else to = middle - 1;
    }
    return from;
  }

  return { top, rowBelow };
}

function mostFrequent(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
