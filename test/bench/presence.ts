import { QueryClient, QueryObserver, notifyManager } from '@tanstack/react-query';
import { targetKey } from '@baton/contracts';
import type { AgentTarget, TargetKey } from '@baton/contracts';
import { createDesktopStore } from '@baton/desktop';
import { createStore } from 'zustand/vanilla';

// One change of presence among many targets heard of, a thousand of which are observed one by one. Run as
// `node presence.js <candidate> <targets>`: a process each. Prints microseconds per change, the median, as JSON.

interface Candidate {
  observe(place: number, changed: () => void): void;
  change(place: number, target: AgentTarget): void;
}

const observers = 1000;
const changes = 21;

const candidates: Record<string, (targets: readonly AgentTarget[]) => Candidate> = {
  'map and call'(targets) {
    const values = new Map(targets.map((target) => [targetKey(target), target]));
    const listeners = new Map<TargetKey, () => void>();
    const keyAt = keysOf(targets);
    return {
      observe: (place, changed) => void listeners.set(keyAt(place), changed),
      change(_, target) {
        const key = targetKey(target);
        values.set(key, target);
        listeners.get(key)?.();
      },
    };
  },
  baton(targets) {
    const store = createDesktopStore();
    let cursor = 1;
    const tell = (changed: AgentTarget[]) => {
      cursor += 1;
      const events = [{ type: 'targets.changed' as const, targets: changed }];
      store.dispatch({ type: 'frame', frame: { v: 1, cursor, at: cursor, events }, receivedAt: cursor });
    };
    tell([...targets]);
    const keyAt = keysOf(targets);
    return {
      observe: (place, changed) => void store.targets.subscribe([keyAt(place)], changed),
      change: (_, target) => tell([target]),
    };
  },
  zustand(targets) {
    const store = createStore<Record<TargetKey, AgentTarget>>(() =>
      Object.fromEntries(targets.map((target) => [targetKey(target), target])),
    );
    const keyAt = keysOf(targets);
    return {
      observe(place, changed) {
        const key = keyAt(place);
        store.subscribe((now, before) => now[key] !== before[key] && changed());
      },
      change: (_, target) => store.setState({ [targetKey(target)]: target }),
    };
  },
  'react-query'(targets) {
    // Otherwise it waits for a timer before it tells observers.
    notifyManager.setScheduler((tell) => tell());
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, gcTime: Infinity } } });
    const queryKey = ['targets'];
    client.setQueryData(queryKey, [...targets]);
    return {
      observe(place, changed) {
        const select = (list: readonly AgentTarget[]) => list[place];
        new QueryObserver(client, { queryKey, select, notifyOnChangeProps: ['data'] }).subscribe(changed);
      },
      change: (place, target) =>
        void client.setQueryData<readonly AgentTarget[]>(queryKey, (list = []) => list.with(place, target)),
    };
  },
};

function keysOf(targets: readonly AgentTarget[]): (place: number) => TargetKey {
  const keys = targets.map(targetKey);
  return (place) => {
    const key = keys[place];
    if (key === undefined) throw new RangeError(`There is no target ${place}`);
    return key;
  };
}

function targetOf(place: number, version: number): AgentTarget {
  const presence = { state: 'ready', since: version } as const;
  const sms = { available: true } as const;
  return { kind: 'agent', id: `${place}`, name: `Agent ${place}`, version, address: '', presence, sms };
}

const [name = '', count = ''] = process.argv.slice(2);
const create = candidates[name];
if (create === undefined) throw new Error(`Name one of: ${Object.keys(candidates).join(', ')}`);
const candidate = create(Array.from({ length: Number(count) }, (_, place) => targetOf(place, 1)));
const watched = Math.min(observers, Number(count));
let heard = 0;
for (let observer = 0; observer < observers; observer += 1) candidate.observe(observer % watched, () => (heard += 1));

const measured = Array.from({ length: changes }, (_, change) => {
  const place = (change * 7) % watched;
  const target = targetOf(place, change + 10);
  const before = process.hrtime.bigint();
  candidate.change(place, target);
  return Number(process.hrtime.bigint() - before) / 1000;
});
if (heard < changes) throw new Error(`${name} told of ${heard} changes only`);
process.stdout.write(JSON.stringify(measured.toSorted((a, b) => a - b)[Math.floor(changes / 2)]));
