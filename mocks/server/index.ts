import type { RequestListener } from 'node:http';
import { createHandlers } from '../handlers';
import { findScenario } from '../scenarios';
import { createContactCentre } from '../service/contact-centre';
import { systemClock } from '../system-clock';
import { systemRandom } from '../system-random';
import { createNodeListener } from './node-listener';

export interface ListenerOptions {
  /** Which situation to play. Default "default". Throws, listing the ids, when there is none. */
  scenario?: string;
  /** Whether to offer `/v1/control/…`, which moves time and plays the customer. Default false. */
  control?: boolean;
}

/** One contact centre, in memory, over real HTTP: answers everything under `/v1/`. */
export function createContactCentreListener({ scenario = 'default', control = false }: ListenerOptions = {}): {
  listener: RequestListener;
  /** How many event streams are open. */
  openStreams(): number;
  /** Ends every stream and timer. */
  close(): void;
} {
  const centre = createContactCentre({ scenario: findScenario(scenario), clock: systemClock, random: systemRandom });
  return {
    listener: createNodeListener(createHandlers(centre, { random: systemRandom, control })),
    openStreams: () => centre.openStreams(),
    close: () => centre.close(),
  };
}
