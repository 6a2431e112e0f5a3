import { readNumber } from './read-number';

const british = { state: 'number', value: '+447700900160', display: '+44 7700 900160' };

test.each([
  ['07700 900160', 'en-GB'],
  ['+44 7700 900160', 'de'],
  ['+44 (0)7700 900160', 'fr-FR'],
  ['  +447700900160 ', 'ar'],
])('%s in %s is the number in E.164', (typed, locale) => {
  expect(readNumber(typed, locale)).toEqual(british);
});

test.each([
  ['', 'en-GB', 'empty'],
  ['+', 'en-GB', 'tooShort'],
  ['+44 77', 'en-GB', 'tooShort'],
  ['07700', 'en-GB', 'tooShort'],
  ['+44 7700 900160 999', 'en-GB', 'tooLong'],
  ['07700 900160', 'de', 'noCountry'],
  ['+999 1234567', 'en-GB', 'noCountry'],
  ['Sam Carter', 'en-GB', 'noNumber'],
])('"%s" in %s is %s', (typed, locale, state) => {
  expect(readNumber(typed, locale)).toEqual({ state });
});
