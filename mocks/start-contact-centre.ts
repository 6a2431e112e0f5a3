import type { Clock, Random } from '@baton/contracts';
import { scenarioOf } from './browser/situation';
import type { Situation } from './browser/situation';
import { createHandlers } from './handlers';
import type { HttpHandler } from './msw';
import { createContactCentre } from './service/contact-centre';

/** A contact centre at work. */
export interface StartedContactCentre {
  /**
   * Answer everything under `/v1/`, also what `createControl` asks for: give them to `setupServer` or `setupWorker` of
   * msw, or to `createNodeListener`.
   */
  readonly handlers: HttpHandler[];
  /** How many event streams are open: 0 once every desktop has closed. */
  openStreams(): number;
  /** Ends every stream and timer. */
  close(): void;
}

export interface StartOptions {
  /** Give it the same clock as `createBaton`, and a test moves both. Default: the device's. */
  clock?: Clock;
  /** Makes tokens and ids. Default: the device's chance. */
  random?: Random;
  /** The origin to answer for, for example "https://routing.example". Default any: then it answers the page's own `/v1/…` too. */
  origin?: string;
}

/**
 * Starts a contact centre for the tests of a host: nothing is kept when it is closed.
 *
 * @throws when there is no such scenario or state, naming those that there are
 */
export function startContactCentre(
  situation: Situation,
  { clock, random, origin }: StartOptions = {},
): StartedContactCentre {
  const { openStreams, close, ...port } = createContactCentre({
    scenario: scenarioOf(situation),
    ...(clock && { clock }),
    ...(random && { random }),
  });
  const handlers = createHandlers(port, {
    control: true,
    ...(random && { random }),
    ...(origin !== undefined && { origin }),
  });
  return { handlers, openStreams, close };
}
