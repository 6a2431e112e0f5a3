import { targetKinds } from '@baton/contracts';
import { Command } from '@baton/contracts/schemas';
import fc from 'fast-check';
import * as v from 'valibot';
import { open, snapshot, step } from '.';
import { Play, replay } from './testing/play';
import { find, idsOf, rowsOf } from './table';
import { testSeed } from './testing/seed';

describe('a command that is sent again', () => {
  test('has the same result and no second effect', () => {
    const play = new Play();
    const text = { type: 'sendMessage', interactionId: 'sms-1', text: 'Hello' } as const;
    play.send('ana', text, 'the-same-id');
    const { state } = play;
    expect(play.send('ana', text, 'the-same-id')).toEqual([]);
    expect(play.state).toBe(state);
  });

  test('is taken even when it could not be by now', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    const accept = { type: 'acceptInvitation', invitationId: play.invitation('bianca').id } as const;
    play.send('bianca', accept, 'the-same-id');
    expect(play.send('bianca', accept, 'the-same-id')).toEqual([]);
  });

  test('with other content or of another type is refused, and nothing is touched', () => {
    const play = new Play();
    const text = { type: 'sendMessage', interactionId: 'sms-1', text: 'Hello' } as const;
    play.send('ana', text, 'the-same-id');
    const { state } = play;
    expect(play.refusal('ana', { ...text, text: 'Hello again' }, 'the-same-id').code).toBe('conflict');
    expect(play.refusal('ana', { ...text, interactionId: 'sms-2' }, 'the-same-id').code).toBe('conflict');
    expect(play.refusal('ana', { type: 'completeInteraction', interactionId: 'sms-1' }, 'the-same-id').code).toBe(
      'conflict',
    );
    expect(play.send('ana', text, 'the-same-id')).toEqual([]);
    expect(play.state).toBe(state);
  });

  test('is remembered among the agent’s last thousand', () => {
    const play = new Play();
    const text = { type: 'sendMessage', interactionId: 'sms-1', text: 'Hello' } as const;
    play.send('ana', text, 'the-same-id');
    for (let more = 1; more < 1000; more += 1) play.send('ana', { type: 'setTimeToAnswer', factor: 2 });
    const { state } = play;
    play.send('ana', text, 'the-same-id');
    expect(play.state).toBe(state);
    play.send('ana', { type: 'setTimeToAnswer', factor: 2 });
    expect(find(play.state.commandLog, 'ana')).toHaveLength(1000);
  });

  test('is another one when another agent sends it', () => {
    const play = new Play();
    const chen = { type: 'addRecent', target: { kind: 'agent', id: 'chen', name: 'Chen Wei' } } as const;
    play.send('ana', chen, 'the-same-id');
    const { cursor } = play.state;
    play.send('bianca', chen, 'the-same-id');
    expect(play.state.cursor).toBe(cursor + 1);
  });

  test('is listed in the snapshot for a minute', () => {
    const play = new Play();
    play.send('ana', { type: 'sendMessage', interactionId: 'sms-1', text: 'Hello' }, 'the-same-id');
    expect(play.snapshot('ana').recentCommands).toEqual(['the-same-id']);
    play.wait(60_000);
    expect(play.snapshot('ana').recentCommands).toEqual([]);
  });
});

describe('time', () => {
  test('that brings nothing changes nothing', () => {
    const play = new Play();
    const { state } = play;
    play.happen({ kind: 'time' });
    expect(play.state).toBe(state);
  });

  test('does not run back', () => {
    const play = new Play();
    play.wait(5_000);
    play.start('agent', 'bianca');
    const result = step(play.state, { at: 0, kind: 'customerWrites', interactionId: 'sms-1', text: 'Hello?' });
    expect(result.ok && result.state.now).toBe(play.at);
  });

  test('after a long sleep ends what is overdue and gives the next offer a full deadline', () => {
    const play = new Play();
    play.start('queue', 'delivery');
    play.at += 3_600_000;
    play.happen({ kind: 'time' });
    expect(play.invited()).toEqual(['chen']);
    expect(play.transfer()).toMatchObject({ state: 'pending', expiresAt: play.at + 30_000 });
  });
});

test('a log with an input that does not fit is not replayed', () => {
  expect(() => replay(testSeed, [{ at: 0, kind: 'customerEnds', interactionId: 'sms-9' }])).toThrow(
    'Input 0 of the log is refused',
  );
});

test('an unknown agent gets no snapshot', () => {
  expect(snapshot(open(testSeed), 'constructor', 0)).toMatchObject({ ok: false, problem: { code: 'not_found' } });
});

test('commands about what is not one’s own are refused, and nothing is touched', () => {
  const play = new Play();
  play.start('agent', 'bianca', 'sms-1');
  play.start('queue', 'delivery', 'sms-2');
  const { state } = play;
  const before = JSON.stringify(state);
  const known = [
    ...idsOf(state.interactions),
    ...idsOf(state.transfers),
    ...idsOf(state.invitations),
    ...idsOf(state.agents),
    ...idsOf(state.notices),
    ...rowsOf(state.notices).flatMap((notices) => notices.map((notice) => notice.id)),
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
  ];
  const id = fc.oneof(fc.constantFrom(...known), fc.stringMatching(/^[ -~äé]{1,256}$/));
  const target = fc.record({ kind: fc.constantFrom(...targetKinds), id, name: fc.constant('Anything') });
  const nobody = fc.record({
    kind: fc.constantFrom(...targetKinds),
    id: fc.stringMatching(/^[\w:.-]{20,64}$/),
    name: fc.constant('Nobody'),
  });
  const commandId = fc.constant('foreign-command');
  const command = fc.oneof(
    fc.record({ type: fc.constant('startTransfer'), commandId, interactionId: id, target }),
    fc.record({ type: fc.constant('cancelTransfer'), commandId, transferId: id }),
    fc.record({ type: fc.constant('dismissTransfer'), commandId, transferId: id }),
    fc.record({
      type: fc.constantFrom('acceptInvitation', 'declineInvitation', 'extendInvitation'),
      commandId,
      invitationId: id,
    }),
    fc.record({
      type: fc.constant('sendMessage'),
      commandId,
      interactionId: id,
      text: fc.string().map((text) => `.${text}`),
    }),
    fc.record({ type: fc.constant('completeInteraction'), commandId, interactionId: id }),
    fc.record({ type: fc.constantFrom('saveFavourite', 'addRecent'), commandId, target: nobody }),
  );
  // Chen owns nothing and is invited to nothing; the others are not signed in, or not there at all.
  const agentId = fc.constantFrom('chen', 'chen', 'dora', 'nobody', '__proto__', 'constructor');
  fc.assert(
    fc.property(agentId, command, (by, loose) => {
      const result = step(state, { at: play.at, kind: 'command', agentId: by, command: v.parse(Command, loose) });
      expect(result).toEqual({ ok: false, problem: expect.anything() });
      expect(play.state).toBe(state);
    }),
    { numRuns: 10_000 },
  );
  expect(JSON.stringify(state)).toBe(before);
});
