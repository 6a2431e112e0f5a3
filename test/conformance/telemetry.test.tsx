import * as v from 'valibot';
import { TelemetryEvent } from '@baton/contracts/schemas';
import type { CommandOf, Telemetry } from '@baton/contracts';
import { createBaton, openSession } from '@baton/host-kit';
import type { Baton, BatonOptions } from '@baton/host-kit';
import { createHandlers } from '../../mocks/handlers';
import { getResponse } from '../../mocks/msw';
import { findScenario } from '../../mocks/scenarios';
import { createContactCentre } from '../../mocks/service/contact-centre';
import { createManualClock, flushPromises } from '../../mocks/testing/manual-clock';
import { createSeededRandom } from '../../mocks/testing/seeded-random';

// Whole hosts in front of the mocked contact centre: what they measure of a hand-over.

const conversation = 'sms-1001';
const bianca = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } as const;
const endings: (() => void)[] = [];

afterEach(() => {
  for (const end of endings.splice(0)) end();
  localStorage.clear();
});

interface Told {
  window: string;
  event: TelemetryEvent;
}

/** A contact centre, and windows that tell what they measure: "ana 2" is Ana's second. */
async function createWorld(scenario = 'default') {
  const clock = createManualClock();
  const random = createSeededRandom();
  const centre = createContactCentre({ scenario: findScenario(scenario), clock, random });
  endings.push(centre.close);
  const handlers = createHandlers(centre, { random, checkAnswers: true });
  const connection = {
    baseUrl: 'http://contact-centre.test/',
    async fetch(input: RequestInfo | URL, init?: RequestInit) {
      const response = await getResponse(handlers, new Request(input, init), { quiet: true });
      if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
      return response;
    },
  };
  const told: Told[] = [];

  async function open(window: string, more: Partial<BatonOptions> = {}): Promise<Baton> {
    const [agentId = ''] = window.split(' ');
    const session = await openSession({ ...connection, clock }, agentId);
    if (!session.ok) throw new Error(session.error.message);
    const telemetry: Telemetry = { emit: (event) => void told.push({ window, event: v.parse(TelemetryEvent, event) }) };
    const baton = createBaton({
      ...session.value,
      modules: {},
      clock,
      random,
      adapters: { telemetry },
      hashId: (id) => `hash of ${id.length}`,
      ...more,
    });
    endings.push(baton.close);
    await flushPromises();
    await clock.advance(0);
    return baton;
  }

  return {
    clock,
    centre,
    told,
    open,
    async transfer(baton: Baton, target: CommandOf<'startTransfer'>['target'] = bianca) {
      const answer = await baton.context.commands.startTransfer({ interactionId: conversation, target });
      await clock.advance(0);
      return answer;
    },
    async answer(baton: Baton, how: 'acceptInvitation' | 'declineInvitation' | 'extendInvitation') {
      const { invitations } = baton.context.desktop.getState();
      const [invitation] = Object.values(invitations).filter(({ state }) => state === 'offered');
      if (invitation === undefined) throw new Error('Nobody is invited');
      await baton.context.commands[how]({ invitationId: invitation.id });
      await clock.advance(0);
    },
  };
}

/** Which agent's windows told what, in no order. */
const byAgent = (told: readonly Told[]) =>
  told.map(({ window, event }) => `${window.split(' ')[0]}: ${event.name}`).toSorted();

