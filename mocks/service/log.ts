import * as v from 'valibot';
import type { Input } from '../contact-centre';

/** An input that the contact centre has accepted, or a scripted happening that came to nothing. */
export type LogEntry =
  | {
      readonly input: Input;
      /** The scripted happening that it was, so that it does not happen again. */
      readonly happening?: string;
    }
  | { readonly input?: undefined; readonly happening: string };

/** What is kept besides the log's entries. Checked on the way back: a browser may hold what an older version has kept. */
export const LifeFrame = v.object({
  /** When it began, on the contact centre's clock. */
  startedAt: v.number(),
  /** The position from which it counts on: positions never run back, so that nobody resumes in the wrong life. */
  origin: v.number(),
  /** How far its clock is ahead of the device's, in milliseconds. */
  ahead: v.number(),
  /** Agents by the tokens of their windows. */
  sessions: v.record(v.string(), v.string()),
});
export type LifeFrame = v.InferOutput<typeof LifeFrame>;

/** All that has to be kept for a contact centre to go on where it stopped. */
export interface Life extends LifeFrame {
  entries: readonly LogEntry[];
}

/** Where a contact centre's life is kept. What is appended has been stored when the promise resolves. */
export interface Log {
  load(): Promise<Life | undefined>;
  /** Forgets an earlier life and begins another. */
  begin(life: LifeFrame): Promise<void>;
  append(entry: LogEntry): Promise<void>;
  setAhead(ms: number): Promise<void>;
  setSessions(sessions: Record<string, string>): Promise<void>;
}

/** A log that lives as long as the process. */
export function memoryLog(): Log {
  let life: LifeFrame | undefined;
  let entries: LogEntry[] = [];
  const change = (changes: Partial<Life>) => {
    if (life !== undefined) life = { ...life, ...changes };
    return Promise.resolve();
  };
  return {
    load: () => Promise.resolve(life === undefined ? undefined : { ...life, entries }),
    begin(next) {
      life = next;
      entries = [];
      return Promise.resolve();
    },
    append(entry) {
      entries.push(entry);
      return Promise.resolve();
    },
    setAhead: (ahead) => change({ ahead }),
    setSessions: (sessions) => change({ sessions }),
  };
}
