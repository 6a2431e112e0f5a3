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

/**
 * The transfers and invitations whose begin has been reported on this device, by any window of the agent. Survives
 * reloads.
 */
export interface TelemetryLog {
  find(id: string): Entry | undefined;
  begin(entry: Omit<Entry, 'ended'>): void;
  end(id: string): void;
}

/** Each entry has its own key because windows write at the same time. */
const prefix = 'telemetry.';

/** More than an agent has open at once, plus what windows that lag behind may still look up. */
const maxEntries = 50;

export function createTelemetryLog(storage: KeyValueStorage): TelemetryLog {
  const find = (id: string) => read(storage.get(prefix + id));
  const write = (entry: Entry) => storage.set(prefix + entry.id, JSON.stringify(entry));

  function forgetOldest() {
    const keys = storage.keys().filter((key) => key.startsWith(prefix));
    if (keys.length <= maxEntries) return;
    const age = (key: string) => read(storage.get(key))?.at ?? 0;
    for (const key of keys.toSorted((a, b) => age(b) - age(a)).slice(maxEntries)) storage.remove(key);
  }

  return {
    find,
    begin(entry) {
      write({ ...entry, ended: false });
      forgetOldest();
    },
    end(id) {
      const entry = find(id);
      if (entry !== undefined) write({ ...entry, ended: true });
    },
  };
}

function read(stored: string | undefined): Entry | undefined {
  if (stored === undefined) return undefined;
  try {
    const kept = v.safeParse(Entry, JSON.parse(stored));
    return kept.success ? kept.output : undefined;
  } catch {
    return undefined;
  }
}
