import type { DeliveryFailure } from '@baton/contracts';
import { messages, step } from '.';
import { Play, eventsFor, types } from './testing/play';
import { testSeed } from './testing/seed';
import { find } from './table';
import { transcriptOf } from './transcripts';

const customerWrites = (text: string) => ({ kind: 'customerWrites', interactionId: 'sms-1', text }) as const;
const reply = { type: 'sendMessage', interactionId: 'sms-1', text: 'One moment.' } as const;

test('a text of the customer reaches the owner', () => {
  const frames = new Play().happen(customerWrites('Hello?'));
  expect(eventsFor(frames, 'ana')).toMatchObject([
    { type: 'messages.appended', messages: [{ kind: 'customer', index: 3, text: 'Hello?' }] },
  ]);
});

test('while a transfer is pending the owner gets it and the invited agent sees it', () => {
  const play = new Play();
  play.start('agent', 'bianca');
  const frames = play.happen(customerWrites('Hello?'));
  expect(types(frames, 'ana')).toEqual(['messages.appended']);
  expect(eventsFor(frames, 'bianca')).toMatchObject([
    { type: 'invitation.updated', invitation: { lastMessage: { text: 'Hello?' } } },
  ]);
});

test('a picture without a text is in the conversation, and counted in the invitation', () => {
  const play = new Play();
  play.start('agent', 'bianca');
  const attachments = [{ id: 'picture-1', mediaType: 'image/jpeg' }];
  const frames = play.happen({ ...customerWrites(''), attachments });
  expect(eventsFor(frames, 'ana')).toMatchObject([{ messages: [{ kind: 'customer', text: '', attachments }] }]);
  expect(eventsFor(frames, 'bianca')).toMatchObject([
    { type: 'invitation.updated', invitation: { lastMessage: { text: '', attachments: 1 } } },
  ]);
});

test('an agent’s text is sent, then delivered', () => {
  const play = new Play();
  play.send('ana', reply);
  const sent = () => transcriptOf(play.state, 'sms-1').at(-1);
  expect(sent()).toMatchObject({ kind: 'agent', delivery: { state: 'sent' } });
  play.wait(800);
  expect(sent()).toMatchObject({ delivery: { state: 'delivered' } });
  expect(eventsFor(play.sent, 'ana').filter((event) => event.type === 'messages.appended')).toHaveLength(2);
});

function failing(...failures: DeliveryFailure[]): Play {
  const [first, ...others] = testSeed.conversations;
  if (!first) throw new Error('The seed has no conversation');
  return new Play({ ...testSeed, conversations: [{ ...first, failures }, ...others] });
}

test.each([
  ['unreachable', '30003'],
  ['carrierBlocked', '30004'],
  ['numberUnknown', '30005'],
  ['number', '30006'],
  ['filtered', '30007'],
  ['unknown:30410', '30410'],
] satisfies [DeliveryFailure, string][])(
  'a text that is not delivered comes back with the code of the network: %s',
  (reason, code) => {
    const play = failing(reason);
    play.send('ana', reply);
    play.wait(800);
    expect(transcriptOf(play.state, 'sms-1').at(-1)).toMatchObject({ delivery: { state: 'failed', reason, code } });
  },
);

test('texts fail for the reasons that were laid down, and are delivered after that', () => {
  const play = failing('blocked', 'server');
  const fates = ['first', 'second', 'third'].map(() => {
    play.send('ana', reply);
    play.wait(800);
    return transcriptOf(play.state, 'sms-1').at(-1);
  });
  expect(fates).toMatchObject([
    { delivery: { state: 'failed', reason: 'blocked' } },
    { delivery: { state: 'failed', reason: 'server' } },
    { delivery: { state: 'delivered' } },
  ]);
});

