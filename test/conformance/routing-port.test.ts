import { routingErrorCodes } from '@baton/contracts';
import type {
  Command,
  EventFrame,
  Result,
  RoutingBackend,
  RoutingErrorCode,
  Snapshot,
  TargetRef,
} from '@baton/contracts';
import { createContactCentre, createHandlers, findScenario, getResponse } from '@baton/mocks';
import type { ContactCentre, ContactCentrePort } from '@baton/mocks';
import { createHttpRouting, openSession, signInChoices } from '@baton/routing';
import { createManualClock } from '../../mocks/testing/manual-clock';
import type { ManualClock } from '../../mocks/testing/manual-clock';
import { createSeededRandom } from '../../mocks/testing/seeded-random';

// The real client against the real handlers, in one process: only the wire between them is missing.

const bianca: TargetRef = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' };
const conversation = 'sms-1001';

type Draft = Command extends infer C ? (C extends Command ? Omit<C, 'commandId'> : never) : never;

interface World {
  clock: ManualClock;
  centre: ContactCentre;
  /** A window of an agent, signed in and ready. */
  window(agentId: string): Promise<Window>;
}

interface Window {
  routing: RoutingBackend;
  send(draft: Draft, commandId?: string): ReturnType<RoutingBackend['send']>;
  /** The snapshot now. */
  now(): Promise<Snapshot>;
  /** What is told from a position on. */
  follow(cursor: number): Heard;
}

interface Heard {
  frames: EventFrame[];
  /** Everything but frames, in order. */
  log: string[];
  stop(): void;
}

const worlds: ContactCentre[] = [];
afterEach(() => worlds.splice(0).forEach((centre) => centre.close()));

function createWorld(scenario = 'default'): World {
  const clock = createManualClock();
  const random = createSeededRandom();
  const centre = createContactCentre({ scenario: findScenario(scenario), clock, random });
  worlds.push(centre);
  const connection = { baseUrl: 'http://contact-centre.test/', clock, random, fetch: fetchFrom(centre) };

  return {
    clock,
    centre,
    async window(agentId) {
      const { token } = valueOf(await openSession(connection, agentId));
      const routing = createHttpRouting({ ...connection, getToken: async () => token });
      const send: Window['send'] = (draft, commandId = random.id()) => routing.send({ ...draft, commandId });
      valueOf(await send({ type: 'signIn', ready: true }));
      return {
        routing,
        send,
        now: async () => valueOf(await routing.snapshot()),
        follow: (cursor) => followed(routing, cursor),
      };
    },
  };
}

