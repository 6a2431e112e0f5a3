/** What is measured in a page: a list with many rows, and a field to type into beside it. */
export interface Subject {
  /** Shows the list. Called again after each `close`. */
  open(): void;
  close(): void;
  /** Changes the list once: a row more, or another value in one of those in sight. */
  change(): void;
  /** A thousand changes in one go, as they arrive each second while many agents work. */
  storm?(): void;
  /** The list, once it is shown: its nodes are counted. None where there is only a field. */
  list(): Element | undefined;
  field(): HTMLElement | undefined;
}

/** Throws where something is missing that every subject of its kind has. */
export function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`There is no ${what}`);
  return value;
}
