import type { Clock, Random } from '@baton/contracts';
import { createHandlers } from '../../mocks/handlers';
import { getResponse } from '../../mocks/msw';
import type { HttpHandler } from '../../mocks/msw';
import { conversation, demoCentre } from '../../mocks/scenarios/demo-data';
import { goodNetwork } from '../../mocks/scenarios/scenario';
import type { Scenario } from '../../mocks/scenarios/scenario';
import { createContactCentre } from '../../mocks/service/contact-centre';
import type { ContactCentre } from '../../mocks/service/contact-centre';
import { memoryLog } from '../../mocks/service/log';
import type { Log } from '../../mocks/service/log';

export const agents = ['ana', 'bianca', 'chen'] as const;
export type AgentId = (typeof agents)[number];

/** Each agent begins with two conversations. */
const scenario: Scenario = {
  id: 'storm',
  title: 'Storm',
  description: 'Three agents with two conversations each.',
  agent: 'ana',
  seed: {
    ...demoCentre(),
    conversations: agents.flatMap((ownerId, index) =>
      [0, 1].map((second) =>
        conversation({ name: `Customer ${index}${second}`, digits: 200 + 10 * index + second, ownerId }, [
          3,
          'customer',
          'Hello',
        ]),
      ),
    ),
  },
  happenings: [],
  network: goodNetwork,
};

/** A contact centre over HTTP that can be killed and started again. Its log survives. */
export interface StormServer {
  /** The answer; nothing when the server is down, or is killed meanwhile. */
  answer(request: Request): Promise<Response | undefined>;
  /** The running contact centre; nothing when the server is down. */
  centre(): ContactCentre | undefined;
  /** Calls back when the running contact centre is killed. */
  onDeath(callback: () => void): void;
  kill(): void;
  start(): void;
  close(): void;
}

interface Running {
  centre: ContactCentre;
  handlers: HttpHandler[];
  deathListeners: Set<() => void>;
  process: { isOver: boolean };
}

export function createStormServer(clock: Clock, random: Random, onError: (error: unknown) => void): StormServer {
  const log = memoryLog();
  let running: Running | undefined = begin();

  function begin(): Running {
    const process = { isOver: false };
    const centre = createContactCentre({ scenario, clock, random, log: whileAlive(log, process), onError });
    return {
      centre,
      process,
      handlers: createHandlers(centre, { random, checkAnswers: true }),
      deathListeners: new Set(),
    };
  }

  function kill() {
    if (!running) return;
    const { centre, deathListeners, process } = running;
    process.isOver = true;
    running = undefined;
    centre.close();
    for (const onDeath of deathListeners) onDeath();
  }

  return {
    async answer(request) {
      const asked = running;
      if (!asked) return undefined;
      const died = new Promise<undefined>((resolve) => asked.deathListeners.add(() => resolve(undefined)));
      return Promise.race([died, getResponse(asked.handlers, request, { quiet: true })]);
    },
    centre: () => running?.centre,
    onDeath: (callback) => void running?.deathListeners.add(callback),
    kill,
    start: () => void (running ??= begin()),
    close: kill,
  };
}

/** A killed process writes nothing more. */
function whileAlive(log: Log, process: { readonly isOver: boolean }): Log {
  const never = new Promise<never>(() => undefined);
  const alive = <T>(keep: () => Promise<T>) => (process.isOver ? never : keep());
  return {
    load: () => alive(() => log.load()),
    begin: (frame) => alive(() => log.begin(frame)),
    append: (entry) => alive(() => log.append(entry)),
    setClock: (setting) => alive(() => log.setClock(setting)),
    setSessions: (sessions) => alive(() => log.setSessions(sessions)),
  };
}
