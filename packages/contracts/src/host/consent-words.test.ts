import fc from 'fast-check';
import { consentReader, defaultConsentWords } from './consent-words';

const readUsual = consentReader();
const usual = (text: string) => readUsual(text)?.act;
const usualWords = Object.values(defaultConsentWords).flatMap(({ optOut, optIn, help }) => [
  ...optOut.map((word) => ({ word, act: 'optOut' })),
  ...optIn.map((word) => ({ word, act: 'optIn' })),
  ...help.map((word) => ({ word, act: 'help' })),
]);
const aUsualWord = fc.constantFrom(...usualWords);
const around = fc
  .array(fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u200e', '.', '!', '?', '"', '“', '”', '«', '¡', '،', '؟', '-'))
  .map((characters) => characters.slice(0, 10).join(''));
const anyCase = (word: string) =>
  fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((raised) => Array.from(word, (letter, at) => (raised[at] ? letter : letter.toLowerCase())).join(''));

test('a word counts in any case, with white space and punctuation around it', () => {
  fc.assert(
    fc.property(
      aUsualWord.chain(({ word, act }) => fc.tuple(anyCase(word), fc.constant(act), around, around)),
      ([word, act, before, after]) =>
        expect(readUsual(before + word + after)).toEqual({ act, word: word.toUpperCase() }),
    ),
  );
});

test('no text counts that has another letter, number or sign in it, wherever that stands', () => {
  const other = fc.stringMatching(/^[\p{L}\p{N}\p{S}]{1,12}$/u).filter((text) => usual(text) === undefined);
  const gap = fc.constantFrom(' ', ', ', '\n', ' – ');
  fc.assert(
    fc.property(aUsualWord, other, gap, fc.boolean(), ({ word }, text, between, isFirst) => {
      expect(usual(isFirst ? word + between + text : text + between + word)).toBeUndefined();
    }),
  );
});

test.each(['Please stop', 'STOP PLEASE', "Don't stop", 'stops', 'S T O P', 'start stop', 'Is this the end?'])(
  'a sentence is none: %s',
  (text) => expect(usual(text)).toBeUndefined(),
);

test.each(['', ' ', '?!', '👍', '\u200f', 'x'.repeat(20_000)])('what says nothing is none: %j', (text) => {
  expect(consentReader({ en: { optOut: ['…'], optIn: [''], help: ['?'] } })(text)).toBeUndefined();
});

test('a host’s words take the place of those of their language, and are added to those of others', () => {
  const read = consentReader({
    en: { optOut: ['NO MORE TEXTS'], optIn: [], help: [] },
    de: { optOut: ['Stopp'], optIn: ['Weiter'], help: ['Hilfe'] },
    ar: { optOut: ['توقف'], optIn: [], help: [] },
  });
  expect(
    ['no  more\ntexts!', 'STOP', 'YES', 'stopp', 'WEITER', 'hilfe?', '\u200fتوقف.', 'arrêt'].map(
      (text) => read(text)?.act,
    ),
  ).toEqual(['optOut', undefined, undefined, 'optOut', 'optIn', 'help', 'optOut', 'optOut']);
});

test('a word that is in two lists opts out', () => {
  expect(consentReader({ es: { optOut: ['ALTO'], optIn: ['ALTO'], help: ['ALTO'] } })('alto')?.act).toBe('optOut');
});
