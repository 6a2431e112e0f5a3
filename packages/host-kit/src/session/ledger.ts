import * as v from 'valibot';
import { Traceparent } from '@baton/contracts';
import type { KeyValueStorage } from '@baton/contracts';

const Entry = v.object({
  id: v.string(),
  /** When it began, backend time. */
  at: v.number(),
  traceparent: v.optional(Traceparent),
  ended: v.boolean(),
});
export type Entry = v.InferOutput<typeof Entry>;
const Entries = v.array(Entry);

/** What has begun on this device and has been told of, for all windows of the agent. Survives reloads. */
export interface Ledger {
  find(id: string): Entry | undefined;
  begin(entry: Omit<Entry, 'ended'>): void;
  end(id: string): void;
}

const key = 'telemetry';

/** More than an agent has under way, or windows that lag behind can ask for. */
const maxEntries = 50;

export function createLedger(storage: KeyValueStorage): Ledger {
  const write = (entries: readonly Entry[]) => storage.set(key, JSON.stringify(entries.slice(-maxEntries)));
  return {
    find: (id) => read(storage).find((entry) => entry.id === id),
    begin: (entry) => write([...read(storage), { ...entry, ended: false }]),
    end: (id) => write(read(storage).map((entry) => (entry.id === id ? { ...entry, ended: true } : entry))),
  };
}

function read(storage: KeyValueStorage): readonly Entry[] {
  try {
    const kept = v.safeParse(Entries, JSON.parse(storage.get(key) ?? '[]'));
    return kept.success ? kept.output : [];
  } catch {
    return [];
  }
}
