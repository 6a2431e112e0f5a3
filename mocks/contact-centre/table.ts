/**
 * Rows by id, in the order in which they were added. Immutable, and plain JSON.
 * A write copies only the path to one row: two nodes of a trie over the id's
 * hash, and a leaf of the few rows with the same hash: some 25 of 100,000.
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
const bits = 6;
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

/** All rows, or those whose id is wanted. */
export function rowsOf<T>(table: Table<T>, isWanted?: (id: string) => boolean): T[] {
  return allOf(table, isWanted).map(({ row }) => row);
}

/** How many rows there are. */
export function sizeOf<T>({ nodes }: Table<T>): number {
  return nodes.reduce((sum, node) => node.reduce((all, leaf) => all + leaf.length, sum), 0);
}

/** The ids of all rows. */
export function idsOf<T>(table: Table<T>): string[] {
  return allOf(table).map(({ id }) => id);
}

/** The table with a row added at its end, or replaced where it is. */
export function withRow<T>(table: Table<T>, id: string, row: T): Table<T> {
  return withRows(table, [[id, row]]);
}

/** The table without a row. */
export function withoutRow<T>(table: Table<T>, id: string): Table<T> {
  return withRows(table, [[id, undefined]]);
}

/** The table with rows added or replaced, and without those that have no value. Copies no node twice. */
export function withRows<T>(table: Table<T>, rows: readonly (readonly [id: string, row: T | undefined])[]): Table<T> {
  if (rows.length === 0) return table;
  let { added } = table;
  const nodes = table.nodes.slice();
  const copies = new Map<number, Leaf<T>[]>();
  for (const [id, row] of rows) {
    const [high, low] = pathTo(id);
    const node = copies.get(high) ?? copyOf(nodes[high]);
    copies.set(high, node);
    nodes[high] = node;
    const leaf = node[low] ?? [];
    const index = leaf.findIndex((placed) => placed.id === id);
    if (row === undefined) node[low] = leaf.toSpliced(index, index < 0 ? 0 : 1);
    else if (index < 0) node[low] = [...leaf, { id, place: added++, row }];
    else node[low] = leaf.map((placed) => (placed.id === id ? { ...placed, row } : placed));
  }
  return { added, nodes };
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
  // Most rows are where they were.
  const was = before.filter((placed, index) => placed !== after[index]);
  const is = after.filter((placed, index) => placed !== before[index]);
  const gone = was.filter(({ id }) => !is.some((placed) => placed.id === id));
  return [
    ...gone.map(({ id, place, row }) => ({ id, place, before: row })),
    ...is.flatMap(({ id, place, row }) => {
      const old = was.find((placed) => placed.id === id);
      if (!old) return [{ id, place, after: row }];
      return old.row === row ? [] : [{ id, place, before: old.row, after: row }];
    }),
  ];
}

function allOf<T>({ nodes }: Table<T>, isWanted: (id: string) => boolean = () => true): Placed<T>[] {
  const wanted = nodes.flat(2).filter(({ id }) => isWanted(id));
  return wanted.sort((a, b) => a.place - b.place);
}

function leafOf<T>({ nodes }: Table<T>, id: string): Leaf<T> {
  const [high, low] = pathTo(id);
  return nodes[high]?.[low] ?? [];
}

function copyOf<T>(node: readonly Leaf<T>[] | undefined): Leaf<T>[] {
  return node && node.length > 0 ? node.slice() : slots.map(() => []);
}

/** Where a row is: the slot of its node, and that of its leaf. */
function pathTo(id: string): [high: number, low: number] {
  const slot = hashOf(id) % (width * width);
  return [slot >>> bits, slot % width];
}

/** FNV-1a hash of a text. The bits are mixed once more because ids often differ in their last digit only. */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
