import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { LifeFrame } from '../service/log';
import type { Life, Log, LogEntry } from '../service/log';

/** A log in a file. */
export interface FileLog extends Log {
  /** Where the file was put that cannot be gone on with: another build has written it, or it is damaged. */
  setAside?: string;
  close(): void;
}

export interface FileLogOptions {
  /** What identifies the code that writes: only the same code can go on. Letters, digits, `-`, `_` and `.`. */
  build: string;
  /** After how many changes the file is to begin with where the life stands. */
  longAfter?: number;
}

/**
 * Keeps a life in a file, one JSON text a line: what it began with, then each change. A change is
 * in the file before its promise resolves, and so outlives the process, however that ends. Of a
 * change that was being written when the process ended, half a line is left, which counts for nothing.
 *
 * One process at a time: who opens the file holds a lock on it. Throws when the file cannot be read or written.
 */
export function openFileLog(file: string, { build, longAfter = 2000 }: FileLogOptions): FileLog {
  mkdirSync(dirname(file), { recursive: true });
  const found = readLife(file, build);
  const setAside = found.kind === 'unusable' ? `${file}.${found.why}` : undefined;
  if (setAside !== undefined) renameSync(file, setAside);

  let descriptor = openSync(file, found.kind === 'life' ? 'r+' : 'w+', ownerOnly);
  let { size, changes } = found.kind === 'life' ? found : { size: 0, changes: 0 };
  let sessions = found.kind === 'life' ? found.life.sessions : {};
  ftruncateSync(descriptor, size);

  function add(change: Change): void {
    const line = Buffer.from(`${JSON.stringify(change)}\n`);
    try {
      for (let done = 0; done < line.length;)
        done += writeSync(descriptor, line, done, line.length - done, size + done);
    } catch (error) {
      // On a full disk, say: the next change must not follow half a line.
      ftruncateSync(descriptor, size);
      throw error;
    }
    size += line.length;
    changes += 1;
  }

  return {
    ...(setAside !== undefined && { setAside }),
    async load() {
      const kept = readLife(file, build);
      return kept.kind === 'life' ? kept.life : undefined;
    },
    async begin(life) {
      changes = 0;
      const text = Buffer.from(`${JSON.stringify({ build, life })}\n`);
      writeFileSync(`${file}.next`, text, { mode: ownerOnly });
      // Not every system replaces a file that is open.
      closeSync(descriptor);
      try {
        renameSync(`${file}.next`, file);
        [size, sessions] = [text.length, life.sessions];
      } finally {
        descriptor = openSync(file, 'r+');
      }
    },
    append: async (entry) => add({ entry }),
    setAhead: async (ahead) => add({ ahead }),
    async setSessions(now) {
      add({ sessions: difference(sessions, now) });
      sessions = now;
    },
    isLong: () => changes >= longAfter,
    close: () => closeSync(descriptor),
  };
}

/** The log holds tokens, and what customers write. */
const ownerOnly = 0o600;

/** The first line. */
const Build = v.object({ build: v.pipe(v.string(), v.regex(/^[\w.-]+$/)) });
const Beginning = v.object({ life: LifeFrame });

/** Each further line. Of sessions those that came, and as `null` those that went. */
const Change = v.union([
  v.object({ entry: v.custom<LogEntry>((entry) => typeof entry === 'object' && entry !== null) }),
  v.object({ ahead: v.number() }),
  v.object({ sessions: v.record(v.string(), v.nullable(v.string())) }),
]);
type Change = v.InferOutput<typeof Change>;

/** What a file holds, as far as its last whole line. */
type Found =
  | { kind: 'nothing' }
  /** `why`: the build that has written it, or `damaged`. */
  | { kind: 'unusable'; why: string }
  | { kind: 'life'; life: Life; size: number; changes: number };

function readLife(file: string, build: string): Found {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const size = bytes.lastIndexOf('\n') + 1;
  if (size === 0) return { kind: 'nothing' };
  const [first = '', ...rest] = bytes.toString('utf8', 0, size - 1).split('\n');
  try {
    const beginning: unknown = JSON.parse(first);
    const writer = v.parse(Build, beginning).build;
    if (writer !== build) return { kind: 'unusable', why: writer };
    const { life } = v.parse(Beginning, beginning);
    return { kind: 'life', life: replay(life, rest), size, changes: rest.length };
  } catch {
    return { kind: 'unusable', why: 'damaged' };
  }
}

function replay(beginning: LifeFrame, lines: readonly string[]): Life {
  const entries: LogEntry[] = [];
  const sessions = new Map(Object.entries(beginning.sessions));
  let { ahead } = beginning;
  for (const line of lines) {
    const change = v.parse(Change, JSON.parse(line));
    if ('entry' in change) entries.push(change.entry);
    else if ('ahead' in change) ({ ahead } = change);
    else
      for (const [token, agentId] of Object.entries(change.sessions)) {
        if (agentId === null) sessions.delete(token);
        else sessions.set(token, agentId);
      }
  }
  return { ...beginning, ahead, sessions: Object.fromEntries(sessions), entries };
}

function difference(before: LifeFrame['sessions'], now: LifeFrame['sessions']): Record<string, string | null> {
  const gone = Object.keys(before).filter((token) => !Object.hasOwn(now, token));
  const come = Object.entries(now).filter(([token, agentId]) => before[token] !== agentId);
  return { ...Object.fromEntries(gone.map((token) => [token, null])), ...Object.fromEntries(come) };
}
