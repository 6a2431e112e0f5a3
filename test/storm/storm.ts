import fc from 'fast-check';
import type { Random } from '@baton/contracts';
import { createDevice } from '../../packages/host-kit/src/testing/device';
import { createTestBrowser, messagesDelivered } from '../../packages/routing/src/testing/browser';
import { commandFates, createMachineNetwork, networkConditions } from './network';
import { createOracle } from './oracle';
import type { Written } from './oracle';
import { agents, createStormServer } from './server';
import type { AgentId } from './server';
import { openWindow } from './window';
import type { StormWindow } from './window';

const windowsEach = 2;

/** More than twice the longest deadline, pause and time limit. */
const quietMs = 150_000;

/** Chooses one of the existing entities, modulo their number. */
const one = fc.nat({ max: 11 });
const window = fc.nat({ max: agents.length * windowsEach - 1 });
const machine = fc.nat({ max: agents.length - 1 });
const notified = fc.boolean();

/** Mostly `works`, or no transfer would ever be answered. */
const conditions = fc.oneof(
  { weight: 5, arbitrary: fc.constant('works' as const) },
  { weight: 4, arbitrary: fc.constantFrom(...networkConditions) },
);

const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), window, one, send: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('transfer' as const), window, one, to: one }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      one,
      how: fc.constantFrom(
        'acceptInvitation' as const,
        'acceptInvitation' as const,
        'declineInvitation' as const,
        'extendInvitation' as const,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), one }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('complete' as const), window, one }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('dismiss' as const), window, one }) },
  // Whoever is invited and goes Not Ready makes a transfer fail: often enough that it does so in each 200 interleavings.
  { weight: 5, arbitrary: fc.record({ do: fc.constant('ready' as const), window, isReady: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('retry' as const), window }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('customer' as const), one }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('network' as const), machine, condition: conditions, notified }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('fate' as const), machine, fate: fc.constantFrom(...commandFates) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('sleep' as const), machine, ms: fc.constantFrom(2_000, 40_000, 90_000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('freeze' as const, 'thaw' as const, 'thaw' as const),
      window,
      notified,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('reopen' as const),
      window,
      how: fc.constantFrom('closed' as const, 'crashed' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('clock' as const), machine, ms: fc.constantFrom(-3_600_000, 3_600_000) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('start' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('connectNow' as const), window }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(200, 1_000, 5_000, 15_000) }),
  },
);
export type StormAction = typeof action extends fc.Arbitrary<infer D> ? D : never;

/** Series of actions of three agents, each at a machine with two windows. */
export const interleavings = fc.array(action, { minLength: 20, maxLength: 60, size: 'max' });

export interface StormResult {
  /** Violations that the oracle found. */
  faults: string[];
  /** How often each action and outcome happened. */
  counts: Record<string, number>;
}

