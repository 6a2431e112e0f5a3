import { factSchemas, requestSchemas } from '@baton/contracts/schemas';
import { checkFact, checkRequest, isFactTopic, isRequestTopic } from './outside';

test('a payload that fits is handed on', () => {
  expect(checkFact('attention.changed', { incoming: 1, unread: 2 })).toEqual({
    ok: true,
    payload: { incoming: 1, unread: 2 },
  });
  expect(checkRequest('interaction.open', { interactionId: 'i1', focus: true })).toEqual({
    ok: true,
    payload: { interactionId: 'i1', focus: true },
  });
});

test.each([
  ['a wrong type', { incoming: '1', unread: 2 }],
  ['a missing field', { incoming: 1 }],
  ['an unknown field', { incoming: 1, unread: 2, html: '<b>' }],
  ['nothing', undefined],
])('%s is refused with a reason', (_, payload) => {
  expect(checkFact('attention.changed', payload)).toEqual({ ok: false, problem: expect.stringMatching(/\w/) });
});

test('a request with a wrong field is refused with a reason', () => {
  expect(
    checkRequest('transfer.start', { interactionId: 'i1', target: { kind: 'planet', id: 'x', name: 'X' } }),
  ).toEqual({
    ok: false,
    problem: expect.stringMatching(/\w/),
  });
});

test('topics from outside are known ones, never names of Object', () => {
  expect(Object.keys(factSchemas).every(isFactTopic)).toBe(true);
  expect(Object.keys(requestSchemas).every(isRequestTopic)).toBe(true);
  for (const topic of ['', 'toString', '__proto__', 'transfer.finished']) {
    expect(isFactTopic(topic)).toBe(false);
    expect(isRequestTopic(topic)).toBe(false);
  }
});
