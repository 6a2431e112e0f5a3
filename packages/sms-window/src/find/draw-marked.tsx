import type { ReactNode } from 'react';
import { occurrences } from '@baton/directory';
import { part } from '../parts';

/** Draws the pieces of a text. What a query matches is marked, also where it begins in one piece and ends in the next. */
export function drawMarked(pieces: readonly string[], query: string, isCurrent: boolean): readonly ReactNode[] {
  let end = 0;
  const stretches = occurrences(pieces.join(''), query).map(({ text, matched }) => {
    const start = end;
    end += text.length;
    return { start, end, matched };
  });
  if (!stretches.some(({ matched }) => matched)) return pieces;

  let passed = 0;
  return pieces.map((piece) => {
    const from = passed;
    passed += piece.length;
    return stretches.map((stretch) => {
      const text = piece.slice(Math.max(stretch.start - from, 0), Math.max(stretch.end - from, 0));
      if (text === '') return null;
      return stretch.matched ? (
        <mark
          key={stretch.start}
          className={isCurrent ? 'sms-match sms-match-current' : 'sms-match'}
          part={part('match', isCurrent && 'match-current')}
        >
          {text}
        </mark>
      ) : (
        <span key={stretch.start}>{text}</span>
      );
    });
  });
}
