import { defined } from './defined';

test('leaves out what is undefined, and nothing else', () => {
  const options = defined({ text: undefined, count: 0, empty: '', none: null, off: false });
  expect(Object.entries(options)).toEqual([
    ['count', 0],
    ['empty', ''],
    ['none', null],
    ['off', false],
  ]);
});
