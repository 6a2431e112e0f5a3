import * as v from 'valibot';
import { CaseData } from './case-data';

test('texts, numbers, true and false are kept, in their order', () => {
  const known = { order: '48213', amount: 34.5, renewed: false };
  expect(Object.entries(v.parse(CaseData, known))).toEqual(Object.entries(known));
});

test('what a newer product adds breaks nothing: it counts as absent', () => {
  const found = { order: '48213', lines: [{ sku: 'A' }], customer: { tier: 1 }, none: null, far: Infinity };
  expect(v.parse(CaseData, { ...found, ['x'.repeat(101)]: 'long key' })).toEqual({ order: '48213' });
});

test('long texts are cut, never in the middle of a character', () => {
  const { note } = v.parse(CaseData, { note: `${'x'.repeat(999)}😀` });
  expect(note).toBe(`${'x'.repeat(999)}\ufffd`);
});

test('anything but a record is refused', () => {
  expect(v.is(CaseData, 'order')).toBe(false);
});
