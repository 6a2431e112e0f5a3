import * as v from 'valibot';
import fc from 'fast-check';
import { Command } from '../wire/commands';
import { CustomerMessage } from './message';
import { MessageText, isBlank, maxReceivedLength } from './text';

const unseen = [
  '\u200b',
  '\u2060',
  '\u2800',
  '\u3164',
  '\u115f',
  '\uffa0',
  '\u0000',
  '\ud800',

  '\u0301',
  '\u20e3',
  '\ufe0f',
  '\u{e0100}',
  '\u{e0041}',
  '\u00ad',
  '\u034f',
  '\u180e',
  '\ufeff',
  '\u202e',
  '\u2069',
  '\u3000',
  ' ',
  '\n',
];

test('only what cannot be seen is blank', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...unseen)), (text) => expect(isBlank(text.join(''))).toBe(true)));
});

test.each(['a', '.', '👍🏽', '🇬🇧', '1\ufe0f\u20e3', '한', 'é', '١', '\u200bx', '\ud800x', '‮س'])(
  '%j is not blank',
  (text) => {
    expect(isBlank(text)).toBe(false);
  },
);

test.each([...unseen, '\udc00', ''])('no message: %j', (text) => {
  expect(v.is(MessageText, text)).toBe(false);
});

test('half of a surrogate pair is in no command', () => {
  const commandId = 'command-1';
  const target = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' };
  const accepted = (text: string) => [
    v.is(Command, { commandId, type: 'sendMessage', interactionId: 'sms-1', text }),
    v.is(Command, { commandId, type: 'startTransfer', interactionId: 'sms-1', target, note: text }),
    v.is(Command, { commandId, type: 'declineInvitation', invitationId: 'invitation-1', reason: text }),
  ];
  expect(accepted('Hello 👍')).toEqual([true, true, true]);
  expect(accepted('Hello \ud83d')).toEqual([false, false, false]);
});

test('a received text is kept up to the maximum length and cut beyond, never through a pair of surrogates', () => {
  const received = (text: string) =>
    v.parse(CustomerMessage, { kind: 'customer', index: 0, version: 0, at: 0, name: 'Sam', text }).text;
  const longest = 'x'.repeat(maxReceivedLength);
  expect([received(''), received(longest)]).toEqual(['', longest]);
  for (const long of [`${longest}y`, '😀'.repeat(maxReceivedLength), `x${'😀'.repeat(maxReceivedLength)}`]) {
    expect(received(long)).toHaveLength(maxReceivedLength);
    expect([received(long).at(-1), received(long).isWellFormed()]).toEqual(['…', true]);
  }
});
