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

/** A contact centre behind its HTTP face, that can be killed and started again. What it has kept outlives it. */
export interface StormServer {
  /** Its answer; nothing when it is down, or dies meanwhile. */
  answer(request: Request): Promise<Response | undefined>;
  /** The one that is at work; nothing when it is down. */
  centre(): ContactCentre | undefined;
  /** Calls back when the one that is at work dies. */
  onDeath(callback: () => void): void;
  kill(): void;
  start(): void;
  close(): void;
}

interface Life {
  centre: ContactCentre;
  handlers: HttpHandler[];
  mourners: Set<() => void>;
  process: { isOver: boolean };
}

export function createStormServer(clock: Clock, random: Random, onError: (error: unknown) => void): StormServer {
  const log = memoryLog();
  let life: Life | undefined = begin();

  function begin(): Life {
    const process = { isOver: false };
    const centre = createContactCentre({ scenario, clock, random, log: whileAlive(log, process), onError });
    return { centre, process, handlers: createHandlers(centre, { random, checkAnswers: true }), mourners: new Set() };
  }

  function kill() {
    if (!life) return;
    const { centre, mourners, process } = life;
    process.isOver = true;
    life = undefined;
    centre.close();
    for (const mourn of mourners) mourn();
  }

  return {
    async answer(request) {
      const asked = life;
      if (!asked) return undefined;
      const died = new Promise<undefined>((resolve) => asked.mourners.add(() => resolve(undefined)));
      return Promise.race([died, getResponse(asked.handlers, request, { quiet: true })]);
    },
    centre: () => life?.centre,
    onDeath: (callback) => void life?.mourners.add(callback),
    kill,
    start: () => void (life ??= begin()),
    close: kill,
  };
}

/** A process that has been killed keeps nothing more. */
function whileAlive(log: Log, process: { readonly isOver: boolean }): Log {
  const never = new Promise<never>(() => undefined);
  const alive = <T>(keep: () => Promise<T>) => (process.isOver ? never : keep());
  return {
    load: () => alive(() => log.load()),
    begin: (frame) => alive(() => log.begin(frame)),
    append: (entry) => alive(() => log.append(entry)),
    setAhead: (ms) => alive(() => log.setAhead(ms)),
    setSessions: (sessions) => alive(() => log.setSessions(sessions)),
  };
}
