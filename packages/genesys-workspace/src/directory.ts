import type { AdapterReads, SaidTarget } from '@baton/adapter-kit';
import { refuse } from '@baton/adapter-kit';
import type { KnownTargetKind, KnownTargetRef, TargetRef } from '@baton/contracts';
import type { Context } from './context';
import { Targets, timeOf } from './wire';
import type { WireTarget } from './wire';

/** Types of targets to which open media can be handed over. */
const types: Partial<Record<KnownTargetKind, string>> = { agent: 'agent', queue: 'interaction-queue' };
const kinds = ['agent', 'queue'] as const;

/** The directory, with favourites and recents, which Workspace keeps for each agent. */
export interface Directory extends Required<Pick<AdapterReads, 'searchTargets' | 'favourites' | 'recents'>> {
  saveFavourite(target: KnownTargetRef): Promise<void>;
  removeFavourite(target: TargetRef): Promise<void>;
  addRecent(target: KnownTargetRef): Promise<void>;
  /** The favourites as the desktop has them. */
  favouriteRefs(): Promise<TargetRef[]>;
}

export function createDirectory({ api, me, options, clock }: Context): Directory {
  /** Favourites are addressed by a number of the database, which the port does not have. */
  const numbers = new Map<string, string>();

  function said(wire: WireTarget): SaidTarget[] {
    const kind = kindOf(wire);
    const id = kind === 'agent' ? wire.employeeId : wire.name;
    // Without them it cannot be addressed.
    if (!kind || !id) return [];
    if (wire.DBID !== undefined) numbers.set(`${kind}:${id}`, `${Number(wire.DBID)}`);
    const name = ([wire.firstName, wire.lastName].filter(Boolean).join(' ') || wire.name || wire.userName || id).slice(
      0,
      120,
    );
    if (kind === 'queue') {
      const waiting = countOf(wire.availability?.waitingCalls);
      const ready = countOf(wire.availability?.readyAgents);
      const figures = { ...(waiting !== undefined && { waiting }), ...(ready !== undefined && { ready }) };
      const some = Object.keys(figures).length > 0 && { figures };
      return [{ kind, id, name, address: id.slice(0, 120), sms: { available: 'unknown' }, ...some }];
    }
    const address = (wire.userName || id).slice(0, 120);
    return [{ kind, id, name, address, ...stateOf(wire, id === me.id) }];
  }

  function stateOf(
    { availability }: WireTarget,
    isSelf: boolean,
  ): Pick<Extract<SaidTarget, { kind: 'agent' }>, 'sms' | 'presence'> {
    const channel = availability?.channels.find((one) => (one.name ?? one.channel) === options.mediaType);
    const word = (channel?.userState?.state ?? channel?.state)?.replaceAll('-', '').toLowerCase();
    const isReady = channel?.available ?? (word === undefined ? undefined : word === 'ready');
    const isOut = word === 'loggedout' || word === 'logout' || word === 'offline';
    const self = isSelf && ({ available: false, reason: 'self' } as const);
    if (isReady === undefined) return { sms: self || { available: 'unknown' } };
    const state = isReady ? 'ready' : isOut ? 'offline' : 'notReady';
    const sms = state === 'ready' ? ({ available: true } as const) : ({ available: false, reason: state } as const);
    return { sms: self || sms, presence: { state, since: clock.now() } };
  }

  /** The database's number of a target. */
  async function numberOf({ kind, id, name }: TargetRef): Promise<string> {
    const key = `${kind}:${id}`;
    if (!numbers.has(key)) await search(name, kinds, 50);
    return numbers.get(key) ?? refuse('not_found', `Workspace has no ${kind} "${id}".`);
  }

  async function search(searchTerm: string, of: readonly KnownTargetKind[], limit: number) {
    const asked = of.flatMap((kind) => types[kind] ?? []);
    if (asked.length === 0) return { targets: [], total: 0 };
    const query = { searchTerm, types: asked.join(','), limit: `${limit}` };
    const { targets: wires, totalMatches } = await api.get('/targets', Targets, query);
    const targets = once(wires.flatMap(said)).filter(({ kind }) => of.includes(kind));
    return { targets, total: Math.max(countOf(totalMatches) ?? 0, targets.length) };
  }

  async function favourites(): Promise<SaidTarget[]> {
    const { targets } = await api.get('/targets/personal-favorites', Targets);
    return once(targets.flatMap(said));
  }

  const informationOf = async (target: TargetRef) => ({
    type: typeOf(target),
    id: await numberOf(target),
  });

  return {
    async searchTargets({ query, kinds: wanted, limit }) {
      const of = wanted?.length ? wanted.filter((kind) => types[kind] !== undefined) : kinds;
      const { targets, total } = await search(query, of, limit);
      // The API has a limit but no offset, and servers have been seen that ignore the limit.
      return { targets: targets.slice(0, limit), total };
    },
    favourites,
    async recents() {
      const { targets } = await api.get('/targets/recents', Targets, { limit: '50' });
      const at = (one: WireTarget) => timeOf(one.recentInformation?.timeStamp) ?? 0;
      return once([...targets].sort((a, b) => at(b) - at(a)).flatMap(said));
    },
    async saveFavourite(target) {
      const data = { target: await informationOf(target), category: 'Baton', ignoreDuplication: true };
      await api.post('/targets/personal-favorites/save', data);
    },
    async removeFavourite(target) {
      await api.post(`/targets/personal-favorites/delete/${typeOf(target)}/${await numberOf(target)}`);
    },
    async addRecent(target) {
      const recentInformation = { media: options.mediaType, timeStamp: clock.now() };
      await api.post('/targets/recents/add', { target: await informationOf(target), recentInformation });
    },
    favouriteRefs: async () => (await favourites()).map(({ kind, id, name }) => ({ kind, id, name })),
  };
}

function kindOf({ type }: WireTarget): 'agent' | 'queue' | undefined {
  return kinds.find((kind) => types[kind] === type.replaceAll('_', '-').toLowerCase());
}

function typeOf({ kind }: TargetRef): string {
  const found = kinds.find((one) => one === kind);
  return (found && types[found]) ?? refuse('unsupported', 'Workspace keeps agents and queues only.');
}

function once(targets: readonly SaidTarget[]): SaidTarget[] {
  return [...new Map(targets.map((target) => [`${target.kind}:${target.id}`, target])).values()];
}

function countOf(value: unknown): number | undefined {
  const count = Number(value ?? NaN);
  return Number.isInteger(count) && count >= 0 ? count : undefined;
}
