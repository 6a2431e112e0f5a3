import fc from 'fast-check';
import { findLinks } from './links';
import type { Link, TextPiece } from './links';

const isLink = (piece: TextPiece): piece is Link => typeof piece !== 'string';
const linksOf = (text: string) =>
  findLinks(text)
    .filter(isLink)
    .map((link) => link.text);
const textOf = (pieces: readonly TextPiece[]) => pieces.map((piece) => (isLink(piece) ? piece.text : piece)).join('');

test.each([
  ['See https://shop.example/orders/12.', ['https://shop.example/orders/12']],
  ['http://a.example and https://b.example?q=1,2!', ['http://a.example', 'https://b.example?q=1,2']],
  ['(https://wiki.example/A_(b))', ['https://wiki.example/A_(b)']],
  ['Open (see https://wiki.example/(a.', ['https://wiki.example/(a']],
  ['[here](https://a.example/x[1]) "https://b.example/y"', ['https://a.example/x[1]', 'https://b.example/y']],
  ['**https://a.example/x**', ['https://a.example/x']],
  ['https://a.example/x?q=a.b...', ['https://a.example/x?q=a.b']],
  [
    'https://a.example,https://b.example;http://c.example',
    ['https://a.example', 'https://b.example', 'http://c.example'],
  ],
  ['https://archive.example/web/https://b.example/', ['https://archive.example/web/https://b.example/']],
  ['HTTPS://A.example:8443/@user/x', ['HTTPS://A.example:8443/@user/x']],
  ['Ring tel:+447700900123 now (tel:020-7946).', ['tel:+447700900123', 'tel:020-7946']],
  ['javascript:alert(1) data:text/html,x ftp://a.example', []],
  ['https:// is no address, nor are tel:... and https://a', []],
  ['no links', []],
])('%s', (text, links) => {
  expect(linksOf(text)).toEqual(links);
});

test.each([
  ['詳細はhttps://a.example/abc。よろしく', 'https://a.example/abc'],
  ['（https://a.example/abc）を見て', 'https://a.example/abc'],
  ['「https://a.example/abc」', 'https://a.example/abc'],
  ['https://a.example/abc、https', 'https://a.example/abc'],
  ['https://a.example/abcを見てください', 'https://a.example/abc'],
  ['https://a.example를 보세요', 'https://a.example'],
  ['https://a.exampleครับ', 'https://a.example'],
  ['انظر https://a.example/abc، شكرا', 'https://a.example/abc'],
  ['هل رأيت https://a.example/abc؟', 'https://a.example/abc'],
  ['देखिए https://a.example/abc।', 'https://a.example/abc'],
  ['„https://a.example/abc“ «https', 'https://a.example/abc'],
  ['https://a.example/abc…', 'https://a.example/abc'],
  ['https://a.example/abc—really', 'https://a.example/abc'],
  ['https://a.example/abc🙂', 'https://a.example/abc'],
  ['https://a.example/abc\u200b\u2060x', 'https://a.example/abc'],
  ['https://ja.wiki.example/wiki/日本・東京 です', 'https://ja.wiki.example/wiki/日本・東京'],
  ['https://ru.wiki.example/wiki/Москва.', 'https://ru.wiki.example/wiki/Москва'],
])('an address ends where the words around it begin: %s', (text, link) => {
  expect(linksOf(text)).toEqual([link]);
});

test.each([
  'https://known.example@evil.example/',
  'https://known.example:443@evil.example/',
  'https://user:secret@evil.example',
  'https://known.example%2f@evil.example',
  'https://%65vil.example/',
  'https:///evil.example/',
  'https://known.example\u202e/moc.live',
  'https://[::1]/',
])('an address that hides its host is no link, or ends before the trick: %j', (text) => {
  for (const link of linksOf(text)) expect(link).toBe('https://known.example');
});

test.each([
  ['https://аpple.example/', 'xn--pple-43d.example'],
  ['https://münchen.example', 'xn--mnchen-3ya.example'],
  ['https://ｅvil.example', 'evil.example'],
  ['http://3232235521/', '192.168.0.1'],
  ['http://0x7f.1/', '127.0.0.1'],
])('%s leads to %s, and says so', (text, host) => {
  expect(findLinks(text)).toEqual([{ text, url: new URL(text), host }]);
});

test('takes no longer than the text is', () => {
  for (const text of [
    'https://a' + '.'.repeat(50_000) + 'x',
    'https://a.example/' + '('.repeat(50_000),
    'https://'.repeat(6_000),
    'tel:' + '.'.repeat(50_000),
  ]) {
    const before = performance.now();
    expect(textOf(findLinks(text))).toBe(text);
    expect(performance.now() - before).toBeLessThan(500);
  }
});

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'https://',
        'http://',
        'tel:',
        'a.example',
        'evil.example',
        'аpple',
        '@',
        '/',
        '\\',
        ':',
        '443',
        '#',
        '?',
      ),
      fc.constantFrom(
        '。',
        '،',
        '(',
        ')',
        '[',
        '%2f',
        '%40',
        '\u202e',
        '\u2068',
        '\u200b',
        '\ud800',
        '\t',
        ' ',
        'を',
        'é',
        '１',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

test('whatever the text: its pieces make it up, and a link goes where it says', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const pieces = findLinks(text);
      expect(textOf(pieces)).toBe(text);
      for (const { text: shown, url, host } of pieces.filter(isLink)) {
        expect(['https:', 'http:', 'tel:']).toContain(url.protocol);
        expect(shown).not.toMatch(/[\s\p{Cc}\p{Cf}\\<>"]/u);
        if (url.protocol === 'tel:') continue;
        expect(url.username + url.password).toBe('');
        expect(url.href).toMatch(/^https?:\/\/[a-z\d._-]+\.[a-z\d._-]*(?::\d+)?\//);
        const said = host ?? shown.replace(/^https?:\/\//i, '').split(/[/?#:]/)[0];
        expect(said?.toLowerCase()).toBe(url.hostname);
      }
    }),
    { numRuns: 2000 },
  );
});
