import fc from 'fast-check';
import * as v from 'valibot';
import { isKnown, knownOr, noneOf, openSet } from './open-set';

const Colour = openSet(['red', 'green']);
const shapes = [
  v.object({ kind: v.literal('circle'), radius: v.number() }),
  v.object({ kind: v.picklist(['square', 'cube']), side: v.number() }),
] as const;
const Shape = v.variant('kind', [
  ...shapes,
  v.looseObject({ id: v.string(), kind: noneOf(shapes.map((shape) => shape.entries.kind)) }),
]);

const foreignWords = fc.string().filter((word) => !['red', 'green', 'circle', 'square', 'cube'].includes(word));

describe('an open set', () => {
  test('knows its words', () => {
    expect(['red', 'green'].map((word) => v.parse(Colour, word))).toEqual(['red', 'green']);
    expect(knownOr(v.parse(Colour, 'red'), 'grey')).toBe('red');
  });

  test('keeps every other word, however often it is read', () => {
    fc.assert(
      fc.property(foreignWords, (word) => {
        const read = v.parse(Colour, word);
        expect(read.endsWith(word)).toBe(true);
        expect(isKnown(read)).toBe(false);
        expect(knownOr(read, 'grey')).toBe('grey');
        expect(v.parse(Colour, read)).toBe(read);
      }),
    );
  });

  test('refuses what is no word', () => {
    for (const value of [undefined, null, 1, {}, ['red']]) expect(v.is(Colour, value)).toBe(false);
  });
});

describe('an open variant', () => {
  test('keeps the whole object of an unknown kind, however often it is read', () => {
    fc.assert(
      fc.property(foreignWords, fc.jsonValue(), (kind, more) => {
        const read = v.parse(Shape, { id: '1', kind, more });
        expect(read).toEqual({ id: '1', kind: kind.startsWith('unknown:') ? kind : `unknown:${kind}`, more });
        expect(v.parse(Shape, read)).toEqual(read);
      }),
    );
  });

  test('takes a known kind with a mistake in it for a mistake', () => {
    expect(v.is(Shape, { id: '1', kind: 'circle' })).toBe(false);
    expect(v.is(Shape, { id: '1', kind: 'cube', side: 'long' })).toBe(false);
    expect(v.is(Shape, { kind: 'star' })).toBe(false);
  });
});
