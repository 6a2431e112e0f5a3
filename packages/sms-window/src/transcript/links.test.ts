import { findLinks } from './links';

const linksOf = (text: string) => findLinks(text).flatMap((piece) => (typeof piece === 'string' ? [] : piece.text));

test.each([
  ['See https://shop.example/orders/12.', ['https://shop.example/orders/12']],
  ['http://a.example and https://b.example?q=1,2!', ['http://a.example', 'https://b.example?q=1,2']],
  ['(https://wiki.example/A_(b))', ['https://wiki.example/A_(b)']],
  ['Open (see https://wiki.example/(a.', ['https://wiki.example/(a']],
  ['Ring tel:+447700900123 now', ['tel:+447700900123']],
  ['javascript:alert(1) data:text/html,x ftp://a.example', []],
  ['https:// is no address', []],
  ['no links', []],
])('%s', (text, links) => {
  expect(linksOf(text)).toEqual(links);
});

test('the pieces make up the whole text', () => {
  const text = 'a https://b.example, c tel:1 d';
  expect(
    findLinks(text)
      .map((piece) => (typeof piece === 'string' ? piece : piece.text))
      .join(''),
  ).toBe(text);
});
