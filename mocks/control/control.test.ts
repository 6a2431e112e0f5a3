import { rowsOf } from '../contact-centre';
import { delivery, samsConversation } from '../scenarios/demo-data';
import { findScenario } from '../scenarios';
import type { Scenario } from '../scenarios';
import { memoryLog } from '../service/log';
import { createManualClock } from '../testing/manual-clock';
import { createTestCentre, given } from '../testing/test-centre';
import type { TestCentreOptions } from '../testing/test-centre';
import { createWire, fetchOver, readEvents } from '../testing/wire';
import { createControl } from './client';
import { controlNames } from './operations';

const bianca = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } as const;

/** A contact centre, and control of it over the wire as a page has it. */
function desk(options: TestCentreOptions = { scenario: 'no-answer' }) {
  const test = createTestCentre(options);
  const wire = createWire(test.centre);
  const control = createControl(fetchOver(wire));
  return { ...test, wire, control };
}

async function invited(options?: TestCentreOptions) {
  const test = desk(options);
  const ana = await test.signIn('ana');
  const transfer = () => given(ana.send({ type: 'startTransfer', interactionId: samsConversation, target: bianca }));
  return { ...test, ana, transfer };
}

test('the client has a method for every operation', () => {
  expect(Object.keys(desk().control)).toEqual(controlNames);
});

test('a refusal says what was asked, and why it is refused', async () => {
  const { control } = desk();
  await expect(control.customerEnds({ interactionId: 'sms-0' })).rejects.toMatchObject({
    operation: 'customerEnds',
    code: 'not_found',
    message: 'customerEnds: No interaction "sms-0"',
  });
});

test('the overview tells what a panel shows', async () => {
  const { control, transfer, ana } = await invited();
  await ana.follow();
  await transfer();
  const overview = await control.overview();
  expect(overview.agents).toContainEqual(
    expect.objectContaining({ id: 'ana', signedIn: true, sms: 'ready', following: true }),
  );
  expect(overview.conversations).toContainEqual(
    expect.objectContaining({ id: samsConversation, owner: { kind: 'agent', id: 'ana' }, ended: false }),
  );
  const expiresAt = overview.now + 30_000;
  expect(overview.transfers).toMatchObject([{ interactionId: samsConversation, target: bianca, expiresAt }]);
  expect(overview.invitations).toMatchObject([{ agentId: 'bianca', kind: 'transfer', expiresAt }]);
  expect(overview.deadlines).toEqual([{ due: expiresAt, what: 'invitation', id: overview.invitations[0]?.id }]);
  expect(overview).toMatchObject({ rate: 1, streams: 1, colleagues: [], presenceTraffic: 0, directorySize: 18 });
});

test('a panel goes to three seconds before a deadline, and stops there', async () => {
  const { control, transfer, clock } = await invited();
  await transfer();
  await control.setRate({ rate: 0 });
  const { now, deadlines } = await control.overview();
  await control.advance({ ms: (deadlines[0]?.due ?? 0) - now - 3000 });
  await clock.advance(60_000);
  expect((await control.overview()).invitations).toHaveLength(1);
  await control.advance({ ms: 3000 });
  expect((await control.overview()).invitations).toEqual([]);
});

