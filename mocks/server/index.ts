import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { CentreState } from '../contact-centre';
import { createHandlers } from '../handlers';
import { findScenario } from '../scenarios';
import { createContactCentre } from '../service/contact-centre';
import { systemClock } from '../system-clock';
import { systemRandom } from '../system-random';
import { openFileLog } from './file-log';
import { createNodeListener } from './node-listener';

export interface ListenerOptions {
  /** Which situation to play. Default "default". Throws, listing the ids, when there is none. */
  scenario?: string;
  /** Whether to offer `/v1/control/…`, which moves time and plays the customer. Default false. */
  control?: boolean;
  /** Where to keep what happens, so that it outlives the process. Default: in memory. */
  log?: {
    /** One process at a time: the caller holds a lock on it. Throws when it cannot be read or written. */
    file: string;
    /** What identifies this very code: it goes on with no file that another one has written. */
    build: string;
  };
}

/** How a contact centre has started. */
export interface Started {
  /** What it goes on with; absent when it began anew. */
  resumed?: {
    /** How many agents are signed in. */
    agents: number;
    /** How many conversations are not completed. */
    conversations: number;
    /** How many transfers wait for an answer. */
    pendingTransfers: number;
  };
  /** Where the file was put that it could not go on with. */
  setAside?: string;
}

/** One contact centre over real HTTP: answers everything under `/v1/`. */
export function createContactCentreListener({
  scenario = 'default',
  control = false,
  log: keep,
}: ListenerOptions = {}): {
  listener: RequestListener;
  /** Resolves once it is at work. Rejects when its log cannot be read. */
  started: Promise<Started>;
  /** How many event streams are open. */
  openStreams(): number;
  /** Ends every stream and timer. */
  close(): void;
} {
  const played = findScenario(scenario);
  const log = keep && openFileLog(keep.file, keep);
  const centre = createContactCentre({
    scenario: played,
    clock: systemClock,
    random: systemRandom,
    ...(log && { log }),
  });

  async function start(): Promise<Started> {
    const resumed = await centre.resumed;
    return {
      ...(resumed && { resumed: summaryOf(await centre.state()) }),
      ...(log?.setAside !== undefined && { setAside: log.setAside }),
    };
  }

  return {
    listener: createNodeListener(createHandlers(centre, { random: systemRandom, control }), systemRandom),
    started: start(),
    openStreams: () => centre.openStreams(),
    close() {
      centre.close();
      // What closing has led to is kept before the file is closed.
      void centre.state().then(log?.close, log?.close);
    },
  };
}

/** What tells the logs of scenarios apart: the scenario, and what it begins with. */
export function logName(scenario = 'default'): string {
  const { id, seed } = findScenario(scenario);
  return `${id}-${createHash('sha256').update(JSON.stringify(seed)).digest('hex').slice(0, 8)}`;
}

function summaryOf({ agents, interactions, transfers }: CentreState): Started['resumed'] {
  return {
    agents: Object.values(agents).filter(({ signedIn }) => signedIn).length,
    conversations: Object.values(interactions).filter(({ state }) => state !== 'completed').length,
    pendingTransfers: Object.values(transfers).filter(({ transfer }) => transfer.state === 'pending').length,
  };
}
