import { atWork, demoCentre } from './demo-data';
import { incomingTransfer } from './incoming';
import { answering, goodNetwork } from './scenario';
import type { Happening, Scenario } from './scenario';

// Routing products that behave differently.

export const placedInQueue: Scenario = {
  id: 'placed-in-queue',
  title: 'The queue takes the conversation at once',
  description:
    'As with routing products that put a conversation into a queue without asking: it leaves Ana when she transfers it to the queue Delivery, and is offered to Bianca, who accepts.',
  agent: 'ana',
  seed: { ...demoCentre({ bianca: atWork }), quirks: { placesInQueues: true } },
  happenings: [answering('bianca', 'acceptInvitation')],
  network: goodNetwork,
};

export const reasonsHidden: Scenario = {
  id: 'reasons-hidden',
  title: 'Not accepted, reason unknown',
  description:
    'As with routing products that tell the sender no reason: Bianca declines, and Ana learns only that she did not take the conversation.',
  agent: 'ana',
  seed: { ...demoCentre({ bianca: atWork }), quirks: { hidesReasons: true } },
  happenings: [answering('bianca', 'declineInvitation')],
  network: goodNetwork,
};

export const missedSetsNotReady: Scenario = {
  ...incomingTransfer,
  id: 'missed-sets-not-ready',
  title: 'Who misses an invitation is set Not Ready',
  description:
    'As with routing products that take an agent who does not answer for absent: Ana invites Bianca two seconds after she has signed in; when the time to answer is over, the contact centre sets Bianca Not Ready.',
  seed: { ...incomingTransfer.seed, quirks: { setsNotReadyWhenMissed: true } },
};

const minutes = [1, 2, 3, 4, 5, 6];

/** Bianca turns Not Ready and Ready again, every minute. */
const turns = minutes.map((minute): Happening => {
  const isBreak = minute % 2 === 1;
  return {
    when: { event: 'start' },
    afterMs: minute * 60_000,
    do: {
      kind: 'command',
      agentId: 'bianca',
      command: {
        type: 'setChannelState',
        channel: 'sms',
        ...(isBreak ? { state: 'notReady', reason: 'aux.break' } : { state: 'ready' }),
      },
    },
  };
});

export const presenceOnRequest: Scenario = {
  id: 'presence-on-request',
  title: 'Presence is given on request',
  description:
    'The contact centre reports no changes of presence: Team Communicator loads its lists again and says how old they are. Bianca goes Not Ready and Ready again, a minute each.',
  agent: 'ana',
  seed: { ...demoCentre({ bianca: atWork }), targetAvailability: 'onRequest' },
  happenings: turns,
  network: goodNetwork,
};

export const noPresence: Scenario = {
  id: 'no-presence',
  title: 'There is no presence',
  description:
    'The directory has names only. Every target can be chosen; whether it takes conversations shows only when a transfer is tried. Bianca does.',
  agent: 'ana',
  seed: { ...demoCentre({ bianca: atWork }), targetAvailability: 'none' },
  happenings: [],
  network: goodNetwork,
};

export const inboundOnly: Scenario = {
  id: 'inbound-only',
  title: 'Agents cannot write first',
  description: 'As with routing products in which only customers begin conversations: Ana has no *New text message*.',
  agent: 'ana',
  seed: { ...demoCentre({ bianca: atWork }), quirks: { inboundOnly: true } },
  happenings: [],
  network: goodNetwork,
};
