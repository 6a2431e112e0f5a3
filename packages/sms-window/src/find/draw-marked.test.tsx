import { render } from '@testing-library/react';
import fc from 'fast-check';
import { drawMarked } from './draw-marked';

function marksIn(pieces: readonly string[], query: string): { whole: string[]; marks: string[] } {
  const { container, unmount } = render(
    drawMarked(pieces, query, false).map((words, index) => <p key={index}>{words}</p>),
  );
  const whole = [...container.querySelectorAll('p')].map(({ textContent }) => textContent);
  const marks = [...container.querySelectorAll('mark')].map(({ textContent }) => textContent);
  unmount();
  return { whole, marks };
}

test('a mark goes on from words into a link', () => {
  const pieces = ['See ', 'https://example.com/a', ' there'];
  expect(marksIn(pieces, 'see https')).toEqual({ whole: pieces, marks: ['See ', 'https'] });
  expect(marksIn(pieces, 'a there').marks).toEqual(['a', ' there']);
  expect(marksIn(pieces, 'nothing')).toEqual({ whole: pieces, marks: [] });
});

test('markup in texts stays text', () => {
  expect(marksIn(['<b>bold</b>'], 'bold')).toEqual({ whole: ['<b>bold</b>'], marks: ['bold'] });
});

test('no piece is changed', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', 'ß', '🦊'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 4 }), piece, (pieces, query) => {
      expect(marksIn(pieces, query).whole).toEqual(pieces);
    }),
  );
});
