import { demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Action, Happening, Scenario } from './scenario';

type PostedNotice = Extract<Action, { kind: 'notice' }>['notice'];

const afterSignIn = (afterMs: number, notice: PostedNotice): Happening => ({
  when: { event: 'signedIn', agentId: 'ana' },
  afterMs,
  do: { kind: 'notice', notice },
});

const service = 'Customer records (demo)';

export const announcements: Scenario = {
  id: 'announcements',
  title: 'The contact centre writes to its agents',
  description:
    'Five seconds after Ana has signed in the customer records do not work, ten seconds later a team lead writes to all agents, and after half a minute the records work again.',
  agent: 'ana',
  seed: demoCentre(),
  happenings: [
    afterSignIn(5000, {
      kind: 'service',
      severity: 'problem',
      service,
      state: 'down',
      text: 'Demo data: note changes of address on paper until then.',
      priority: 'high',
    }),
    afterSignIn(15_000, {
      kind: 'broadcast',
      severity: 'information',
      from: 'Team lead (demo)',
      text: 'Demo data: the meeting at noon is in room 3.',
    }),
    afterSignIn(35_000, { kind: 'service', severity: 'done', service, state: 'restored' }),
  ],
  network: goodNetwork,
};

/** A message of each priority, the most urgent one last. */
export const broadcasts: readonly PostedNotice[] = (
  [
    { priority: 'minimal', text: 'Demo data: there is cake in the kitchen.' },
    { priority: 'low', text: 'Demo data: the car park is cleaned on Friday.' },
    { text: 'Demo data: the meeting at noon is in room 3.' },
    { priority: 'high', text: 'Demo data: parcels to the islands are late.\nSay two days more.' },
    { priority: 'important', text: 'Demo data: fire drill at three o’clock. Use the stairs, not the lift.' },
  ] as const
).map((message) => ({ kind: 'broadcast', severity: 'information', from: 'Team lead (demo)', ...message }));

export const broadcastPriorities: Scenario = {
  id: 'broadcast-priorities',
  title: 'Messages of every priority',
  description:
    'A team lead writes to all agents five times, from the least urgent message to an important one, which has to be confirmed.',
  agent: 'ana',
  seed: demoCentre(),
  happenings: broadcasts.map((notice, place) => afterSignIn((place + 1) * 5000, notice)),
  network: goodNetwork,
};
