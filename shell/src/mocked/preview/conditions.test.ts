import { asPreviewed } from './conditions';

const usual = { textPercent: 100, isMotionReduced: false, isForced: false };

test('what is not previewed is asked of the device', () => {
  for (const condition of ['(prefers-reduced-motion: reduce)', '(forced-colors: active)', '(width < 30em)', 'print'])
    expect(asPreviewed(condition, usual)).toBe(condition);
});

test('less motion and forced colours are answered, in every way to ask, beside other conditions', () => {
  const all = { ...usual, isMotionReduced: true, isForced: true };
  expect(asPreviewed('(prefers-reduced-motion: reduce)', all)).toBe('(min-width: 0px)');
  expect(asPreviewed('(prefers-reduced-motion)', all)).toBe('(min-width: 0px)');
  expect(asPreviewed('screen and ( PREFERS-reduced-motion : no-preference )', all)).toBe(
    'screen and (max-width: -1px)',
  );
  expect(asPreviewed('(forced-colors:active) and (width > 30em)', all)).toBe('(min-width: 0px) and (width > 30em)');
  expect(asPreviewed('not (forced-colors: none)', all)).toBe('not (max-width: -1px)');
});

test('larger text makes the window narrower for conditions in em and rem, and for no other', () => {
  const large = { ...usual, textPercent: 200 };
  expect(asPreviewed('(width < 30em)', large)).toBe('(width < 60em)');
  expect(asPreviewed('(45.5rem <= width < 68.75em) and (height > 640px)', large)).toBe(
    '(91rem <= width < 137.5em) and (height > 640px)',
  );
});