describe('a customer who opts out', () => {
  const consentOf = (play: Play) => find(play.state.transcripts, 'sms-1')?.consent;

  test('gets no text, by no agent, until they opt in; the record says both', () => {
    const play = new Play();
    play.happen(customerWrites('Please stop'));
    play.send('ana', reply);
    const frames = play.happen(customerWrites(' Stop! '));
    expect(eventsFor(frames, 'ana')).toMatchObject([
      {
        type: 'interaction.updated',
        interaction: { consent: { state: 'optedOut', since: play.state.now, word: 'STOP' } },
      },
      { type: 'messages.appended', messages: [{ text: ' Stop! ' }, { event: 'optedOut' }] },
    ]);
    expect(play.refusalCode('ana', reply)).toBe('opted_out');
    const transfer = play.start('agent', 'bianca');
    play.accept('bianca');
    expect(transfer).toBeDefined();
    expect(play.refusalCode('bianca', reply)).toBe('opted_out');
    expect(types(play.happen(customerWrites('stop')), 'bianca')).toEqual(['messages.appended']);
    play.happen(customerWrites('start'));
    expect(consentOf(play)).toMatchObject({ state: 'subscribed', word: 'START' });
    play.send('bianca', reply);
    expect(transcriptOf(play.state, 'sms-1').filter(({ kind }) => kind === 'event')).toMatchObject([
      { event: 'optedOut' },
      { event: 'invited' },
      { event: 'accepted' },
      { event: 'optedIn' },
    ]);
  });

  test('is told to the agent who is invited, before and while they decide', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    expect(eventsFor(play.sent, 'bianca')).toContainEqual(
      expect.objectContaining({ invitation: expect.objectContaining({ consent: { state: 'subscribed' } }) }),
    );
    expect(eventsFor(play.happen(customerWrites('STOP')), 'bianca')).toMatchObject([
      { type: 'invitation.updated', invitation: { consent: { state: 'optedOut', word: 'STOP' } } },
    ]);
  });

  test('gets no text that was on its way, and none of those is delivered again', () => {
    const play = new Play();
    play.send('ana', reply);
    const index = transcriptOf(play.state, 'sms-1').length - 1;
    play.happen(customerWrites('STOP'));
    play.wait(800);
    expect(transcriptOf(play.state, 'sms-1')[index]).toMatchObject({
      delivery: { state: 'failed', reason: 'blocked' },
    });
    expect(play.refusalCode('ana', { type: 'redeliverMessage', interactionId: 'sms-1', index })).toBe('opted_out');
  });

  test('asks for help without opting out, and says yes without opting in', () => {
    const play = new Play();
    play.happen(customerWrites('Yes'));
    play.happen(customerWrites('Help?'));
    expect(transcriptOf(play.state, 'sms-1').slice(-2)).toMatchObject([{ text: 'Help?' }, { event: 'helpAsked' }]);
    expect(play.story()).toEqual(['helpAsked']);
    play.send('ana', reply);
  });
});

test('a text that was not delivered is delivered again as the same message', () => {
  const play = failing('server', 'server');
  play.send('ana', reply);
  play.wait(800);
  const before = transcriptOf(play.state, 'sms-1').length;
  const again = { type: 'redeliverMessage', interactionId: 'sms-1', index: before - 1 } as const;
  const now = () => transcriptOf(play.state, 'sms-1').slice(before - 1);
  play.send('ana', again);
  expect(now()).toMatchObject([{ text: reply.text, delivery: { state: 'sent' } }]);
  expect(play.refusalCode('ana', again)).toBe('invalid_state');
  play.wait(800);
  expect(now()).toMatchObject([{ text: reply.text, delivery: { state: 'failed' } }]);
  expect(play.refusalCode('bianca', again)).toBe('forbidden');
  expect(play.refusalCode('ana', { ...again, index: 0 })).toBe('invalid_state');
});

test('only the owner writes, and only while it lasts', () => {
  const play = new Play();
  expect(play.refusalCode('bianca', reply)).toBe('forbidden');
  play.happen({ kind: 'customerEnds', interactionId: 'sms-1' });
  expect(play.refusalCode('ana', reply)).toBe('invalid_state');
  expect(() => play.happen(customerWrites('Hello?'))).toThrow('gone');
  play.send('ana', { type: 'completeInteraction', interactionId: 'sms-1' });
  expect(play.story()).toEqual(['ended']);
});