describe('colleagues', () => {
  const outcomes = {
    accept: { state: 'accepted' },
    decline: { state: 'declined', reason: 'busy' },
    ignore: { state: 'pending' },
    extend: { state: 'pending', extensions: 1 },
  } as const;

  test.each(Object.entries(outcomes))('%s after the time that is set', async (answer, outcome) => {
    const { control, centre, clock, transfer } = await invited({ scenario: 'target-accepts' });
    const behaviour = { agentId: 'bianca', answer: answer as keyof typeof outcomes, reason: 'busy' as const };
    await control.setColleague({ ...behaviour, afterMs: 5000 });
    await transfer();
    const transferNow = async () => {
      const { transfers } = await centre.state();
      return transfers.nodes.flat(2)[0]?.row.transfer;
    };
    // The scenario's own answer would come after three seconds.
    await clock.advance(4999);
    expect(await transferNow()).toMatchObject({ state: 'pending', extensions: 0 });
    await clock.advance(1);
    expect(await transferNow()).toMatchObject(outcome);
  });

  test('answer invitations that are open already', async () => {
    const { control, clock, transfer } = await invited();
    await transfer();
    await clock.advance(10_000);
    await control.setColleague({ agentId: 'bianca', answer: 'accept', afterMs: 2000 });
    await clock.advance(2000);
    expect((await control.overview()).conversations).toContainEqual(
      expect.objectContaining({ id: samsConversation, owner: { kind: 'agent', id: 'bianca' } }),
    );
  });

  test('keep their behaviour over a restart, with the answer that they owe', async () => {
    const log = memoryLog();
    const clock = createManualClock();
    const before = await invited({ scenario: 'no-answer', log, clock });
    await before.control.setColleague({ agentId: 'bianca', answer: 'decline', afterMs: 8000 });
    await before.control.setNetwork({ stream: 'buffered' });
    await before.transfer();
    before.centre.close();
    await before.centre.state();
    const after = desk({ scenario: 'no-answer', log, clock });
    expect(await after.control.overview()).toMatchObject({
      colleagues: [{ agentId: 'bianca', answer: 'decline', afterMs: 8000 }],
      network: { stream: 'buffered' },
      invitations: [{ agentId: 'bianca' }],
    });
    await clock.advance(8000);
    expect((await after.control.overview()).invitations).toEqual([]);
  });

  test('have to exist', async () => {
    const answer = desk().control.setColleague({ agentId: 'nobody', answer: 'accept', afterMs: 0 });
    await expect(answer).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the customer', () => {
  test('begins a conversation, which the next agent who is ready is offered', async () => {
    const { control } = await invited();
    const contact = { id: 'contact-900', name: 'Ida Falk' };
    await control.customerStarts({ contact, queueId: delivery.id, text: 'Where is it?' });
    const { conversations, invitations } = await control.overview();
    expect(conversations).toContainEqual(
      expect.objectContaining({ contact, owner: { kind: 'queue', id: delivery.id } }),
    );
    expect(invitations).toMatchObject([{ agentId: 'bianca', kind: 'inbound' }]);
  });

  test('writes, sends a picture, and ends', async () => {
    const { control, ana, centre } = await invited();
    await control.customerWrites({ interactionId: samsConversation, text: 'Hello?' });
    await control.customerSendsImage({ interactionId: samsConversation, text: 'Look' });
    await control.customerEnds({ interactionId: samsConversation });
    const { messages } = await given(centre.read(ana.token, 'messages', { interactionId: samsConversation, limit: 3 }));
    expect(messages).toMatchObject([
      { kind: 'customer', text: 'Hello?' },
      { kind: 'customer', text: 'Look', attachments: [{ mediaType: 'image/svg+xml' }] },
      { kind: 'event', event: 'ended' },
    ]);
    const { conversations } = await control.overview();
    expect(conversations).toContainEqual(expect.objectContaining({ id: samsConversation, ended: true }));
  });
});

describe('the directory', () => {
  const search = async ({ wire }: ReturnType<typeof desk>, token: string, query: string) =>
    (await wire({ path: `/v1/targets?${new URLSearchParams({ query, limit: '1' })}`, token })).json();

  test('grows, and shrinks again to that of the scenario', async () => {
    const test = await invited();
    const { control, ana } = test;
    const [few] = [(await search(test, ana.token, '')).total];
    await control.setDirectory({ size: 1000 });
    expect((await control.overview()).directorySize).toBe(1000);
    expect((await search(test, ana.token, '')).total).toBe(1000);
    // A sign-in page offers those of the scenario only.
    expect((await given(test.centre.signInChoices())).agents).toHaveLength(12);
    await control.setDirectory({ size: 0 });
    expect((await search(test, ana.token, '')).total).toBe(few);
    expect((await control.overview()).directorySize).toBe(few);
  });

  test('has the same names for the same seed', async () => {
    const namesWith = async (chance: number) => {
      const test = desk({ scenario: { ...findScenario('no-answer'), chance } });
      await test.control.setDirectory({ size: 200 });
      const { agents } = await test.centre.state();
      return rowsOf(agents).map(({ name }) => name);
    };
    expect(await namesWith(7)).toEqual(await namesWith(7));
    expect(await namesWith(7)).not.toEqual(await namesWith(8));
  });

  test('is told of changes by traffic, and of none when it has stopped', async () => {
    const { centre, control, clock, ana } = await invited();
    await control.setDirectory({ size: 500 });
    const sink = await ana.follow();
    await given(centre.read(ana.token, 'searchTargets', { limit: 200 }));
    await control.setPresenceTraffic({ perSecond: 20 });
    await clock.advance(5000);
    const told = sink.types().filter((type) => type === 'targets.changed').length;
    expect(told).toBeGreaterThan(2);
    await control.setPresenceTraffic({ perSecond: 0 });
    await clock.advance(2000);
    sink.frames.length = 0;
    await clock.advance(10_000);
    expect(sink.types()).toEqual([]);
  });

  test('traffic leaves those alone who are played by a person or by the script', async () => {
    const { control, clock } = await invited();
    const before = await control.overview();
    await control.setPresenceTraffic({ perSecond: 100 });
    await clock.advance(1500);
    const after = await control.overview();
    const readiness = (id: string) => [before, after].map(({ agents }) => agents.find((agent) => agent.id === id)?.sms);
    expect(readiness('ana')).toEqual(['ready', 'ready']);
    expect(after.agents).not.toEqual(before.agents);
  });
});

describe('the network', () => {
  test('fails each n-th time', async () => {
    const { control, wire, ana } = await invited();
    await control.setNetwork({ failures: [{ operation: 'favourites', how: 'error', oneIn: 3 }] });
    const statuses: number[] = [];
    for (let at = 0; at < 6; at += 1)
      statuses.push((await wire({ path: '/v1/targets/favourites', token: ana.token })).status);
    expect(statuses).toEqual([200, 200, 500, 200, 200, 500]);
  });

  test.each([
    ['snapshot', '/v1/snapshot'],
    ['events', '/v1/events'],
    ['signInChoices', '/v1/session/agents'],
  ] as const)('loses the connection of %s', async (operation, path) => {
    const { control, wire, ana } = await invited();
    await control.setNetwork({ failures: [{ operation, how: 'lost' }] });
    expect((await wire({ path, token: ana.token })).type).toBe('error');
    await control.setNetwork({ failures: [] });
    const response = await wire({ path, token: ana.token });
    expect(response.status).toBe(200);
    await response.body?.cancel();
  });

  test('lets a request hang for ever', async () => {
    const { control, wire, ana, clock } = await invited();
    await control.setNetwork({ failures: [{ operation: 'searchTargets', how: 'hang' }] });
    const answered = jest.fn();
    void wire({ path: '/v1/targets', token: ana.token }).then(answered);
    await clock.advance(600_000);
    expect(answered).not.toHaveBeenCalled();
  });

  test('opens the session when the sign-in within it fails, as the command then does', async () => {
    const { control, wire } = desk();
    await control.setNetwork({ failures: [{ operation: 'signIn', how: 'error' }] });
    const session = await wire({ path: '/v1/session', body: { agentId: 'ana', signIn: { ready: true } } });
    const { token, snapshot } = await session.json();
    expect([session.status, snapshot]).toEqual([201, undefined]);
    const command = { type: 'signIn', commandId: 'signs-in-1', ready: true };
    expect((await wire({ path: '/v1/commands', token, body: command })).status).toBe(500);
  });

  test('takes a time that chance draws from the seed', async () => {
    const timesWith = async (chance: number) => {
      const { wire, clock, control } = desk({ scenario: { ...findScenario('default'), chance } });
      await control.setNetwork({ latencyMs: [100, 900] });
      const times: number[] = [];
      for (let at = 0; at < 5; at += 1) {
        const [start, answered] = [clock.now(), jest.fn()];
        void wire({ path: '/v1/session/agents' }).then(answered);
        while (answered.mock.calls.length === 0) await clock.advance(10);
        times.push(clock.now() - start);
      }
      return times;
    };
    const times = await timesWith(3);
    expect(times).toEqual(await timesWith(3));
    expect(times).not.toEqual(await timesWith(4));
    expect(new Set(times).size).toBeGreaterThan(2);
  });

  test('an outage that is set while it runs breaks streams when it begins', async () => {
    const { control, clock, ana, wire } = await invited();
    const sink = await ana.follow();
    await control.setNetwork({ outages: [{ fromMs: 5000, toMs: 6000 }] });
    await clock.advance(5000);
    expect(sink.closed).toBe(true);
    expect((await wire({ path: '/v1/session/agents' })).type).toBe('error');
    await clock.advance(1000);
    expect((await wire({ path: '/v1/session/agents' })).status).toBe(200);
  });

  test('breaks streams off at once when an outage has begun already', async () => {
    const { control, ana, clock } = await invited();
    await clock.advance(2000);
    const sink = await ana.follow();
    await control.setNetwork({ outages: [{ fromMs: 1000, toMs: 60_000 }] });
    expect(sink.closed).toBe(true);
  });

  const write = (control: ReturnType<typeof desk>['control'], text: string) =>
    control.customerWrites({ interactionId: samsConversation, text });

  test('mutes streams, which break when that ends', async () => {
    const { control, ana, clock, centre } = await invited();
    await clock.advance(2000);
    const { cursor } = await centre.state();
    const sink = await ana.follow();
    const heard = sink.heartbeats.length;
    await control.setNetwork({ stream: 'muted' });
    await write(control, 'one');
    await clock.advance(30_000);
    expect([sink.frames, sink.heartbeats.length, sink.closed]).toEqual([[], heard, false]);
    await control.setNetwork({ stream: 'live' });
    expect(sink.closed).toBe(true);
    const [{ events } = { events: [] }] = (await ana.follow(cursor)).frames;
    expect(events).toMatchObject([{ type: 'messages.appended', messages: [{ text: 'one' }] }]);
  });

  test('holds events back, and releases them together and in order', async () => {
    const { control, ana, clock } = await invited();
    // The directory tells of the sign-in.
    await clock.advance(2000);
    const sink = await ana.follow();
    await control.setNetwork({ stream: 'buffered' });
    await write(control, 'one');
    await write(control, 'two');
    await clock.advance(9999);
    expect(sink.frames).toEqual([]);
    await clock.advance(1);
    expect(sink.types()).toEqual(['messages.appended', 'messages.appended']);
    await write(control, 'three');
    await control.setNetwork({ stream: 'live' });
    expect(sink.frames.map(({ cursor }) => cursor)).toEqual(
      sink.frames.map(({ cursor }) => cursor).toSorted((a, b) => a - b),
    );
    expect(sink.frames).toHaveLength(3);
  });

  test('reorders events in pairs, and delivers one that stays alone', async () => {
    const { control, ana, clock } = await invited();
    await clock.advance(2000);
    const sink = await ana.follow();
    await control.setNetwork({ stream: 'reordered' });
    for (const text of ['one', 'two', 'three']) await write(control, text);
    const [second = 0, first = 0] = sink.frames.map(({ cursor }) => cursor);
    expect(sink.frames).toHaveLength(2);
    expect(second).toBeGreaterThan(first);
    await clock.advance(2000);
    expect(sink.frames).toHaveLength(3);
  });

  test('breaks streams once', async () => {
    const { control, ana, wire } = await invited();
    const response = await wire({ path: '/v1/events', token: ana.token });
    const events = readEvents(response.body);
    await control.dropStreams();
    const names: unknown[] = [];
    for await (const { event } of events) names.push(event);
    expect(names).toEqual(['heartbeat']);
  });
});

test('starting over takes back what control has set', async () => {
  const scenario: Scenario = { ...findScenario('no-answer'), play: [[0, { kind: 'setDirectory', size: 50 }]] };
  const { control } = desk({ scenario });
  const before = await control.overview();
  await control.setNetwork({ latencyMs: [5, 5] });
  await control.setColleague({ agentId: 'bianca', answer: 'accept', afterMs: 1 });
  await control.setDirectory({ size: 100 });
  await control.reset();
  const { life, ...after } = await control.overview();
  expect({ ...after, life: before.life }).toEqual(before);
  expect(life).toBeGreaterThan(before.life);
  expect(before.directorySize).toBe(50);
});
