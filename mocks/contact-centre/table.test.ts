import fc from 'fast-check';
import { changesBetween, emptyTable, find, get, idsOf, rowsOf, withRow, withoutRow } from './table';
import type { Table } from './table';

const id = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', ''),
  fc.nat(30).map((number) => `agent-${number}`),
);
const write = fc.record({ id, row: fc.option(fc.nat(), { freq: 3 }) });
const writes = fc.array(write, { maxLength: 100 });

function written(start: Table<number>, all: readonly { id: string; row: number | null }[]): Table<number> {
  return all.reduce((table, { id, row }) => (row === null ? withoutRow(table, id) : withRow(table, id, row)), start);
}

test('holds what a map holds, in the same order, and is plain JSON', () => {
  fc.assert(
    fc.property(writes, (all) => {
      const map = new Map<string, number>();
      for (const { id, row } of all) {
        if (row === null) map.delete(id);
        else map.set(id, row);
      }
      const table = written(emptyTable, all);
      expect([idsOf(table), rowsOf(table)]).toEqual([[...map.keys()], [...map.values()]]);
      for (const { id } of all) expect(find(table, id)).toBe(map.get(id));
      expect(JSON.parse(JSON.stringify(table))).toStrictEqual(table);
    }),
  );
});

test('earlier states stay as they were, and the changes lead from one to the other', () => {
  fc.assert(
    fc.property(writes, writes, (first, second) => {
      const before = written(emptyTable, first);
      const kept = JSON.stringify(before);
      const after = written(before, second);
      expect(JSON.stringify(before)).toBe(kept);
      const changes = changesBetween(before, after);
      for (const change of changes) expect([change.before, change.after]).not.toEqual([change.after, change.before]);
      const redone = written(
        before,
        changes.map(({ id, after: row = null }) => ({ id, row })),
      );
      expect(new Map(idsOf(redone).map((id) => [id, find(redone, id)]))).toEqual(
        new Map(idsOf(after).map((id) => [id, find(after, id)])),
      );
    }),
  );
});

test('a write copies two nodes and a short leaf, whatever the number of rows', () => {
  const ids = Array.from({ length: 100_000 }, (_, number) => `agent-${number}`);
  const table = ids.reduce<Table<number>>((all, each, number) => withRow(all, each, number), emptyTable);
  const longest = Math.max(...table.nodes.flat().map((leaf) => leaf.length));
  expect(longest).toBeLessThan(100);
  const next = withRow(table, 'agent-77', -1);
  expect(next.nodes.filter((node, place) => node !== table.nodes[place])).toHaveLength(1);
  expect(changesBetween(table, next)).toEqual([{ id: 'agent-77', place: 77, before: 77, after: -1 }]);
});

test('a row that the model itself has written is not missing', () => {
  expect(() => get(emptyTable, 'nobody')).toThrow('no row "nobody"');
});
