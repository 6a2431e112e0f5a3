import { parse } from '@formatjs/icu-messageformat-parser';
import { createTexts } from './create-texts';
import { setMessageParser } from './parser';

const own = {
  greeting: parse('Waiting for {target}'),
  count: parse('{count, plural, one {# result} other {# results}}'),
};
const shared = { greeting: parse('shared'), close: parse('Close') };

beforeEach(() => setMessageParser(undefined));

test('fills in values and follows the plural rules of the locale', () => {
  const { t } = createTexts({ locale: 'en-GB', catalogues: [own] });
  expect(t('greeting', { target: 'Bianca' })).toBe('Waiting for Bianca');
  expect(t('count', { count: 1 })).toBe('1 result');
  expect(t('count', { count: 1200 })).toBe('1,200 results');
});

test('looks in the catalogues in order', () => {
  const { t, has } = createTexts({ locale: 'en-GB', catalogues: [own, shared] });
  expect(t('greeting', { target: 'Bianca' })).toBe('Waiting for Bianca');
  expect(t('close')).toBe('Close');
  expect(has('close')).toBe(true);
  expect(has('open')).toBe(false);
});

test('an unknown id is a clear error', () => {
  const { t } = createTexts({ locale: 'en-GB', catalogues: [own] });
  expect(() => t('missing')).toThrow('No message "missing" in the catalogues for en-GB');
  expect(() => t('toString')).toThrow('No message "toString"');
});

test('a missing value is an error', () => {
  expect(() => createTexts({ locale: 'en-GB', catalogues: [own] }).t('greeting')).toThrow('"target" was not provided');
});

test('somebody without a name is called by the word for it, in sentences and among pieces', () => {
  const { t, parts } = createTexts({
    locale: 'en-GB',
    catalogues: [own, { 'name.unknown': parse('Unknown') }],
  });
  expect(t('greeting', { target: undefined })).toBe('Waiting for Unknown');
  expect(parts<HTMLElement>('greeting', { target: undefined })).toEqual(['Waiting for ', 'Unknown']);
});

test('overrides of the host apply once the parser is there, ours until then', async () => {
  const texts = createTexts({ locale: 'en-GB', catalogues: [own], overrides: { greeting: 'Asking {target}' } });
  expect(texts.t('greeting', { target: 'Bianca' })).toBe('Waiting for Bianca');
  await texts.ready;
  expect(texts.t('greeting', { target: 'Bianca' })).toBe('Asking Bianca');
});

test('a catalogue of source texts needs the parser and says so', async () => {
  const texts = createTexts({ locale: 'en-GB', catalogues: [{ close: 'Close' }] });
  expect(() => texts.t('close')).toThrow('await texts.ready first');
  await texts.ready;
  expect(texts.t('close')).toBe('Close');
});

test('with a parser set, source texts work at once', () => {
  setMessageParser((source) => parse(source));
  expect(createTexts({ locale: 'en-GB', catalogues: [{ close: 'Close' }] }).t('close')).toBe('Close');
});

test('an override that is not valid ICU is an error in development', () => {
  setMessageParser((source) => parse(source));
  const { t } = createTexts({ locale: 'en-GB', catalogues: [own], overrides: { greeting: 'Asking {target' } });
  expect(() => t('greeting', { target: 'Bianca' })).toThrow(SyntaxError);
});

describe('overrides that cannot be used', () => {
  const problems = async (overrides: Record<string, string>, catalogues = [own, shared]) => {
    const { ready } = createTexts({ locale: 'en-GB', catalogues, overrides });
    return ready.then(
      () => [],
      (error: Error) => error.message.split('\n- ').slice(1),
    );
  };
  const own = {
    'sms.greeting': parse('Waiting for {target}'),
    'sms.count': parse('{count, plural, one {# result for <b>{query}</b>} other {# results}}'),
  };
  const shared = { 'common.close': parse('Close'), 'sms.shared': parse('shared') };

  test.each([
    [{ 'sms.greeting': 'Asking {target' }, ['"sms.greeting" is not valid ICU: EXPECT_ARGUMENT_CLOSING_BRACE']],
    [
      { 'sms.greeting': 'Asking {traget} at {time}' },
      [
        '"sms.greeting" asks for {traget}; it is given {target}',
        '"sms.greeting" asks for {time}; it is given {target}',
      ],
    ],
    [
      { 'sms.count': '{count, plural, other {<i>{query}</i>}}' },
      ['"sms.count" asks for {i}; it is given {count}, {b}, {query}'],
    ],
    [{ 'sms.greting': 'Asking' }, ['"sms.greting" is no message of this module']],
  ])('are told with their cause: %j', async (overrides, expected) => {
    expect(await problems(overrides)).toEqual(expected);
  });

  test.each([
    ['sms.greeting', 'Asking {target}'],
    ['sms.greeting', 'Asking'],
    ['sms.shared', 'ours'],
    ['common.close', 'Shut'],
    ['team.title', 'Of another module'],
  ])('are not these: %s, %s', async (id, words) => {
    expect(await problems({ [id]: words })).toEqual([]);
  });

  test('the shared words alone know of no other ids', async () => {
    expect(await problems({ 'common.elsewhere': 'x', 'sms.greeting': 'x' }, [shared])).toEqual([]);
  });
});

test('parts keep values that are not text', () => {
  const { parts } = createTexts({ locale: 'en-GB', catalogues: [own] });
  const node = { name: 'Bianca' };
  expect(parts('greeting', { target: node })).toEqual(['Waiting for ', node]);
});

describe('in production', () => {
  const environment = process.env.NODE_ENV;
  beforeEach(() => {
    process.env.NODE_ENV = 'production';
  });
  afterEach(() => {
    process.env.NODE_ENV = environment;
  });

  test('an unknown id shows itself', () => {
    expect(createTexts({ locale: 'en-GB', catalogues: [own] }).t('missing')).toBe('missing');
  });

  test.each(['Asking {target', 'Asking {somebody}'])('the override "%s" gives way to our own words', (greeting) => {
    setMessageParser((source) => parse(source));
    const { t } = createTexts({ locale: 'en-GB', catalogues: [own], overrides: { greeting } });
    expect(t('greeting', { target: 'Bianca' })).toBe('Waiting for Bianca');
  });
});
