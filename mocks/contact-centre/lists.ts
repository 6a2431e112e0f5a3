import { unreachableAfterMs } from './limits';
import type { AgentRecord, CentreState, Index, Lists, RowDeadline, Rows } from './state';
import { emptyTable, find, withRow, withoutRow } from './table';

/** The index of a contact centre without rows. */
export const emptyIndex: Index = {
  owned: emptyTable,
  byAddress: emptyTable,
  completed: emptyTable,
  invited: emptyTable,
  offers: emptyTable,
  endedOffers: emptyTable,
  pooled: emptyTable,
  endedTransfers: emptyTable,
  signedInAgents: emptyTable,
  signedInMembers: emptyTable,
  deadlines: [],
};

/** The names of all lists. */
export const listNames = [
  'owned',
  'byAddress',
  'completed',
  'invited',
  'offers',
  'endedOffers',
  'pooled',
  'endedTransfers',
  'signedInAgents',
  'signedInMembers',
] as const;

/** The ids in a list, in the order in which they were added. Lists that are not divided by a name need none. */
export function listed(state: CentreState, list: keyof Lists, of = onlyList): readonly string[] {
  return find(state.index[list], of) ?? nothing;
}

/** The index after a row was added, replaced or removed. */
export function updateIndex<K extends keyof Rows>(
  index: Index,
  table: K,
  id: string,
  before: Rows[K] | undefined,
  after: Rows[K] | undefined,
): Index {
  const { lists, deadlines }: IndexRule<Rows[K]> = rules[table];
  let next = index;
  for (const list of listNames) {
    const of = lists[list];
    if (!of) continue;
    const [from, to] = [before ? of(before) : nothing, after ? of(after) : nothing];
    if (from !== to && from.join() !== to.join()) next = { ...next, [list]: withIdMoved(next[list], id, from, to) };
  }
  if (!deadlines) return next;
  const [gone, come] = [before ? deadlines(before) : [], after ? deadlines(after) : []];
  if (JSON.stringify(gone) === JSON.stringify(come)) return next;
  return { ...next, deadlines: come.reduce(withDeadline, gone.reduce(withoutDeadline, next.deadlines)) };
}

const onlyList = 'all';
const nothing: readonly string[] = [];

interface IndexRule<T> {
  /** The names under which a row is listed. */
  readonly lists: { readonly [L in keyof Lists]?: (row: T) => readonly string[] };
  readonly deadlines?: (row: T) => readonly RowDeadline[];
}

const notIndexed: IndexRule<unknown> = { lists: {} };

const rules: { readonly [K in keyof Rows]: IndexRule<Rows[K]> } = {
  agents: {
    lists: {
      signedInAgents: ({ id, signedIn }) => (signedIn ? [id] : nothing),
      signedInMembers: ({ signedIn, pools }) => (signedIn ? pools : nothing),
    },
    deadlines: agentDeadlines,
  },
  interactions: {
    lists: {
      owned: ({ state, owner }) => (state !== 'completed' && owner.kind === 'agent' ? [owner.id] : nothing),
      byAddress: ({ contact: { address } }) => (address ? [address.value] : nothing),
      completed: ({ state }) => (state === 'completed' ? [onlyList] : nothing),
    },
  },
  invitations: {
    lists: {
      invited: ({ agentId, invitation }) => (invitation.state === 'offered' ? [agentId] : nothing),
      offers: ({ invitation }) => (invitation.state === 'offered' ? [invitation.interactionId] : nothing),
      endedOffers: ({ invitation }) => (invitation.state === 'ended' ? [onlyList] : nothing),
    },
    deadlines: ({ invitation }) =>
      invitation.state === 'offered' && invitation.expiresAt !== null
        ? [{ due: invitation.expiresAt, what: 'invitation', id: invitation.id }]
        : [],
  },
  transfers: {
    lists: {
      pooled: ({ transfer }) =>
        transfer.state === 'pending' && transfer.target.kind !== 'agent' ? [onlyList] : nothing,
      endedTransfers: ({ transfer }) => (transfer.state === 'pending' ? nothing : [transfer.by.id]),
    },
  },
  pools: notIndexed,
  transcripts: notIndexed,
  notices: notIndexed,
  targetLists: notIndexed,
  commandLog: notIndexed,
};

function agentDeadlines({ id, wrapUp, streamLostAt, reachable }: AgentRecord): RowDeadline[] {
  return [
    ...(wrapUp?.until === undefined ? [] : [{ due: wrapUp.until, what: 'wrapUp' as const, id }]),
    ...(streamLostAt === undefined || !reachable
      ? []
      : [{ due: streamLostAt + unreachableAfterMs, what: 'silence' as const, id }]),
  ];
}

function withIdMoved(
  table: Lists[keyof Lists],
  id: string,
  from: readonly string[],
  to: readonly string[],
): Lists[keyof Lists] {
  const left = from.filter((name) => !to.includes(name));
  const entered = to.filter((name) => !from.includes(name));
  const without = left.reduce((kept, name) => {
    const ids = (find(kept, name) ?? nothing).filter((other) => other !== id);
    return ids.length > 0 ? withRow(kept, name, ids) : withoutRow(kept, name);
  }, table);
  return entered.reduce((kept, name) => withRow(kept, name, [...(find(kept, name) ?? nothing), id]), without);
}

/** Inserts a deadline behind all that are due no later. */
function withDeadline(deadlines: readonly RowDeadline[], deadline: RowDeadline): readonly RowDeadline[] {
  return deadlines.toSpliced(firstFrom(deadlines, deadline.due + 1), 0, deadline);
}

function withoutDeadline(deadlines: readonly RowDeadline[], { due, what, id }: RowDeadline): readonly RowDeadline[] {
  const from = firstFrom(deadlines, due);
  const offset = deadlines.slice(from).findIndex((other) => other.what === what && other.id === id);
  return deadlines.toSpliced(from + offset, 1);
}

/** The index of the first deadline that is due at a time or later, by bisection. */
function firstFrom(deadlines: readonly RowDeadline[], time: number): number {
  let [low, high] = [0, deadlines.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((deadlines[middle]?.due ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
