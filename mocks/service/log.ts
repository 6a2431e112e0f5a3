import type { Input } from '../contact-centre';

/** An input that the contact centre has accepted, or a scripted happening that came to nothing. */
export type LogEntry =
  | {
      readonly input: Input;
      /** The scripted happening that it was, so that it does not happen again. */
      readonly happening?: string;
    }
  | { readonly input?: undefined; readonly happening: string };

/** All that has to be kept for a contact centre to go on where it stopped. */
export interface Life {
  /** When it began, on the contact centre's clock. */
  startedAt: number;
  /** The position from which it counts on: positions never run back, so that nobody resumes in the wrong life. */
  origin: number;
  /** How far its clock is ahead of the device's, in milliseconds. */
  ahead: number;
  /** Agents by the tokens of their windows. */
  sessions: Record<string, string>;
  entries: readonly LogEntry[];
}

/** Where a contact centre's life is kept. What is appended has been stored when the promise resolves. */
export interface Log {
  load(): Promise<Life | undefined>;
  /** Forgets an earlier life and begins another. */
  begin(life: Omit<Life, 'entries'>): Promise<void>;
  append(entry: LogEntry): Promise<void>;
  setAhead(ms: number): Promise<void>;
  setSessions(sessions: Record<string, string>): Promise<void>;
}

/** A log that lives as long as the process. */
export function memoryLog(): Log {
  let life: Omit<Life, 'entries'> | undefined;
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
