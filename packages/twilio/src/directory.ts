import type { SaidTarget } from '@baton/adapter-kit';
import type { AgentRef } from '@baton/contracts';
import { byName, matches, readingsOf, wordsOf } from '@baton/directory';
import type { Workspace } from 'twilio-taskrouter';
import type { Activities } from './facts';
import { statusOf } from './refusals';

type Fetched = Awaited<ReturnType<Workspace['fetchWorkerInfo']>>;

/** Workers and queues of the workspace. TaskRouter pushes neither, and searches by whole names only. */
export interface Directory {
  search(query: string, kinds: readonly string[] | undefined): Promise<SaidTarget[]>;
  /** A worker as a target, or nothing where there is none. */
  worker(sid: string): Promise<SaidTarget | undefined>;
  /** The name of a worker or queue; its sid where it cannot be read. */
  nameOf(sid: string): Promise<string>;
}

/** @param self the agent, to whom nothing can be handed over */
export function createDirectory(
  workspace: Workspace,
  self: AgentRef,
  activities: Activities,
  { maxWorkers = 1_000, kinds: offered }: { maxWorkers?: number | undefined; kinds: readonly string[] },
): Directory {
  const names = new Map<string, string>([[self.id, self.name]]);
  const sorted = byName('en');

  function targetOf({ sid, friendlyName, name, attributes, available, activityName, activitySid, ...times }: Fetched) {
    const fullName: unknown = attributes['full_name'];
    const shown = typeof fullName === 'string' && fullName ? fullName : friendlyName || name || sid;
    names.set(sid, shown);
    const offline = activitySid === activities.offline?.sid;
    const since = times.dateStatusChanged?.getTime() ?? times.dateUpdated.getTime();
    const state = available ? 'ready' : offline ? 'offline' : 'notReady';
    const reason = available || offline ? {} : { reason: activityName.slice(0, 60) };
    const target: SaidTarget = {
      kind: 'agent',
      id: sid,
      name: shown.slice(0, 120),
      address: (friendlyName || sid).slice(0, 120),
      presence: { state, ...reason, since },
      sms: sid === self.id ? no('self') : available ? { available: 'unknown' } : no(state),
    };
    return target;
  }

  async function workers(): Promise<SaidTarget[]> {
    const found = await workspace.fetchWorkersInfo({ MaxWorkers: maxWorkers });
    return [...found.values()].map(targetOf);
  }

  async function queues(): Promise<SaidTarget[]> {
    const found = await workspace.fetchTaskQueues();
    return [...found.values()].map(({ sid, name }) => {
      names.set(sid, name);
      return { kind: 'queue', id: sid, name: name.slice(0, 120), address: name.slice(0, 120), sms: unknown };
    });
  }

  return {
    async search(query, kinds = offered) {
      const wanted = (kind: string) => kinds.includes(kind) && offered.includes(kind);
      const lists = await Promise.all([wanted('agent') ? workers() : [], wanted('queue') ? queues() : []]);
      const all = lists.flat().sort(sorted);
      const words = new Map(all.map((one) => [one, wordsOf(`${one.name} ${one.address}`)]));
      const readings = readingsOf(query);
      if (readings.length === 0) return all;
      const found = readings.map((reading) => all.filter((one) => matches(reading, words.get(one) ?? [])));
      return found.find(({ length }) => length > 0) ?? [];
    },
    async worker(sid) {
      try {
        return targetOf(await workspace.fetchWorkerInfo(sid));
      } catch (cause) {
        if (statusOf(cause) === 404) return undefined;
        throw cause;
      }
    },
    async nameOf(sid) {
      const known = names.get(sid);
      if (known !== undefined) return known;
      try {
        if (sid.startsWith('WQ')) names.set(sid, (await workspace.fetchTaskQueue(sid)).name);
        else targetOf(await workspace.fetchWorkerInfo(sid));
      } catch {
        // Its name is for people to read, and nothing hangs on it.
      }
      return names.get(sid) ?? sid;
    },
  };
}

const unknown = { available: 'unknown' } as const;
const no = (reason: 'self' | 'offline' | 'notReady' | 'ready') =>
  ({ available: false, reason: reason === 'ready' ? 'notReady' : reason }) as const;
