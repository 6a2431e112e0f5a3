import { routingErrorCodes } from '@baton/contracts';
import type {
  CommandWithoutId,
  EventFrame,
  KnownTargetRef,
  Random,
  Result,
  RoutingBackend,
  Snapshot,
} from '@baton/contracts';
import { describeRoutingBackend, routingBackendChecks } from '@baton/adapter-kit/testing';
import type { BackendWorld } from '@baton/adapter-kit/testing';
import { createHttpRouting, openSession, signInChoices } from '@baton/routing';
import { createHandlers } from '../../mocks/handlers';
import { getResponse } from '../../mocks/msw';
import { findScenario } from '../../mocks/scenarios';
import { createContactCentre } from '../../mocks/service/contact-centre';
import type { ContactCentre } from '../../mocks/service/contact-centre';
import type { ContactCentrePort } from '../../mocks/service/port';
import { createManualClock } from '../../mocks/testing/manual-clock';
import type { ManualClock } from '../../mocks/testing/manual-clock';
import { createSeededRandom } from '../../mocks/testing/seeded-random';

// The real client against the real handlers in one process, without a network.

const bianca: KnownTargetRef = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' };
const conversation = 'sms-1001';

interface World {
  clock: ManualClock;
  random: Random;
  centre: ContactCentre;
  /** The backend of a window in which an agent has a session. */
  routing(agentId: string): Promise<RoutingBackend>;
  /** A window of an agent, signed in and ready. */
  window(agentId: string): Promise<Window>;
}

interface Window {
  routing: RoutingBackend;
  send(command: CommandWithoutId, commandId?: string): ReturnType<RoutingBackend['send']>;
  /** The snapshot now. */
  now(): Promise<Snapshot>;
  /** The frames after a position. */
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

  async function routingOf(agentId: string): Promise<RoutingBackend> {
    const { token } = valueOf(await openSession(connection, agentId));
    return createHttpRouting({ ...connection, getToken: async () => token });
  }

  return {
    clock,
    random,
    centre,
    routing: routingOf,
    async window(agentId) {
      const routing = await routingOf(agentId);
      const send: Window['send'] = (command, commandId = random.id()) => routing.send({ ...command, commandId });
      valueOf(await send({ type: 'signIn', ready: true }));
      return {
        routing,
        send,
        now: async () => valueOf(await routing.snapshot({})),
        follow: (cursor) => followed(routing, cursor),
      };
    },
  };
}

/** A fetch that calls the handlers. Every answer is validated. */
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

/** Waits until streams have delivered their frames. */
const settle = (clock: ManualClock) => clock.advance(0);

async function agentsOf(scenario: string): Promise<BackendWorld> {
  const { clock, random, centre, routing } = createWorld(scenario);
  const agentOf = async (id: string, name: string) => ({ agent: { id, name }, backend: await routing(id) });
  return {
    owner: await agentOf('ana', 'Ana Ruiz'),
    colleague: await agentOf('bianca', 'Bianca Okafor'),
    bystander: await agentOf('chen', 'Chen Wei'),
    random,
    customerWrites: async (id, text) => void (await centre.control.customerWrites({ interactionId: id, text: text })),
    timePasses: (ms) => clock.advance(ms),
    close: () => settle(clock),
  };
}

describeRoutingBackend('The mocked contact centre over HTTP', () => agentsOf('default'));
describeRoutingBackend('With presence on request', () => agentsOf('presence-on-request'));
describeRoutingBackend('Without presence', () => agentsOf('no-presence'));

test('a backend that promises to push presence and does not fails the suite', async () => {
  const world = await agentsOf('default');
  const { backend } = world.owner;
  const silent: RoutingBackend = {
    ...backend,
    follow: (cursor, listener, signal) =>
      backend.follow(cursor, { ...listener, onFrame: (frame) => listener.onFrame(withoutTargets(frame)) }, signal),
  };
  const check = routingBackendChecks.find(({ name }) => name.includes('Not Ready'));
  await expect(check?.run({ ...world, owner: { ...world.owner, backend: silent } })).rejects.toThrow(
    'A change of presence is told by targets.changed.',
  );
});

const withoutTargets = (frame: EventFrame): EventFrame => ({
  ...frame,
  events: frame.events.filter(({ type }) => type !== 'targets.changed'),
});

describe('commands', () => {
  test('after signing out the token is worth nothing any more', async () => {
    const { clock, centre, window } = createWorld();
    const ana = await window('ana');
    const heard = ana.follow((await ana.now()).cursor);
    await settle(clock);
    expect(codeOf(await ana.send({ type: 'signOut' }))).toBe('ok');
    await settle(clock);
    expect(typesOf(heard)).toContain('session.ended');
    expect(codeOf(await ana.routing.snapshot({}))).toBe('unauthenticated');
    heard.stop();
    await settle(clock);
    expect(centre.openStreams()).toBe(0);
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

  test.each(routingErrorCodes)('%s crosses the wire', async (code) => {
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
    const start: CommandWithoutId = { type: 'startTransfer', interactionId: conversation, target: bianca };
    const failing = await createWorld('backend-error').window('ana');
    expect(codeOf(await failing.send(start))).toBe('internal');

    const silent = createWorld('backend-silent');
    const answer = (await silent.window('ana')).send(start);
    await silent.clock.advance(8_000);
    expect(codeOf(await answer)).toBe('unknown_outcome');

    const lost = createWorld('connection-lost');
    const ana = await lost.window('ana');
    const outage = findScenario('connection-lost').network.outages[0]?.fromMs ?? 0;
    await lost.clock.advance(outage + 1);
    expect(codeOf(await ana.routing.snapshot({}))).toBe('backend_unavailable');
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
    expect(codeOf(await routing.snapshot({}))).toBe('unauthenticated');
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

    expect(valueOf(await routing.favourites({})).targets.length).toBeGreaterThan(0);
    expect(valueOf(await routing.recents({})).targets.length).toBeGreaterThan(0);
    const page = valueOf(await routing.messages({ interactionId: conversation, before: 4, limit: 2 }));
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
    await centre.control.customerWrites({ interactionId: conversation, text: 'one' });
    await settle(clock);
    await centre.control.dropStreams();
    await centre.control.customerWrites({ interactionId: conversation, text: 'two' });
    await settle(clock);
    expect(heard.log).toEqual(['open', 'break']);
    await clock.advance(1_000);
    await centre.control.customerWrites({ interactionId: conversation, text: 'three' });
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
