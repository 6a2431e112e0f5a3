import fc from 'fast-check';
import { fillIn } from './fill-in';

test('fills in what is known', () => {
  expect(fillIn('Hello {customer}, this is {agent}.', { customer: 'Sam', agent: 'Ana' })).toEqual({
    text: 'Hello Sam, this is Ana.',
    open: undefined,
  });
});

test('tells where the first field is that the agent has to replace', () => {
  const { text, open } = fillIn('{agent}: order {order} of {customer}', { agent: 'Ana' });
  expect(text).toBe('Ana: order {order} of {customer}');
  expect(text.slice(open?.start, open?.end)).toBe('{order}');
});

test.each(['{}', '{ customer }', '{{', '}', '{a', 'a}'])('"%s" is no field', (text) => {
  expect(fillIn(text, { customer: 'Sam', '': 'nobody' })).toEqual({ text, open: undefined });
});

test('names that every object has are no fields', () => {
  expect(fillIn('{constructor}', {}).text).toBe('{constructor}');
});

test('what a customer is called is written as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (customer) => {
      expect(fillIn('{customer}|{customer}', { customer })).toEqual({
        text: `${customer}|${customer}`,
        open: undefined,
      });
    }),
  );
});
