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
