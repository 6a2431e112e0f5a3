import * as v from 'valibot';
import type { CentreState, Input } from '../contact-centre';
import type { Due } from './script';

/** An input that the contact centre has accepted, or a scripted happening that came to nothing. */
export type LogEntry =
  | {
      readonly input: Input;
      /** The scripted happening that it was, so that it does not happen again. */
      readonly happening?: string;
    }
  | { readonly input?: undefined; readonly happening: string };

/** Where a contact centre stands: what all its entries so far have led to. */
export interface Standing {
  readonly state: CentreState;
  /** What its script still has to do. */
  readonly due: readonly Due[];
}

/** What is kept besides the log's entries. Checked on the way back: a browser may hold what an older version has kept. */
export const LifeFrame = v.object({
  /** When it began, on the contact centre's clock. */
  startedAt: v.number(),
  /** The position from which it counts on: positions never run back, so that nobody resumes in the wrong life. */
  origin: v.number(),
  /** Up to where an earlier life may have told agents what this one does not know. */
  forgotten: v.optional(v.number()),
  /** How far its clock is ahead of the device's, in milliseconds. */
  ahead: v.number(),
  /** Agents by the tokens of their windows. */
  sessions: v.record(v.string(), v.string()),
  /** What the entries follow; without it they follow the scenario's beginning. Only in logs that one build alone reads. */
  standing: v.optional(v.custom<Standing>((kept) => typeof kept === 'object' && kept !== null)),
});
export type LifeFrame = v.InferOutput<typeof LifeFrame>;

/** All that has to be kept for a contact centre to go on where it stopped. */
export interface Life extends LifeFrame {
  entries: readonly LogEntry[];
}

/** Where a contact centre's life is kept. What is appended has been stored when the promise resolves. */
export interface Log {
  load(): Promise<Life | undefined>;
  /** Puts a frame in the place of all that was kept: of another life, or of this one with where it stands. */
  begin(life: LifeFrame): Promise<void>;
  /** Whether so much has been kept that where the life stands should take its place. Absent: never. */
  isLong?(): boolean;
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
