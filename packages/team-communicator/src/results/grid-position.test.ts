import fc from 'fast-check';
import { moved, rowParts } from './grid-position';
import type { GridExtent } from './grid-position';

const extent: GridExtent = { rows: 10, page: 4, parts: rowParts, rtl: false };

describe('moved', () => {
  test.each([
    ['ArrowDown', 5],
    ['ArrowUp', 3],
    ['PageDown', 8],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 9],
  ])('%s leads from row 4 to row %d', (key, row) => {
    expect(moved({ row: 4, part: 'actions' }, key, extent)).toEqual({ row, part: 'row' });
  });

  test('goes through the parts of a row in the direction of the text', () => {
    expect(moved({ row: 0, part: 'row' }, 'ArrowRight', extent)).toEqual({ row: 0, part: 'favourite' });
    expect(moved({ row: 0, part: 'row' }, 'ArrowLeft', { ...extent, rtl: true })).toEqual({
      row: 0,
      part: 'favourite',
    });
    expect(moved({ row: 0, part: 'row' }, 'ArrowRight', { ...extent, parts: ['row', 'actions'] })).toEqual({
      row: 0,
      part: 'actions',
    });
  });

  test('knows no other key', () => {
    expect(moved({ row: 0, part: 'row' }, 'a', extent)).toBeUndefined();
  });

  test('never leaves the grid', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        fc.array(fc.constantFrom(...keys)),
        (rows, page, rtl, pressed) => {
          let place: ReturnType<typeof moved> = { row: 0, part: 'row' };
          for (const key of pressed) {
            place = place && moved(place, key, { rows, page, rtl, parts: rowParts });
            expect(place?.row).toBeGreaterThanOrEqual(0);
            expect(place?.row).toBeLessThan(rows);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
