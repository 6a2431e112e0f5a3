/**
 * Rows by id, in the order in which they were added. Immutable, and plain JSON.
 * A write copies only the path to one row: two nodes of a trie over the id's
 * hash, and a leaf of the few rows with the same hash.
 */
export interface Table<T> {
  /** How many rows have ever been added: the place of the next one. */
  readonly added: number;
  readonly nodes: readonly (readonly Leaf<T>[])[];
}

type Leaf<T> = readonly Placed<T>[];

interface Placed<T> {
  readonly id: string;
  readonly place: number;
  readonly row: T;
}

/** A row that differs between two states of a table. */
export interface Change<T> {
  readonly id: string;
  /** Absent when it was added. */
  readonly before?: T;
  /** Absent when it was removed. */
  readonly after?: T;
}

/** Slots of a node, as bits of the hash. */
const bits = 4;
const width = 2 ** bits;
const slots = Array.from({ length: width });

/** A table without rows. Empty nodes keep its JSON short. */
export const emptyTable: Table<never> = { added: 0, nodes: slots.map(() => []) };

/** The row with this id, if there is one. */
export function find<T>(table: Table<T>, id: string): T | undefined {
  return leafOf(table, id).find((placed) => placed.id === id)?.row;
}

/** The row with this id, which the model itself has written. Throws when it is missing. */
export function get<T>(table: Table<T>, id: string): T {
  const row = find(table, id);
  if (row === undefined) throw new Error(`The contact centre has no row "${id}"`);
  return row;
}

/** All rows. */
export function rowsOf<T>(table: Table<T>): T[] {
  return allOf(table).map(({ row }) => row);
}

/** The ids of all rows. */
export function idsOf<T>(table: Table<T>): string[] {
  return allOf(table).map(({ id }) => id);
}

/** The table with a row added at its end, or replaced where it is. */
export function withRow<T>(table: Table<T>, id: string, row: T): Table<T> {
  const leaf = leafOf(table, id);
  const index = leaf.findIndex((placed) => placed.id === id);
  const place = leaf[index]?.place ?? table.added;
  const placed = { id, place, row };
  const nodes = withLeaf(table, id, index < 0 ? [...leaf, placed] : replaced(leaf, index, placed));
  return { added: index < 0 ? table.added + 1 : table.added, nodes };
}

/** The table without a row. */
export function withoutRow<T>(table: Table<T>, id: string): Table<T> {
  const leaf = leafOf(table, id).filter((placed) => placed.id !== id);
  return { ...table, nodes: withLeaf(table, id, leaf) };
}

/** The changes from one state of a table to a later one, in order. The cost grows with the changes, not with the rows. */
export function changesBetween<T>(before: Table<T>, after: Table<T>): Change<T>[] {
  if (before === after) return [];
  const found: (Change<T> & { place: number })[] = [];
  after.nodes.forEach((node, high) => {
    const old = before.nodes[high];
    if (old === node) return;
    node.forEach((leaf, low) => {
      const oldLeaf = old?.[low] ?? [];
      if (oldLeaf !== leaf) found.push(...changesOf(oldLeaf, leaf));
    });
  });
  return found.sort((a, b) => a.place - b.place);
}

function changesOf<T>(before: Leaf<T>, after: Leaf<T>): (Change<T> & { place: number })[] {
  const gone = before.filter(({ id }) => !after.some((placed) => placed.id === id));
  return [
    ...gone.map(({ id, place, row }) => ({ id, place, before: row })),
    ...after.flatMap(({ id, place, row }) => {
      const old = before.find((placed) => placed.id === id);
      if (!old) return [{ id, place, after: row }];
      return old.row === row ? [] : [{ id, place, before: old.row, after: row }];
    }),
  ];
}

function allOf<T>({ nodes }: Table<T>): Placed<T>[] {
  return nodes.flat(2).sort((a, b) => a.place - b.place);
}

function leafOf<T>({ nodes }: Table<T>, id: string): Leaf<T> {
  const slot = slotOf(id);
  return nodes[highOf(slot)]?.[lowOf(slot)] ?? [];
}

function withLeaf<T>({ nodes }: Table<T>, id: string, leaf: Leaf<T>): Table<T>['nodes'] {
  const slot = slotOf(id);
  const node = nodes[highOf(slot)] ?? [];
  const full = node.length > 0 ? node : slots.map(() => []);
  return replaced(nodes, highOf(slot), replaced(full, lowOf(slot), leaf));
}

function replaced<T>(list: readonly T[], index: number, value: T): readonly T[] {
  const copy = list.slice();
  copy[index] = value;
  return copy;
}

const highOf = (slot: number) => slot >>> bits;
const lowOf = (slot: number) => slot % width;

/** FNV-1a hash of a text. The bits are mixed once more because ids often differ in their last digit only. */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A cache: the same few thousand ids are looked up again and again. */
const slotsKnown = new Map<string, number>();
const maxSlotsKnown = 50_000;

function slotOf(id: string): number {
  const known = slotsKnown.get(id);
  if (known !== undefined) return known;
  const slot = hashOf(id) % (width * width);
  if (slotsKnown.size >= maxSlotsKnown) slotsKnown.clear();
  slotsKnown.set(id, slot);
  return slot;
}
