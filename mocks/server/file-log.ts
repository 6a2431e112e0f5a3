import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { ClockSetting } from '../control/operations';
import { LogHeader, compactAfter as defaultCompactAfter, maxHistory } from '../service/log';
import type { StoredLog, Log, LogEntry } from '../service/log';

/** A log in a file. */
export interface FileLog extends Log {
  /** The new name of a file that cannot be used: another build has written it, or it is damaged. */
  setAside?: string;
  close(): void;
}

export interface FileLogOptions {
  /** Identifies the code that writes: only the same code can use the file. Letters, digits, `-`, `_` and `.`. */
  build: string;
  /** Number of changes after which the file is replaced by a checkpoint. Default 1,000. */
  compactAfter?: number;
}

/**
 * Keeps a log in a file, one JSON text a line: the header, then each change. A change is in the file
 * before its promise resolves, so it survives a process that is killed. If the process is killed
 * while it writes, half a line is left, which is ignored.
 *
 * A file that begins with a checkpoint leaves the one before it behind, named after the position to
 * which it leads: `centre.log.until-1234`. The files with the latest 10,000 changes stay.
 *
 * One process at a time: the caller holds a lock on the file. Throws when the file cannot be read or written.
 */
export function openFileLog(file: string, { build, compactAfter = defaultCompactAfter }: FileLogOptions): FileLog {
  mkdirSync(dirname(file), { recursive: true });
  const found = readLog(file, build);
  const setAside = found.kind === 'unusable' ? `${file}.${found.why}` : undefined;
  if (setAside !== undefined) renameSync(file, setAside);

  let descriptor = openSync(file, found.kind === 'log' ? 'r+' : 'w+', ownerOnly);
  let { size, changes } = found.kind === 'log' ? found : { size: 0, changes: 0 };
  let sessions = found.kind === 'log' ? found.log.sessions : {};
  ftruncateSync(descriptor, size);

  function add(change: Change): void {
    const line = Buffer.from(`${JSON.stringify(change)}\n`);
    try {
      for (let done = 0; done < line.length;)
        done += writeSync(descriptor, line, done, line.length - done, size + done);
    } catch (error) {
      // For example on a full disk: the next change must not follow half a line.
      ftruncateSync(descriptor, size);
      throw error;
    }
    size += line.length;
    changes += 1;
  }

  return {
    ...(setAside !== undefined && { setAside }),
    async load() {
      const stored = readLog(file, build);
      return stored.kind === 'log' ? stored.log : undefined;
    },
    async begin(header) {
      changes = 0;
      const text = Buffer.from(`${JSON.stringify({ build, header })}\n`);
      writeFileSync(`${file}.next`, text, { mode: ownerOnly });
      if (header.checkpoint) copyFileSync(file, `${file}.until-${header.origin}`);
      removeEarlier(file, header.checkpoint ? Math.ceil(maxHistory / compactAfter) : 0);
      // Some systems cannot replace a file that is open.
      closeSync(descriptor);
      try {
        renameSync(`${file}.next`, file);
        [size, sessions] = [text.length, header.sessions];
      } finally {
        descriptor = openSync(file, 'r+');
      }
    },
    append: async (entry) => add({ entry }),
    setClock: async (clock) => add({ clock }),
    async setSessions(now) {
      add({ sessions: difference(sessions, now) });
      sessions = now;
    },
    needsCompaction: () => changes >= compactAfter,
    close: () => closeSync(descriptor),
  };
}

/** Removes the files that are kept for inspection, all but the latest. */
function removeEarlier(file: string, kept: number): void {
  const start = `${basename(file)}.until-`;
  const positions = readdirSync(dirname(file))
    .filter((name) => name.startsWith(start))
    .map((name) => Number(name.slice(start.length)))
    .sort((a, b) => b - a);
  for (const position of positions.slice(kept)) rmSync(join(dirname(file), `${start}${position}`));
}

/** The log holds tokens, and what customers write. */
const ownerOnly = 0o600;

/** The first line. */
const Build = v.object({ build: v.pipe(v.string(), v.regex(/^[\w.-]+$/)) });
const FirstLine = v.object({ header: LogHeader });

/** Each further line. Of `sessions` only the changes: ended ones are `null`. */
const Change = v.union([
  v.object({ entry: v.custom<LogEntry>((entry) => typeof entry === 'object' && entry !== null) }),
  v.object({ clock: ClockSetting }),
  v.object({ sessions: v.record(v.string(), v.nullable(v.string())) }),
]);
type Change = v.InferOutput<typeof Change>;

/** What a file holds up to its last whole line. */
type Found =
  | { kind: 'nothing' }
  /** `why`: the build that wrote it, or `damaged`. */
  | { kind: 'unusable'; why: string }
  | { kind: 'log'; log: StoredLog; size: number; changes: number };

function readLog(file: string, build: string): Found {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const size = bytes.lastIndexOf('\n') + 1;
  if (size === 0) return { kind: 'nothing' };
  const [first = '', ...rest] = bytes.toString('utf8', 0, size - 1).split('\n');
  try {
    const firstLine: unknown = JSON.parse(first);
    const writer = v.parse(Build, firstLine).build;
    if (writer !== build) return { kind: 'unusable', why: writer };
    const { header } = v.parse(FirstLine, firstLine);
    return { kind: 'log', log: withChanges(header, rest), size, changes: rest.length };
  } catch {
    return { kind: 'unusable', why: 'damaged' };
  }
}

function withChanges(header: LogHeader, lines: readonly string[]): StoredLog {
  const entries: LogEntry[] = [];
  const sessions = new Map(Object.entries(header.sessions));
  let { clock } = header;
  for (const line of lines) {
    const change = v.parse(Change, JSON.parse(line));
    if ('entry' in change) entries.push(change.entry);
    else if ('clock' in change) ({ clock } = change);
    else
      for (const [token, agentId] of Object.entries(change.sessions)) {
        if (agentId === null) sessions.delete(token);
        else sessions.set(token, agentId);
      }
  }
  return { ...header, clock, sessions: Object.fromEntries(sessions), entries };
}

function difference(before: LogHeader['sessions'], now: LogHeader['sessions']): Record<string, string | null> {
  const gone = Object.keys(before).filter((token) => !Object.hasOwn(now, token));
  const come = Object.entries(now).filter(([token, agentId]) => before[token] !== agentId);
  return { ...Object.fromEntries(gone.map((token) => [token, null])), ...Object.fromEntries(come) };
}
