import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { rowsOf } from '../contact-centre';
import type { CentreState } from '../contact-centre';
import { createHandlers } from '../handlers';
import { findScenario } from '../scenarios';
import { createContactCentre } from '../service/contact-centre';
import { openFileLog } from './file-log';
import { createNodeListener } from './node-listener';

export interface ListenerOptions {
  /** Id of the scenario. Default "default". An unknown id throws, listing all ids. */
  scenario?: string;
  /** Whether to offer `/v1/control/…`. Default false. */
  control?: boolean;
  /** Where to store the history, so that it survives the process. Default: in memory. */
  log?: {
    /** Path of the file. One process at a time: the caller holds a lock on it. Throws when it cannot be read or written. */
    file: string;
    /** Identifies the code: files that another build has written are not used. */
    build: string;
  };
}

/** How a contact centre has started. */
export interface StartReport {
  /** What the stored log contained; absent when it began anew. */
  resumed?:
    | {
        /** Signed-in agents. */
        agents: number;
        /** Conversations that are not completed. */
        conversations: number;
        pendingTransfers: number;
      }
    | undefined;
  /** The new name of a file that it could not use. */
  setAside?: string | undefined;
}

/** One contact centre over real HTTP: answers everything under `/v1/`. */
export function createContactCentreListener({
  scenario = 'default',
  control = false,
  log: logOptions,
}: ListenerOptions = {}): {
  listener: RequestListener;
  /** Resolves once it answers requests. Rejects when its log cannot be read. */
  started: Promise<StartReport>;
  /** How many event streams are open. */
  openStreams(): number;
  /** Ends every stream and timer. */
  close(): void;
} {
  const log = logOptions && openFileLog(logOptions.file, logOptions);
  const centre = createContactCentre({
    scenario: findScenario(scenario),
    ...(log && { log }),
  });

  async function start(): Promise<StartReport> {
    const resumed = await centre.resumed;
    return {
      resumed: resumed ? summaryOf(await centre.state()) : undefined,
      setAside: log?.setAside,
    };
  }

  return {
    listener: createNodeListener(createHandlers(centre, { control })),
    started: start(),
    openStreams: () => centre.openStreams(),
    close() {
      centre.close();
      // Closing the streams leads to log entries: write them before the file is closed.
      void centre.state().then(log?.close, log?.close);
    },
  };
}

/** Names a scenario's log: another seed has another log. */
export function logName(scenario = 'default'): string {
  const { id, seed } = findScenario(scenario);
  return `${id}-${createHash('sha256').update(JSON.stringify(seed)).digest('hex').slice(0, 8)}`;
}

function summaryOf({ agents, interactions, transfers }: CentreState): StartReport['resumed'] {
  return {
    agents: rowsOf(agents).filter(({ signedIn }) => signedIn).length,
    conversations: rowsOf(interactions).filter(({ state }) => state !== 'completed').length,
    pendingTransfers: rowsOf(transfers).filter(({ transfer }) => transfer.state === 'pending').length,
  };
}