/** Plays the actions, then repairs all networks and checks the end. */
export async function storm(actions: readonly StormAction[]): Promise<StormResult> {
  const browser = createTestBrowser({ stepMs: 200, startAt: Date.UTC(2026, 2, 2, 10, 40) });
  const random = countedRandom();
  const faults: string[] = [];
  let counts: Record<string, number> = {};
  const server = createStormServer(browser.clock, random, (error) =>
    faults.push(`the contact centre: ${String(error)}`),
  );
  const written: Written[] = [];
  const oracle = createOracle(agents, server.centre, written);
  const machines = agents.map((id) => ({
    id,
    device: createDevice(),
    network: createMachineNetwork(server, browser.clock),
    aheadMs: 0,
  }));
  const open = (at: number): { at: number; agentId: AgentId; window: StormWindow } => {
    const { id, network, device, aheadMs } = pick(machines, Math.floor(at / windowsEach));
    return {
      at,
      agentId: id,
      window: openWindow({ agent: { id, name: id }, browser, network, device, random, aheadMs }),
    };
  };
  let windows = Array.from({ length: agents.length * windowsEach }, (_, at) => open(at));
  const awake = () => windows.filter(({ window: each }) => !each.isFrozen());
  const ofMachine = (at: number) => windows.filter((each) => Math.floor(each.at / windowsEach) === at);
  await browser.advance(1_000);

  for (const next of actions) {
    await perform(next);
    await messagesDelivered();
    faults.push(...(await oracle.now()));
    if (faults.length > 0) break;
  }

  if (faults.length === 0) {
    server.start();
    for (const { network } of machines) {
      network.set('works');
      network.setNextFate();
    }
    for (const { window: each } of windows) each.thaw(true);
    await browser.advance(quietMs);
    faults.push(...(await oracle.now()));
    faults.push(...(await oracle.inTheEnd(windows)));
    counts = await oracle.counts();
    for (const { id, network } of machines) {
      const { requests, streams } = network.open();
      if (requests > 0) faults.push(`${requests} requests of ${id} hang`);
      if (streams !== 1) faults.push(`${id} has ${streams} event streams`);
    }
  }
  for (const { window: each } of windows) each.end('closed');
  server.close();
  await messagesDelivered();
  if (browser.pendingTimers() > 0) faults.push(`${browser.pendingTimers()} timers are left`);
  for (const { do: name } of actions) counts[name] = (counts[name] ?? 0) + 1;
  return { faults, counts };

  async function perform(next: StormAction): Promise<void> {
    switch (next.do) {
      case 'wait':
        return browser.advance(next.ms);
      case 'network': {
        const { machine: number, condition } = next;
        pick(machines, number).network.set(condition);
        if (next.notified)
          for (const { window: each } of ofMachine(number)) each.setOnline(condition !== 'cut' && condition !== 'dead');
        return undefined;
      }
      case 'fate':
        return pick(machines, next.machine).network.setNextFate(next.fate);
      case 'sleep':
        for (const { window: each } of ofMachine(next.machine)) each.freeze(false);
        await browser.advance(next.ms);
        for (const { window: each } of ofMachine(next.machine)) each.thaw(false);
        return undefined;
      case 'clock':
        pick(machines, next.machine).aheadMs = next.ms;
        for (const { window: each } of ofMachine(next.machine)) each.setClock(next.ms);
        return undefined;
      case 'customer': {
        const at = server.centre();
        const ids = windows.flatMap(({ window: each }) => Object.keys(each.state().interactions));
        if (at && ids.length > 0) {
          const interactionId = pick(ids, next.one % ids.length);
          await at.control.customerWrites({ interactionId, text: `C${random.id()}` });
        }
        return undefined;
      }
      case 'answer': {
        const offers = awake().flatMap(({ window: each }) =>
          Object.values(each.state().invitations)
            .filter((invitation) => invitation.state === 'offered')
            .map(({ id }) => ({ each, id })),
        );
        const offer = choose(offers, next.one);
        return offer?.each.wait(offer.each.commands[next.how]({ invitationId: offer.id }));
      }
      case 'cancel': {
        const pending = awake().flatMap(({ window: each }) =>
          Object.values(each.state().transfers).flatMap((transfer) =>
            transfer.state === 'pending' ? [{ each, id: transfer.id }] : [],
          ),
        );
        const transfer = choose(pending, next.one);
        return transfer?.each.wait(transfer.each.commands.cancelTransfer({ transferId: transfer.id }));
      }
      case 'kill':
        return server.kill();
      case 'start':
        return server.start();
      case 'reopen':
        pick(windows, next.window).window.end(next.how);
        windows = windows.map((each) => (each.at === next.window ? open(each.at) : each));
        return undefined;
      default:
        return act(pick(windows, next.window), next);
    }
  }

  function act(
    { agentId, window: each }: (typeof windows)[number],
    next: Extract<StormAction, { window: number }>,
  ): void {
    if (each.isFrozen() && next.do !== 'thaw') return;
    const { commands } = each;
    const state = each.state();
    switch (next.do) {
      case 'write': {
        const interaction = choose(Object.values(state.interactions), next.one);
        if (!interaction) return;
        const text = `T${written.length}T`;
        written.push({ text, agentId, interactionId: interaction.id });
        return each.write(interaction.id, text, next.send);
      }
      case 'transfer': {
        const interaction = choose(Object.values(state.interactions), next.one);
        const busy = interaction && state.shownTransfers[interaction.id];
        if (!interaction || busy?.state === 'pending' || busy?.state === 'requesting') return;
        const target = choose(targetsOf(agentId), next.to);
        if (target) each.wait(commands.startTransfer({ interactionId: interaction.id, target }));
        return;
      }
      case 'complete': {
        const interaction = choose(Object.values(state.interactions), next.one);
        if (interaction) each.wait(commands.completeInteraction({ interactionId: interaction.id }));
        return;
      }
      case 'dismiss': {
        const transfer = choose(Object.values(state.shownTransfers), next.one);
        if (transfer && transfer.state !== 'pending' && transfer.state !== 'requesting')
          commands.dismissTransfer(transfer.interactionId);
        return;
      }
      case 'ready':
        return each.wait(commands.setChannelState({ channel: 'sms', state: next.isReady ? 'ready' : 'notReady' }));
      case 'retry':
        for (const { commandId, status } of Object.values(state.outbox))
          if (status.state === 'failed' && status.reason !== 'unknown') commands.retryMessage(commandId);
        return;
      case 'connectNow':
        return each.connectNow();
      case 'freeze':
        return each.freeze(next.notified);
      case 'thaw':
        return each.thaw(next.notified);
      case 'reopen':
        return;
    }
  }
}

/** The element at an index, modulo the length; nothing in an empty list. */
function choose<T>(things: readonly T[], which: number): T | undefined {
  return things[which % Math.max(1, things.length)];
}

/** Agents and queues to which a conversation can be transferred. */
function targetsOf(agentId: AgentId) {
  return [
    ...agents.filter((id) => id !== agentId).map((id) => ({ kind: 'agent' as const, id, name: id })),
    { kind: 'queue' as const, id: 'billing', name: 'Billing' },
  ];
}

function pick<T>(things: readonly T[], at: number): T {
  const thing = things[at];
  if (thing === undefined) throw new Error(`There is no thing ${at}.`);
  return thing;
}

/** The same numbers in every run: only the actions differ. */
function countedRandom(): Random {
  let count = 0;
  return {
    id: () => (count += 1).toString(16).padStart(32, '0'),
    next: () => {
      count += 1;
      return (count * 0.618_034) % 1;
    },
  };
}