/** A fetch that goes to the handlers instead of the network. Every answer is checked against its schema. */
function fetchFrom(centre: ContactCentrePort): typeof fetch {
  const handlers = createHandlers(centre, { random: createSeededRandom(), checkAnswers: true });
  return async (input, init) => {
    const response = await getResponse(handlers, new Request(input, init), { quiet: true });
    if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
}

function followed(routing: RoutingBackend, cursor: number): Heard {
  const controller = new AbortController();
  const heard: Heard = { frames: [], log: [], stop: () => controller.abort() };
  routing.follow(
    cursor,
    {
      onFrame: (frame) => heard.frames.push(frame),
      onOpen: () => heard.log.push('open'),
      onBreak: () => heard.log.push('break'),
      onGap: () => heard.log.push('gap'),
      onLost: ({ code }) => heard.log.push(`lost: ${code}`),
      onTime: () => {},
    },
    controller.signal,
  );
  return heard;
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.code}: ${result.error.message}`);
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);
const typesOf = ({ frames }: Heard) => frames.flatMap(({ events }) => events.map(({ type }) => type));

/** Lets streams deliver what was said. */
const settle = (clock: ManualClock) => clock.advance(0);

describe('commands', () => {
  test('one hand-over and all that belongs to it, told to both sides', async () => {
    const { clock, centre, window } = createWorld();
    const [ana, colleague] = [await window('ana'), await window('bianca')];
    const [anaHears, biancaHears] = [
      ana.follow((await ana.now()).cursor),
      colleague.follow((await colleague.now()).cursor),
    ];
    await settle(clock);
    const taken = async (window: Window, draft: Draft) => {
      expect(codeOf(await window.send(draft))).toBe('ok');
      await settle(clock);
    };
    const invitation = async () => {
      const [offer] = (await colleague.now()).invitations;
      if (!offer) throw new Error('There is no invitation.');
      return { invitationId: offer.id };
    };
    const transferId = async () => {
      const [transfer] = (await ana.now()).transfers;
      if (!transfer) throw new Error('There is no transfer.');
      return { transferId: transfer.id };
    };
    const start: Draft = { type: 'startTransfer', interactionId: conversation, target: bianca, note: 'Refund' };

    await taken(ana, { type: 'sendMessage', interactionId: conversation, text: 'One moment' });
    await taken(ana, start);
    await taken(colleague, { type: 'extendInvitation', ...(await invitation()) });
    await taken(colleague, { type: 'declineInvitation', ...(await invitation()), reason: 'busy' });
    await taken(ana, { type: 'dismissTransfer', ...(await transferId()) });
    await taken(ana, { type: 'markNoticesRead', noticeIds: (await ana.now()).notices.map(({ id }) => id) });
    await taken(ana, start);
    await taken(ana, { type: 'cancelTransfer', ...(await transferId()) });
    await taken(ana, start);
    await taken(colleague, { type: 'acceptInvitation', ...(await invitation()) });
    await taken(colleague, { type: 'completeInteraction', interactionId: conversation });
    await taken(ana, { type: 'removeFavourite', target: bianca });
    await taken(ana, { type: 'saveFavourite', target: bianca });
    await taken(ana, { type: 'addRecent', target: bianca });
    await taken(ana, { type: 'setChannelState', channel: 'sms', state: 'notReady', reason: 'lunch' });
    await taken(ana, { type: 'signOut' });

    expect(typesOf(anaHears)).toEqual(
      expect.arrayContaining([
        'messages.appended',
        'transfer.pending',
        'transfer.extended',
        'transfer.declined',
        'transfer.dismissed',
        'notice.updated',
        'transfer.cancelled',
        'transfer.accepted',
        'interaction.released',
        'favourites.changed',
        'session.ended',
      ]),
    );
    expect(typesOf(biancaHears)).toEqual(
      expect.arrayContaining([
        'invitation.offered',
        'invitation.updated',
        'invitation.ended',
        'interaction.assigned',
        'interaction.released',
      ]),
    );
    // After signing out the token is worth nothing any more.
    expect(codeOf(await ana.routing.snapshot())).toBe('unauthenticated');
    anaHears.stop();
    biancaHears.stop();
    await settle(clock);
    expect(centre.openStreams()).toBe(0);
  });

  test('one command id is one command, however often it is sent', async () => {
    const { window } = createWorld();
    const ana = await window('ana');
    const text: Draft = { type: 'sendMessage', interactionId: conversation, text: 'Once' };
    const answers = [await ana.send(text, 'command-1'), await ana.send(text, 'command-1')];
    expect(answers.map(codeOf)).toEqual(['ok', 'ok']);
    const messages = (await ana.now()).messages.flatMap((page) => page.messages);
    expect(messages.filter((message) => message.kind === 'agent' && message.commandId === 'command-1')).toHaveLength(1);
  });
});

describe('refusals', () => {
  test('those of the model arrive as what they are', async () => {
    const { window } = createWorld();
    const [ana, colleague] = [await window('ana'), await window('bianca')];
    const to = (id: string) =>
      ana.send({ type: 'startTransfer', interactionId: conversation, target: { kind: 'agent', id, name: id } });
    expect(await to('ana')).toMatchObject({ error: { code: 'target_unavailable', target: 'self' } });
    expect(codeOf(await to('nobody'))).toBe('not_found');
    expect(await to('farid')).toMatchObject({
      error: { code: 'target_unavailable', target: 'offline', reference: expect.stringMatching(/\w/) },
    });
    expect(await to('david')).toMatchObject({ error: { code: 'target_unavailable', target: 'notReady' } });
    expect(codeOf(await colleague.send({ type: 'sendMessage', interactionId: conversation, text: 'Mine?' }))).toBe(
      'forbidden',
    );
    expect(codeOf(await to('bianca'))).toBe('ok');
    expect(codeOf(await to('chen'))).toBe('conflict');
    const [transfer] = (await ana.now()).transfers;
    const [invitation] = (await colleague.now()).invitations;
    const cancel = () => ana.send({ type: 'cancelTransfer', transferId: transfer?.id ?? '' });
    expect(codeOf(await colleague.send({ type: 'acceptInvitation', invitationId: invitation?.id ?? '' }))).toBe('ok');
    expect(codeOf(await cancel())).toBe('too_late');
    expect(codeOf(await colleague.send({ type: 'declineInvitation', invitationId: invitation?.id ?? '' }))).toBe(
      'gone',
    );
  });

  test.each(routingErrorCodes)('%s crosses the wire', async (code: RoutingErrorCode) => {
    const clock = createManualClock();
    const { centre } = createWorld();
    const refusing: ContactCentrePort = {
      ...centre,
      command: async () => ({ ok: false, problem: { code, detail: 'Because' } }),
    };
    const connection = {
      baseUrl: 'http://contact-centre.test/',
      clock,
      random: createSeededRandom(),
      fetch: fetchFrom(refusing),
    };
    const routing = createHttpRouting({ ...connection, getToken: async () => 'token' });
    expect(await routing.send({ commandId: 'command-1', type: 'signOut' })).toMatchObject({
      ok: false,
      error: { code, message: 'Because', reference: expect.stringMatching(/\w/) },
    });
  });

  test('a backend that fails, one that never answers, one that cannot be reached', async () => {
    const start: Draft = { type: 'startTransfer', interactionId: conversation, target: bianca };
    const failing = await createWorld('backend-error').window('ana');
    expect(codeOf(await failing.send(start))).toBe('internal');

    const silent = createWorld('backend-silent');
    const answer = (await silent.window('ana')).send(start);
    await silent.clock.advance(8_000);
    expect(codeOf(await answer)).toBe('unknown_outcome');

    const lost = createWorld('connection-lost');
    const ana = await lost.window('ana');
    const outage = findScenario('connection-lost').network.outages[0]?.from ?? 0;
    await lost.clock.advance(outage + 1);
    expect(codeOf(await ana.routing.snapshot())).toBe('backend_unavailable');
    expect(codeOf(await ana.send(start))).toBe('unknown_outcome');
  });

  test('a token that nobody knows', async () => {
    const { clock, centre } = createWorld();
    const connection = {
      baseUrl: 'http://contact-centre.test/',
      clock,
      random: createSeededRandom(),
      fetch: fetchFrom(centre),
    };
    const routing = createHttpRouting({
      ...connection,
      getToken: async (refused) => (refused === undefined ? 'one' : 'another'),
    });
    expect(codeOf(await routing.snapshot())).toBe('unauthenticated');
    const heard = followed(routing, 0);
    await settle(clock);
    expect(heard.log).toEqual(['lost: unauthenticated']);
  });
});

describe('reads', () => {
  test('who can sign in, the directory page by page, favourites, recents, older messages', async () => {
    const { clock, centre, window } = createWorld();
    const choices = valueOf(
      await signInChoices({
        baseUrl: 'http://contact-centre.test/',
        clock,
        random: createSeededRandom(),
        fetch: fetchFrom(centre),
      }),
    );
    expect(choices.agents.map(({ id }) => id)).toEqual(expect.arrayContaining(['ana', 'bianca']));

    const { routing } = await window('ana');
    const found = valueOf(await routing.searchTargets({ query: 'bianca', kinds: ['agent', 'queue'] }));
    expect(found.targets[0]).toMatchObject({ kind: 'agent', id: 'bianca' });
    const first = valueOf(await routing.searchTargets({ limit: 5 }));
    expect(first.targets).toHaveLength(5);
    const second = valueOf(
      await routing.searchTargets({ limit: 5, ...(first.next !== undefined && { cursor: first.next }) }),
    );
    expect(second.targets[0]).not.toEqual(first.targets[0]);

    expect(valueOf(await routing.favourites()).targets.length).toBeGreaterThan(0);
    expect(valueOf(await routing.recents()).targets.length).toBeGreaterThan(0);
    const page = valueOf(await routing.messages(conversation, { before: 4, limit: 2 }));
    expect(page.messages.map(({ index }) => index)).toEqual([2, 3]);
    expect(page.earlier).toBe(true);
  });
});

describe('the stream', () => {
  test('a dropped stream resumes without losing or repeating anything', async () => {
    const { clock, centre, window } = createWorld();
    const ana = await window('ana');
    const heard = ana.follow((await ana.now()).cursor);
    await settle(clock);
    await centre.control.customerWrites(conversation, 'one');
    await settle(clock);
    await centre.control.dropStreams();
    await centre.control.customerWrites(conversation, 'two');
    await settle(clock);
    expect(heard.log).toEqual(['open', 'break']);
    await clock.advance(1_000);
    await centre.control.customerWrites(conversation, 'three');
    await settle(clock);
    const texts = heard.frames
      .flatMap(({ events }) => events)
      .flatMap((event) => (event.type === 'messages.appended' ? event.messages : []))
      .flatMap((message) => (message.kind === 'customer' ? [message.text] : []));
    expect(texts).toEqual(['one', 'two', 'three']);
    expect(heard.log).toEqual(['open', 'break', 'open']);
    heard.stop();
    await settle(clock);
    expect(centre.openStreams()).toBe(0);
  });

  test('a cursor that the backend does not know is a gap; so is a backend that begins anew', async () => {
    const { clock, centre, window } = createWorld();
    const ana = await window('ana');
    const { cursor } = await ana.now();
    const elsewhere = ana.follow(cursor + 1_000);
    await settle(clock);
    expect(elsewhere.log.at(-1)).toBe('gap');

    const heard = ana.follow(cursor);
    await settle(clock);
    await centre.control.reset();
    await settle(clock);
    expect(heard.log).toEqual(['open', 'gap']);
    expect(centre.openStreams()).toBe(0);
  });

  test('heartbeats keep it open for hours', async () => {
    const { clock, window } = createWorld();
    const ana = await window('ana');
    const heard = ana.follow((await ana.now()).cursor);
    for (let minute = 0; minute < 120; minute += 1) await clock.advance(60_000);
    expect(heard.log).toEqual(['open']);
  });
});
