import * as v from 'valibot';
import { Id } from './agent';

test.each([
  ['an e-mail login', 'ana.ruiz@example.com'],
  ['a name of a queue', 'Billing – level 2'],
  ['a number', '+33 1 23 45 67 89'],
  ['an ARN', `arn:aws:connect:eu-west-2:123456789012:instance/${'0'.repeat(36)}/agent/${'1'.repeat(36)}`],
  ['a domain login', 'CORP\\ana'],
  ['256 characters', 'x'.repeat(256)],
])('%s is an id', (_, id) => {
  expect(v.parse(Id, id)).toBe(id);
});

test.each([
  ['nothing', ''],
  ['257 characters', 'x'.repeat(257)],
  ['a line break', 'a\nb'],
  ['half of a surrogate pair', 'a\ud83d'],
  ['a number of the language', 7],
])('%s is none', (_, id) => {
  expect(v.safeParse(Id, id).success).toBe(false);
});
