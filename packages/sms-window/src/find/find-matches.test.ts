import fc from 'fast-check';
import { aMessage, aReply, aTargetRef, testStart } from '@baton/module-kit/testing';
import type { Message } from '@baton/contracts';
import { findMatches, nextMatch } from './find-matches';

const said = (...texts: string[]): Message[] => texts.map((text, index) => aMessage({ index, text }));

describe('findMatches', () => {
  test('finds what customer and agents wrote, newest first, however it is written', () => {
    const messages = [
      ...said('The INVOICE', 'nothing', 'invóice 2'),
      aReply({ index: 3, text: 'your in\u00ADvoice' }),
      { kind: 'event', event: 'invited', index: 4, version: 1, at: testStart, target: aTargetRef() } as const,
    ];
    expect(findMatches(messages, 'invoice')).toEqual([3, 2, 0]);
  });

  test.each(['', '  ', '\u200B'])('finds nothing for %j', (query) => {
    expect(findMatches(said('a', ' '), query)).toEqual([]);
  });
});

describe('nextMatch', () => {
  const matching = fc
    .uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 20 })
    .map((indexes) => indexes.toSorted((a, b) => b - a));

  test('goes through all of them once, from the newest to the oldest, and begins anew', () => {
    fc.assert(
      fc.property(matching, (matches) => {
        const passed = [nextMatch(matches, undefined, 'earlier', false)];
        for (const _ of matches) passed.push(nextMatch(matches, passed.at(-1), 'earlier', false));
        expect(passed).toEqual([...matches, matches[0]]);
      }),
    );
  });

  test('the other direction takes a step back', () => {
    fc.assert(
      fc.property(matching, fc.nat(), (matches, at) => {
        const current = matches[at % matches.length];
        expect(nextMatch(matches, nextMatch(matches, current, 'earlier', false), 'later', false)).toBe(current);
      }),
    );
  });

  test('is not in a circle while there may be more before the oldest', () => {
    expect(nextMatch([9, 5], 5, 'earlier', true)).toBeUndefined();
    expect(nextMatch([9, 5], 9, 'later', true)).toBe(5);
    expect(nextMatch([], undefined, 'earlier', false)).toBeUndefined();
    expect(nextMatch([], undefined, 'later', false)).toBeUndefined();
  });

  test('a match that came in meanwhile counts, and moves nothing', () => {
    expect(nextMatch([12, 9, 5], 9, 'earlier', false)).toBe(5);
    expect(nextMatch([12, 9, 5], 9, 'later', false)).toBe(12);
  });
});
