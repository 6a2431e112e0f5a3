import type { Contact, EventFrame, Random, Result, RoutingBackend } from '@baton/contracts';
import { createManualClock } from '@baton/contracts/testing';
import { createAdapter, refuse } from './index';
import type { AdapterOptions, News, SaidInteraction, SaidInvitation } from './index';

const start = 1_000_000;
const ana = { id: 'ana', name: 'Ana' };
const bianca = { kind: 'agent', id: 'bianca', name: 'Bianca' } as const;
const contact: Contact = {
  id: 'c-1',
  name: 'Jo',
  address: { kind: 'phone', value: '+447700900123', display: '07700 900123' },
};
const conversation: SaidInteraction = {
  id: 'sms-1',
  channel: 'sms',
  contact,
  state: 'active',
  startedAt: 1,
  assignedAt: 1,
  capabilities: ['sendMessage', 'transfer'],
};
const offer: SaidInvitation = { id: 'i-1', interactionId: 'sms-2', from: ana, contact, waitingSince: 1 };
const ready = { ...ana, presence: { state: 'ready' as const, since: 1 }, channels: [] };

function createWorld(options: Partial<Pick<AdapterOptions, 'capabilities' | 'close' | 'commands' | 'reads'>> = {}) {
  const clock = createManualClock(start);
  let ids = 0;
  const random: Random = { id: () => `id-${String((ids += 1)).padStart(29, '0')}`, next: () => 0 };
  const reads = { searchTargets: async () => ({ targets: [], total: 0 }) };
  const adapter = createAdapter({
    clock,
    random,
    capabilities: {},
    commands: {},
    ...options,
    reads: { ...reads, ...options.reads },
  });
  adapter.tell((news) => {
    news.agent(ready);
    news.interaction(conversation);
  });
  const now = async () => valueOf(await adapter.backend.snapshot({}));
  return { clock, adapter, backend: adapter.backend, now };
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.code}: ${result.error.message}`);
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);

/** Follows from a position, and records frames and stream events. */
function followed(backend: RoutingBackend, cursor: number) {
  const controller = new AbortController();
  const frames: EventFrame[] = [];
  const log: string[] = [];
  const listener = {
    onFrame: (frame: EventFrame) => {
      frames.push(frame);
      log.push(...frame.events.map(({ type }) => type));
    },
    onOpen: () => log.push('open'),
    onBreak: (retryInMs: number) => log.push(`break ${retryInMs}`),
    onGap: () => log.push('gap'),
    onLost: ({ code }: { code: string }) => log.push(`lost ${code}`),
    onTime: () => {},
  };
  backend.follow(cursor, listener, controller.signal);
  return { frames, log, stop: () => controller.abort() };
}

describe('steps', () => {
  test('what has not changed says nothing, and a step of which nothing is new is no frame', async () => {
    const { adapter, backend, now } = createWorld();
    const { cursor } = await now();
    const heard = followed(backend, cursor);
    adapter.tell((news) => news.interaction({ ...conversation }));
    adapter.tell((news) => {
      news.agent(ready);
      news.interaction({ ...conversation, segment: 'Gold' });
    });
    await Promise.resolve();
    expect(heard.frames).toEqual([
      {
        v: 1,
        cursor: cursor + 1,
        at: start,
        events: [
          {
            type: 'interaction.updated',
            interaction: { ...conversation, segment: 'Gold', owner: ana, version: cursor + 1 },
          },
        ],
      },
    ]);
  });

  test('an error names the field and the cure, and nothing of its step is sent', async () => {
    const { adapter, now } = createWorld();
    const before = await now();
    const say = (news: News) => {
      news.interactionReleased('sms-1', 'completed');
      news.interaction({ ...conversation, contact: { ...contact, address: { kind: 'phone', value: '' } } });
    };
    expect(() => adapter.tell(say)).toThrow(
      /interaction "sms-1": contact\.address\.value: .*Give an Interaction as @baton\/contracts/,
    );
    expect(await now()).toEqual(before);
    expect(() => adapter.tell((news) => news.messages('sms-9', []))).toThrow(/"sms-9".*Say interaction/);
  });

  test('ends of what was never said, as after a reload, say nothing', async () => {
    const { adapter, now } = createWorld();
    const before = await now();
    adapter.tell((news) => {
      news.transferEnded('t-9', { state: 'expired' });
      news.invitationEnded('i-9', 'withdrawn');
      news.interactionReleased('sms-9', 'completed');
    });
    expect(await now()).toEqual(before);
  });

  test('an offer may say that the conversation comes back', async () => {
    const { adapter, now } = createWorld();
    const { id: interactionId, contact: customer } = conversation;
    const offer = {
      id: 'i-1',
      interactionId,
      contact: customer,
      waitingSince: 1,
      from: { id: 'bianca', name: 'Bianca' },
    };
    adapter.tell((news) => news.invitation(offer));
    expect((await now()).invitations).toMatchObject([{ kind: 'transfer' }]);
    adapter.tell((news) => news.invitation({ ...offer, kind: 'return' }));
    expect((await now()).invitations).toMatchObject([{ kind: 'return' }]);
  });

  test('a text that was written elsewhere has no command', async () => {
    const { adapter, now } = createWorld();
    adapter.tell((news) =>
      news.messages('sms-1', [{ kind: 'agent', id: 'm-8', from: { id: 'ana', name: 'Ana' }, text: 'By phone' }]),
    );
    expect((await now()).messages[0]?.messages.at(-1)).not.toHaveProperty('commandId');
  });

  test('the command of a text is kept when it is said again without', async () => {
    const { adapter, now } = createWorld();
    const line = { kind: 'agent', id: 'm-9', from: { id: 'ana', name: 'Ana' }, text: 'Hello' } as const;
    adapter.tell((news) => news.messages('sms-1', [{ ...line, commandId: 'command-9' }]));
    adapter.tell((news) => news.messages('sms-1', [{ ...line, delivery: { state: 'delivered' } }]));
    const [page] = (await now()).messages;
    expect(page?.messages.at(-1)).toMatchObject({ commandId: 'command-9', delivery: { state: 'delivered' } });
  });

  test('a step within a step is refused', async () => {
    const { adapter, now } = createWorld();
    const before = await now();
    expect(() => adapter.tell(() => adapter.tell(() => {}))).toThrow('a step within a step');
    adapter.tell((news) => news.interactionReleased('sms-1', 'completed'));
    expect((await now()).cursor).toBe(before.cursor + 1);
  });

  test('a conversation that leaves takes its messages along, and its hand-over stays known', async () => {
    const { adapter, now } = createWorld();
    adapter.tell((news) => {
      news.messages('sms-1', [{ kind: 'customer', id: 'm-1', name: 'Jo', text: 'Hello' }]);
      news.transfer({ id: 't-1', interactionId: 'sms-1', target: bianca, commandId: 'command-1' });
    });
    expect(await now()).toMatchObject({
      transfers: [{ id: 't-1', by: ana, state: 'pending', route: [] }],
      endedTransfers: [],
    });
    adapter.tell((news) => {
      news.interactionReleased('sms-1', 'transferred', bianca);
      news.transferEnded('t-1', { state: 'accepted', acceptedBy: bianca });
    });
    expect(await now()).toMatchObject({
      interactions: [],
      messages: [],
      transfers: [{ id: 't-1', state: 'accepted' }],
      endedTransfers: [],
    });
  });

  test('a conversation that comes back has nothing of the transfer it left with, and one transfer at a time', async () => {
    const { adapter, backend, now } = createWorld();
    adapter.tell((news) => news.transfer({ id: 't-1', interactionId: 'sms-1', target: bianca }));
    const second = (news: News) => news.transfer({ id: 't-2', interactionId: 'sms-1', target: bianca });
    expect(() => adapter.tell(second)).toThrow('"t-1" is still pending. Say transferEnded(…) of it first.');
    adapter.tell((news) => news.interactionReleased('sms-1', 'transferred'));
    const heard = followed(backend, (await now()).cursor);
    adapter.tell((news) => news.interaction(conversation));
    adapter.tell((news) => news.transferEnded('t-1', { state: 'expired' }));
    adapter.tell(second);
    await Promise.resolve();
    expect(heard.log).toEqual(['interaction.assigned', 'transfer.dismissed', 'transfer.pending', 'open']);
    expect((await now()).transfers).toMatchObject([{ id: 't-2' }]);
  });

  test('each entity is sent once in a step, with its final value', async () => {
    const { adapter, backend, now } = createWorld();
    const heard = followed(backend, (await now()).cursor);
    adapter.tell((news) => {
      const message = { kind: 'agent', id: 'm-1', from: ana, text: 'Hi' } as const;
      news.messages('sms-1', [message]);
      news.messages('sms-1', [{ ...message, delivery: { state: 'delivered' } }]);
      news.transfer({ id: 't-1', interactionId: 'sms-1', target: bianca });
      news.transferEnded('t-1', { state: 'declined' });
      news.invitation(offer);
      news.invitationEnded('i-1', 'withdrawn');
      news.interaction({ ...conversation, id: 'sms-2' });
      news.interaction({ ...conversation, id: 'sms-2', segment: 'Gold' });
      news.interaction({ ...conversation, id: 'sms-3' });
      news.interactionReleased('sms-3', 'completed');
      news.targets([
        { ...bianca, address: 'b', presence: { state: 'ready', since: 1 }, sms: { available: true } },
        { ...bianca, address: 'b', presence: { state: 'busy', since: 1 }, sms: { available: true } },
      ]);
    });
    await Promise.resolve();
    expect(heard.frames[0]?.events).toMatchObject([
      { type: 'interaction.assigned', interaction: { id: 'sms-2', segment: 'Gold' } },
      { type: 'messages.appended', messages: [{ index: 0, delivery: { state: 'delivered' } }] },
      { type: 'invitation.ended', invitation: { outcome: 'withdrawn' } },
      { type: 'transfer.declined' },
      { type: 'targets.changed', targets: [{ presence: { state: 'busy' } }] },
    ]);
  });
});

describe('messages', () => {
  test('are numbered in the order in which they are said; the same id is the same message', async () => {
    const { adapter, backend, clock, now } = createWorld();
    adapter.tell((news) =>
      news.messages('sms-1', [
        { kind: 'customer', id: 'm-1', name: 'Jo', text: 'Hello' },
        { kind: 'agent', id: 'm-2', from: ana, text: 'Hi' },
      ]),
    );
    clock.advance(1_000);
    adapter.tell((news) =>
      news.messages('sms-1', [
        { kind: 'customer', id: 'm-1', name: 'Jo', text: 'Hello' },
        { kind: 'agent', id: 'm-2', from: ana, text: 'Hi', delivery: { state: 'delivered' } },
        { kind: 'customer', id: 'm-3', name: 'Jo', text: 'Thanks' },
      ]),
    );
    const [page] = (await now()).messages;
    expect(page?.messages).toMatchObject([
      { index: 0, version: start + 2, at: start },
      { index: 1, version: start + 3, at: start, delivery: { state: 'delivered' } },
      { index: 2, version: start + 3, at: start + 1_000 },
    ]);
    const older = valueOf(await backend.messages({ interactionId: 'sms-1', before: 2, limit: 1 }));
    expect(older).toMatchObject({ messages: [{ index: 1 }], earlier: true });
    expect(codeOf(await backend.messages({ interactionId: 'sms-9' }))).toBe('not_found');
  });

  test.each(['before', 'after'] as const)('a text is known by its id when it is said %s the answer', async (when) => {
    const { adapter, backend, now } = createWorld({
      commands: {
        sendMessage({ text }) {
          if (when === 'before') say(text);
          return { messageId: 'm-7' };
        },
      },
    });
    const say = (text: string) =>
      adapter.tell((news) => news.messages('sms-1', [{ kind: 'agent', id: 'm-7', from: ana, text }]));
    await backend.send({ type: 'sendMessage', commandId: 'command-1', interactionId: 'sms-1', text: 'Hi' });
    if (when === 'after') say('Hi');
    expect((await now()).messages[0]?.messages).toMatchObject([{ index: 0, text: 'Hi', commandId: 'command-1' }]);
  });
});

describe('commands', () => {
  const text = { type: 'sendMessage', commandId: 'command-1', interactionId: 'sms-1', text: 'Hi' } as const;

  test('count once; another one under the id is a conflict', async () => {
    const sent: string[] = [];
    const { backend, clock, now } = createWorld({
      commands: { sendMessage: (command) => void sent.push(command.text) },
    });
    const answers = await Promise.all([backend.send(text), backend.send(text), backend.send({ ...text, text: 'Ho' })]);
    expect(answers.map(codeOf)).toEqual(['ok', 'ok', 'conflict']);
    expect(sent).toEqual(['Hi']);
    expect((await now()).recentCommands).toEqual(['command-1']);
    clock.advance(60_001);
    expect((await now()).recentCommands).toEqual([]);
  });

  test('fail with the refusal of the handler, and without one with an unknown outcome', async () => {
    let calls = 0;
    const { adapter, backend, now } = createWorld({
      commands: {
        sendMessage() {
          calls += 1;
          throw new Error('The line went dead');
        },
        startTransfer: async () => refuse('target_unavailable', 'Gone home', 'offline'),
      },
    });
    expect(await backend.send(text)).toMatchObject({
      error: { code: 'unknown_outcome', message: 'The line went dead' },
    });
    expect((await now()).recentCommands).toEqual([]);
    await backend.send(text);
    expect(calls).toBe(2);
    adapter.tell(() => {}, 'command-1');
    expect((await now()).recentCommands).toEqual(['command-1']);
    const start = { type: 'startTransfer', commandId: 'command-2', interactionId: 'sms-1', target: bianca } as const;
    expect(await backend.send(start)).toMatchObject({
      error: { code: 'target_unavailable', target: 'offline', message: 'Gone home', retryable: false },
    });
    expect(codeOf(await backend.send({ type: 'signOut', commandId: 'command-3' }))).toBe('unsupported');
    expect(codeOf(await backend.send({ ...text, commandId: 'no' }))).toBe('validation');
  });

  test('My Messages and outcomes are kept for products that do not', async () => {
    const { adapter, backend, now } = createWorld();
    adapter.tell((news) => {
      const about = { at: 1, severity: 'warning', interactionId: 'sms-1', customer: 'Jo' } as const;
      news.notice({ id: 'n-1', kind: 'invitation.missed', ...about });
      news.notice({ id: 'n-2', kind: 'invitation.missed', ...about });
      news.transfer({ id: 't-1', interactionId: 'sms-1', target: bianca });
    });
    const dismiss = { type: 'dismissTransfer', transferId: 't-1' } as const;
    expect(codeOf(await backend.send({ ...dismiss, commandId: 'command-1' }))).toBe('conflict');
    adapter.tell((news) => news.transferEnded('t-1', { state: 'declined' }));
    await backend.send({ ...dismiss, commandId: 'command-2' });
    await backend.send({ type: 'markNoticesRead', noticeIds: ['n-1', 'n-3'], commandId: 'command-3' });
    await backend.send({ type: 'deleteNotices', noticeIds: ['n-2', 'n-3'], commandId: 'command-4' });
    expect(await now()).toMatchObject({ transfers: [], endedTransfers: ['t-1'], notices: [{ id: 'n-1', read: true }] });
  });

  test('a capability that nothing answers for is refused where the adapter is made', () => {
    expect(() => createWorld({ capabilities: { cancelPendingTransfer: true } })).toThrow(
      'capabilities.cancelPendingTransfer is on, but commands.cancelTransfer is missing.',
    );
    const commands = { saveFavourite: () => {}, removeFavourite: () => {} };
    expect(() => createWorld({ capabilities: { favourites: true }, commands })).toThrow('reads.favourites is missing');
  });
});

describe('the stream', () => {
  test('goes on from where one was, and knows what it no longer has', async () => {
    const { adapter, backend, now } = createWorld();
    const { cursor } = await now();
    const rename = (segment: string) => adapter.tell((news) => news.interaction({ ...conversation, segment }));
    rename('one');
    rename('two');
    const early = followed(backend, cursor - 2);
    rename('three');
    await Promise.resolve();
    expect(early.log).toEqual(['gap']);
    const [heard, tooOld, unborn] = [cursor + 1, cursor - 2, cursor + 9].map((at) => followed(backend, at));
    expect(heard?.log).toEqual([]);
    await Promise.resolve();
    expect(heard?.log).toEqual(['interaction.updated', 'interaction.updated', 'open']);
    expect([tooOld?.log, unborn?.log]).toEqual([['gap'], ['gap']]);
    for (let at = 0; at < 600; at += 1) rename(`${at}`);
    expect(heard?.frames).toHaveLength(602);
    const [lost, kept] = [cursor + 102, cursor + 103].map((at) => followed(backend, at));
    await Promise.resolve();
    expect(lost?.log).toEqual(['gap']);
    expect(kept?.frames).toHaveLength(500);
    heard?.stop();
    rename('last');
    expect(heard?.frames).toHaveLength(602);
  });

  test('reports a lost connection to the product, and the end of the session', async () => {
    const { adapter, backend, now } = createWorld();
    const heard = followed(backend, (await now()).cursor);
    await Promise.resolve();
    adapter.connectionBroke(5_000);
    const late = followed(backend, (await now()).cursor);
    await Promise.resolve();
    adapter.connectionRestored();
    expect(late.log).toEqual(['break 5000', 'open']);
    adapter.sessionLost('The token has expired');
    adapter.tell((news) => news.interactionReleased('sms-1', 'signedOut'));
    expect(heard.log).toEqual(['open', 'break 5000', 'open', 'lost unauthenticated']);
  });

  test('a listener that causes a frame receives it after the earlier ones', async () => {
    const { adapter, backend, now } = createWorld();
    const { cursor } = await now();
    const order: number[] = [];
    const listen = (onFrame: (frame: EventFrame) => void) =>
      backend.follow(
        cursor,
        { onFrame, onOpen() {}, onBreak() {}, onGap() {}, onLost() {}, onTime() {} },
        new AbortController().signal,
      );
    listen((frame) => {
      if (frame.cursor === cursor + 1) adapter.tell((news) => news.interactionReleased('sms-1', 'completed'));
    });
    listen((frame) => order.push(frame.cursor));
    await Promise.resolve();
    adapter.tell((news) => news.interaction({ ...conversation, segment: 'Gold' }));
    expect(order).toEqual([cursor + 1, cursor + 2]);
  });
});

describe('time', () => {
  test('an offer without a reported end ends 2 s after its deadline; an extension counts', async () => {
    const { adapter, clock, now } = createWorld();
    adapter.tell((news) => news.invitation({ ...offer, expiresAt: start + 10_000 }));
    adapter.tell((news) => news.invitation({ ...offer, expiresAt: start + 20_000 }));
    clock.advance(21_999);
    expect((await now()).invitations).toHaveLength(1);
    clock.advance(1);
    expect((await now()).invitations).toEqual([]);
    expect(clock.pending()).toBe(0);
  });

  test('a deadline further off than timers reach is kept', async () => {
    const { adapter, clock, now } = createWorld();
    const monthMs = 31 * 24 * 3_600_000;
    adapter.tell((news) => news.invitation({ ...offer, expiresAt: start + monthMs }));
    clock.advance(monthMs);
    expect((await now()).invitations).toHaveLength(1);
    clock.advance(2_000);
    expect((await now()).invitations).toEqual([]);
  });

  test.each(['adapter', 'backend'] as const)(
    'the connection to the product ends once: the %s is closed first',
    (first) => {
      const close = jest.fn();
      const { adapter, backend } = createWorld({ close });
      const both = { adapter: () => adapter.close(), backend: () => backend.close?.() };
      both[first]();
      both.adapter();
      both.backend();
      expect(close).toHaveBeenCalledTimes(1);
    },
  );

  test('close leaves no timer, and no follower is called any more', async () => {
    const { adapter, backend, clock, now } = createWorld();
    const heard = followed(backend, (await now()).cursor);
    await Promise.resolve();
    adapter.tell((news) => news.invitation({ ...offer, expiresAt: start + 10_000 }));
    expect(clock.pending()).toBe(1);
    adapter.close();
    expect(clock.pending()).toBe(0);
    adapter.tell((news) => news.invitationEnded('i-1', 'withdrawn'));
    expect(heard.log).toEqual(['open', 'invitation.offered']);
    expect(codeOf(await backend.snapshot({}))).toBe('backend_unavailable');
    expect(codeOf(await backend.send({ type: 'signOut', commandId: 'command-1' }))).toBe('backend_unavailable');
  });
});

describe('reads', () => {
  test('are given versions; what is asked for in vain is said', async () => {
    const { backend, now } = createWorld({
      reads: {
        searchTargets: async ({ query, limit }) => {
          if (query === 'down') throw new Error('No line');
          const sms = { available: true } as const;
          const presence = { state: 'ready', since: 1 } as const;
          return { targets: [{ ...bianca, address: 'b', presence, sms }], total: limit };
        },
        refresh: async () => {},
      },
    });
    const { cursor } = await now();
    expect(valueOf(await backend.searchTargets({}))).toMatchObject({
      targets: [{ version: cursor }],
      total: 50,
      at: start,
    });
    expect(codeOf(await backend.searchTargets({ query: 'down' }))).toBe('backend_unavailable');
    expect(codeOf(await backend.searchTargets({ limit: 1_000 }))).toBe('validation');
    expect(codeOf(await backend.favourites({}))).toBe('unsupported');
  });
});
