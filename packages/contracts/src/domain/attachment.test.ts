import * as v from 'valibot';
import { Attachment } from './attachment';

const parse = (more: object) => v.parse(Attachment, { id: 'a-1', mediaType: 'image/jpeg', ...more });

test.each(['https://media.example/1?sig=a%2Fb', 'http://localhost:4200/1', 'blob:https://desk.example/1', 'data:,'])(
  'is loaded from %s',
  (url) => {
    expect(parse({ url }).url).toBe(url);
  },
);

test.each(['/media/1', 'javascript:alert(1)', 'file:///etc/passwd', '', `data:,${'x'.repeat(100_000)}`])(
  'is not loaded from %.40s, and the conversation is shown all the same',
  (url) => {
    expect(parse({ url })).toEqual({ id: 'a-1', mediaType: 'image/jpeg', url: undefined });
  },
);

test('the name of a file is cut, not refused, and never in the middle of a character', () => {
  expect(parse({ name: `${'a'.repeat(119)}😀` }).name).toBe(`${'a'.repeat(119)}\ufffd`);
  expect(parse({ name: '' }).name).toBe('');
});
