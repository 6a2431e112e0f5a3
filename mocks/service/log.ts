import * as v from 'valibot';
import type { CentreState, Input } from '../contact-centre';
import type { LastingSetting, Play } from '../control/actions';
import type { NetworkSettings } from '../control/network-settings';
import { ClockSetting } from '../control/operations';
import type { Acts } from './acts';
import type { ScriptMemory } from './script';

/** An input that the contact centre has accepted, a setting, or a scripted happening that was dropped. */
export interface LogEntry {
  readonly input?: Input;
  /** The key of the scripted happening behind it, so that a replay does not run it again. */
  readonly happening?: string;
  /** What was done besides the script, and when, in milliseconds after the start. */
  readonly act?: Play[number];
  /** What holds from then on, and since when, in milliseconds after the start. */
  readonly setting?: readonly [ms: number, setting: LastingSetting];
}

/** The state to which all entries so far have led: a log that begins with it needs none of them. */
export interface Checkpoint {
  readonly state: CentreState;
  readonly script: ScriptMemory;
  readonly network: NetworkSettings;
  readonly acts: ReturnType<Acts['memory']>;
  /** `fingerprintOf` the scenario's seed. With any other fingerprint the state cannot be used. */
  readonly fingerprint: string;
}

/** Number of changes after which a log is replaced by a checkpoint, so that loading it stays fast. */
export const compactAfter = 1_000;

/** Number of changes before the checkpoint that are kept for inspection. They are never loaded. */
export const maxHistory = 10_000;

/** What is stored besides the entries. Validated on load: a browser may hold what an older version has stored. */
export const LogHeader = v.object({
  /** When the contact centre started, on its own clock. */
  startedAt: v.number(),
  /** Told apart from all that began before: another number whenever everything starts over. */
  life: v.number(),
  /** The position before the first entry. Positions never run back, so a client cannot resume in the wrong log. */
  origin: v.number(),
  /** Frames up to this position may have been sent by an earlier contact centre, whose log is lost. */
  forgotten: v.optional(v.number()),
  /** The contact centre's clock. */
  clock: ClockSetting,
  /** Agent ids by the tokens of their windows. */
  sessions: v.record(v.string(), v.string()),
  /** What the entries follow. Without it they follow the scenario's beginning. */
  checkpoint: v.optional(v.custom<Checkpoint>((stored) => typeof stored === 'object' && stored !== null)),
});
export type LogHeader = v.InferOutput<typeof LogHeader>;

/** Everything that a contact centre needs to go on where it stopped. */
export interface StoredLog extends LogHeader {
  entries: readonly LogEntry[];
}

/** Where a contact centre's history is stored. A change is stored once its promise resolves. */
export interface Log {
  load(): Promise<StoredLog | undefined>;
  /**
   * Replaces the stored log by one without entries. With a checkpoint the latest entries
   * may stay beside it for inspection; `load` returns only those after the checkpoint.
   */
  begin(header: LogHeader): Promise<void>;
  /** Whether it is long enough to begin again with a checkpoint. Absent: never. */
  needsCompaction?(): boolean;
  append(entry: LogEntry): Promise<void>;
  setClock(setting: ClockSetting): Promise<void>;
  setSessions(sessions: Record<string, string>): Promise<void>;
}

/** A log that is lost with its process. */
export function memoryLog(): Log {
  let header: LogHeader | undefined;
  let entries: LogEntry[] = [];

  async function change(changes: Partial<LogHeader>) {
    if (header !== undefined) header = { ...header, ...changes };
  }

  return {
    load: async () => header && { ...header, entries },
    async begin(next) {
      header = next;
      entries = [];
    },
    // A checkpoint costs nothing here: the state is shared, not copied.
    needsCompaction: () => entries.length >= compactAfter,
    append: async (entry) => void entries.push(entry),
    setClock: (clock) => change({ clock }),
    setSessions: (sessions) => change({ sessions }),
  };
}