test('pages end before an index, and only the owner reads them', () => {
  const play = new Play();
  for (let i = 3; i < 120; i += 1) play.happen(customerWrites(`Text ${i}`));
  const page = (agentId: string, range: { before?: number; limit?: number }) =>
    messages(play.state, agentId, { interactionId: 'sms-1', ...range });
  const indexes = (range: { before?: number; limit?: number }) => {
    const answer = page('ana', range);
    if (!answer.ok) throw new Error(answer.problem.detail);
    return [answer.value.messages[0]?.index, answer.value.messages.at(-1)?.index, answer.value.earlier];
  };
  expect(indexes({})).toEqual([70, 119, true]);
  expect(indexes({ before: 70, limit: 20 })).toEqual([50, 69, true]);
  expect(indexes({ before: 10 })).toEqual([0, 9, false]);
  expect(indexes({ before: 0 })).toEqual([undefined, undefined, false]);
  expect(page('bianca', {})).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
});

describe('My Messages', () => {
  test('entries are marked as read, one’s own only', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.decline('bianca');
    const noticeIds = play.snapshot('ana').notices.map((notice) => notice.id);
    expect(play.send('bianca', { type: 'markNoticesRead', noticeIds })).toEqual([]);
    expect(types(play.send('ana', { type: 'markNoticesRead', noticeIds }), 'ana')).toEqual(['notice.updated']);
    expect(play.snapshot('ana').notices.every((notice) => notice.read)).toBe(true);
  });

  test('lose what the agent deletes; other agents cannot delete it', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.decline('bianca');
    const noticeIds = [...play.snapshot('ana').notices.map((notice) => notice.id), 'notice-99'];
    expect(play.send('bianca', { type: 'deleteNotices', noticeIds })).toEqual([]);
    expect(eventsFor(play.send('ana', { type: 'deleteNotices', noticeIds }), 'ana')).toEqual([
      { type: 'notice.deleted', noticeId: 'notice-1', version: play.state.cursor },
    ]);
    expect(play.snapshot('ana').notices).toEqual([]);
  });

  test('tell what the contact centre writes to some agents, or to all who are at work', () => {
    const play = new Play();
    const notice = { kind: 'broadcast', severity: 'information', text: 'Lunch is ready', priority: 'high' } as const;
    play.happen({ kind: 'notice', notice, agentIds: ['ana'] });
    play.happen({ kind: 'notice', notice: { kind: 'service', severity: 'problem', service: 'CRM', state: 'down' } });
    expect(play.notices('ana')).toEqual([
      ['broadcast', 'information'],
      ['service', 'problem'],
    ]);
    expect(play.notices('bianca')).toEqual([['service', 'problem']]);
    expect(play.snapshot('dora').notices).toEqual([]);
    const nobody = step(play.state, { at: play.at, kind: 'notice', notice, agentIds: ['dora'] });
    expect(nobody).toMatchObject({ ok: false, problem: { code: 'not_found' } });
  });

  test('keeps the last 200', () => {
    const play = new Play();
    for (let i = 0; i < 205; i += 1) {
      play.start('agent', 'bianca');
      play.decline('bianca');
    }
    const { notices } = play.snapshot('ana');
    expect(notices).toHaveLength(200);
    expect(notices[0]?.id).toBe('notice-6');
  });
});

describe('dispositions', () => {
  const choices = [{ id: 'refunded', label: 'Refunded' }];
  const playWith = (required: boolean) =>
    new Play({
      ...testSeed,
      pools: testSeed.pools.map((pool) => ({ ...pool, dispositions: { choices, required } })),
    });
  const end = { type: 'completeInteraction', interactionId: 'sms-1' } as const;

  test('the owner sees what there is to choose from', () => {
    const play = playWith(true);
    const mine = play.snapshot('ana').interactions.find(({ id }) => id === 'sms-1');
    expect(mine?.dispositions).toEqual({ choices, required: true });
  });

  test('one that is required has to be given, and one that there is not is refused', () => {
    const play = playWith(true);
    expect(play.refusalCode('ana', end)).toBe('validation');
    expect(play.refusalCode('ana', { ...end, disposition: 'sold' })).toBe('validation');
    play.send('ana', { ...end, disposition: 'refunded' });
    expect(find(play.state.interactions, 'sms-1')).toMatchObject({ state: 'completed', disposition: 'refunded' });
  });

  test('without any to choose from none is taken; one that may be given need not be', () => {
    expect(new Play().refusalCode('ana', { ...end, disposition: 'refunded' })).toBe('validation');
    const play = playWith(false);
    play.send('ana', end);
    expect(play.story()).toEqual(['ended']);
  });
});
