import type { CentreSeed, PoolSeed } from '../contact-centre';
import { generatedAgent } from '../contact-centre/generated-agents';
import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Happening, Scenario } from './scenario';

/** Number of targets. */
export const largeSize = 100_000;

const pools = 120;
const members = 240;
const membersEach = 8;

/** Agents of pools. Agents who are generated while it runs come and go with the size of the directory, and are of none. */
const team = Array.from({ length: members }, (_, place) => ({ ...generatedAgent(place, 2), id: memberId(place) }));

const kinds = ['queue', 'agentGroup', 'skill', 'routingPoint'] as const;

const subjects = [
  ['Orders', 'Returns', 'Accounts', 'Reservations', 'Repairs', 'Claims'],
  ['الطلبات', 'المرتجعات', 'الفواتير'],
  ['Доставка', 'Возврат', 'Счета'],
  ['Παραγγελίες', 'Επιστροφές', 'Λογαριασμοί'],
  ['הזמנות', 'החזרות', 'חשבונות'],
  ['ऑर्डर', 'वापसी', 'बिल'],
  ['订单', '退货', '账户'],
  ['注文', '返品', '請求'],
  ['주문', '반품', '결제'],
].flat();

/** The demo contact centre, with pools and their members; agents who are generated complete it. */
export function largeCentre(changes: Parameters<typeof demoCentre>[0]): Omit<CentreSeed, 'at'> {
  const demo = demoCentre(changes);
  return {
    ...demo,
    agents: [...demo.agents, ...team],
    pools: [...demo.pools, ...Array.from({ length: pools }, (_, place) => poolOf(place))],
  };
}

/** Lets the directory have its size from the first moment on. */
export const largeFromTheStart: Happening = {
  when: { event: 'start' },
  afterMs: 0,
  do: { kind: 'setDirectory', size: largeSize },
};

export const largeDirectory: Scenario = {
  id: 'large-directory',
  title: 'A large directory',
  description:
    'A hundred thousand targets of every kind, with names in ten scripts and agents of every presence. None of them changes: the address says how many do in a second, as in presence=100.',
  agent: 'ana',
  seed: largeCentre({ bianca: atWork }),
  happenings: [largeFromTheStart],
  network: goodNetwork,
};

function memberId(place: number): string {
  return `member-${place % members}`;
}

function poolOf(place: number): PoolSeed {
  const id = `pool-${place}`;
  return {
    kind: kinds[place % kinds.length] ?? 'queue',
    id,
    name: `${subjects[place % subjects.length]} ${Math.floor(place / subjects.length) + 1}`,
    address: `${9100 + place}`,
    members: Array.from({ length: membersEach }, (_, nth) => memberId(place * 2 + nth)),
  };
}