describe('a hand-over', () => {
  test('is told once, however many windows there are: by the window that acted, or by one of the agent', async () => {
    const { clock, open, transfer, answer, told } = await createWorld();
    const ana = await open('ana 1');
    await open('ana 2');
    await open('bianca 1');
    const bianca2 = await open('bianca 2');

    await transfer(ana);
    await clock.advance(3000);
    await answer(bianca2, 'extendInvitation');
    await clock.advance(1000);
    await answer(bianca2, 'acceptInvitation');
    await clock.advance(5000);

    const acted = told.filter(({ event }) => /requested|extended|preview.accepted/.test(event.name));
    expect(acted.map(({ window, event }) => [window, event.name])).toEqual([
      ['ana 1', 'baton.transfer.requested'],
      ['bianca 2', 'baton.preview.extended'],
      ['bianca 2', 'baton.preview.accepted'],
    ]);
    const happened = told.filter((one) => !acted.includes(one));
    expect(byAgent(happened)).toEqual(['ana: baton.transfer.accepted', 'bianca: baton.preview.shown']);
  });

  test('is one trace on both sides', async () => {
    const { open, transfer, answer, told } = await createWorld();
    const begun = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const emit: Telemetry['emit'] = (event) => {
      told.push({ window: 'ana 1', event });
      return event.name === 'baton.transfer.requested' ? begun : undefined;
    };
    const ana = await open('ana 1', { adapters: { telemetry: { emit } } });
    const receiver = await open('bianca 1');
    await transfer(ana);
    await answer(receiver, 'acceptInvitation');
    const [requested, ...rest] = told.map(({ event }) => event);
    expect(requested).toMatchObject({ name: 'baton.transfer.requested' });
    expect(rest).toHaveLength(3);
    for (const event of rest) expect(event.traceparent).toBe(begun);
  });

  test('has a trace of Baton’s own when the host gives none', async () => {
    const { open, transfer, answer, told } = await createWorld();
    const ana = await open('ana 1');
    const receiver = await open('bianca 1');
    await transfer(ana);
    await answer(receiver, 'acceptInvitation');
    const traces = told.flatMap(({ event }) => event.traceparent ?? []);
    expect(traces).toHaveLength(3);
    expect(new Set(traces).size).toBe(1);
  });

  test('tells durations, kinds and hashed ids, and nothing that anybody is called', async () => {
    const { clock, open, transfer, answer, told } = await createWorld();
    const ana = await open('ana 1');
    const receiver = await open('bianca 1');
    await transfer(ana);
    await clock.advance(4000);
    await answer(receiver, 'declineInvitation');
    expect(told.map(({ event: { name, attributes } }) => ({ name, attributes }))).toEqual([
      {
        name: 'baton.transfer.requested',
        attributes: { targetKind: 'agent', interaction: 'hash of 8', target: 'hash of 6' },
      },
      { name: 'baton.preview.shown', attributes: { kind: 'transfer', interaction: 'hash of 8' } },
      {
        name: 'baton.transfer.declined',
        attributes: { targetKind: 'agent', interaction: 'hash of 8', target: 'hash of 6', durationMs: 4000 },
      },
      { name: 'baton.preview.declined', attributes: { kind: 'transfer', interaction: 'hash of 8', durationMs: 4000 } },
    ]);
  });

  test('tells no ids without a hash function', async () => {
    const { open, transfer, told } = await createWorld();
    const withoutHash = { hashId: undefined };
    const ana = await open('ana 1', withoutHash);
    await open('bianca 1', withoutHash);
    await transfer(ana);
    expect(told.map(({ event }) => event.attributes)).toEqual([{ targetKind: 'agent' }, { kind: 'transfer' }]);
  });

  test('that nobody answers is timed out for one, missed for the other', async () => {
    const { clock, open, transfer, told } = await createWorld();
    const ana = await open('ana 1');
    await open('ana 2');
    await open('bianca 1');
    await open('bianca 2');
    await transfer(ana);
    await clock.advance(31_000);
    const ends = told.filter(({ event }) => 'durationMs' in event.attributes);
    expect(byAgent(ends)).toEqual(['ana: baton.transfer.expired', 'bianca: baton.preview.missed']);
    for (const { event } of ends) expect(event.attributes).toMatchObject({ durationMs: 30_000 });
  });

  test('that is cancelled in another window ends for the sender, and is missed by the receiver', async () => {
    const { clock, open, transfer, told } = await createWorld();
    const ana = await open('ana 1');
    const other = await open('ana 2');
    await open('bianca 1');
    await transfer(ana);
    const pending = other.context.desktop.getState().shownTransfers[conversation];
    if (pending?.state !== 'pending') throw new Error('Nothing is pending');
    await other.context.commands.cancelTransfer({ transferId: pending.id });
    await clock.advance(0);
    const ends = told.filter(({ event }) => 'durationMs' in event.attributes);
    expect(byAgent(ends)).toEqual(['ana: baton.transfer.cancelled', 'bianca: baton.preview.missed']);
  });

  test('whose sender reloads meanwhile is told all the same', async () => {
    const { clock, open, transfer, answer, told } = await createWorld();
    const ana = await open('ana 1');
    const receiver = await open('bianca 1');
    await transfer(ana);
    ana.close();
    await open('ana 1');
    await clock.advance(2000);
    await answer(receiver, 'acceptInvitation');
    expect(told.map(({ event }) => event.name).toSorted()).toEqual([
      'baton.preview.accepted',
      'baton.preview.shown',
      'baton.transfer.accepted',
      'baton.transfer.requested',
    ]);
  });

  test('that is refused has failed, with the reason', async () => {
    const { open, transfer, told } = await createWorld('backend-error');
    const ana = await open('ana 1');
    await open('ana 2');
    await transfer(ana);
    expect(told.map(({ event }) => [event.name, event.attributes])).toEqual([
      ['baton.transfer.requested', expect.anything()],
      ['baton.transfer.failed', expect.objectContaining({ reason: 'server' })],
    ]);
  });
});

test('what a host’s telemetry throws is reported, and nothing else happens', async () => {
  const { queueMicrotask: later } = globalThis;
  const reported: unknown[] = [];
  const page = jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((work) =>
    later(() => {
      try {
        work();
      } catch (error) {
        reported.push(error);
      }
    }),
  );
  endings.push(() => page.mockRestore());
  const { open, transfer } = await createWorld();
  const broken = new Error('no telemetry');
  await open('bianca 1');
  const fails = () => {
    throw broken;
  };
  const ana = await open('ana 1', { adapters: { telemetry: { emit: fails } }, hashId: fails });
  expect(await transfer(ana)).toMatchObject({ ok: true });
  expect(ana.context.desktop.getState().shownTransfers[conversation]).toMatchObject({ state: 'pending' });
  expect(reported).toContain(broken);
});

test('what a host’s telemetry answers besides a traceparent is no part of the command', async () => {
  const { open, transfer } = await createWorld();
  await open('bianca 1');
  const ana = await open('ana 1', { adapters: { telemetry: { emit: () => 'sent' } } });
  expect(await transfer(ana)).toMatchObject({ ok: true });
});

test('a host without telemetry keeps nothing for it', async () => {
  const { open, transfer } = await createWorld();
  await open('bianca 1', { adapters: {} });
  const ana = await open('ana 1', { adapters: {} });
  await transfer(ana);
  expect(Object.keys(localStorage).filter((key) => key.includes('telemetry'))).toEqual([]);
  expect(ana.context.desktop.getState().shownTransfers[conversation]).toMatchObject({
    state: 'pending',
    traceparent: expect.any(String),
  });
});
