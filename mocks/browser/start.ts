import { systemClock, systemRandom } from '@baton/runtime';
import { setupWorker } from 'msw/browser';
import type { Clock } from '@baton/contracts';
import { createHandlers } from '../handlers';
import { createAdjustableClock } from '../service/adjustable-clock';
import { openCentre } from './open-centre';
import { workerName } from './situation';
import type { Situation } from './situation';
import { streamInPage } from './stream-in-page';

/** The mocked contact centre of a page. */
export interface MockedBackend {
  /** The page's fetch. It reactivates the mock when the browser has stopped its service worker. */
  fetch: typeof fetch;
  /**
   * The page's clock: as fast as the contact centre's. While that one stands still, so does this one, and
   * time-outs of at most half a second run all the same, so that the interface still answers.
   */
  clock: Clock;
  /** Sets how far the page's clock is ahead of the device's, in milliseconds; negative: behind. */
  setSkew(ms: number): void;
  /** Moves the contact centre's clock on, and then the page's, by so many milliseconds. */
  advance(ms: number): Promise<void>;
  /**
   * The name of the situation as it has begun this time: another one after it was started over. What agents leave in
   * the browser for one is of no other.
   */
  name: string;
  /** Starts the situation over, for every window of this browser profile. */
  reset(): Promise<void>;
}

export interface MockedBackendOptions {
  /** How far the page's clock is ahead of the device's, in milliseconds; negative: behind. Default 0. */
  skewMs?: number;
  /** Called once the situation has started over, in this window or another: the page shows what is gone, until it is loaded again. */
  onReset?(): void;
}

/**
 * Puts the mocked contact centre between this page and the network, and
 * resolves when it answers. Every window and every frame has to call it.
 * Throws, listing the ids, when there is no such situation.
 */
export async function startMockedBackend(
  situation: Situation,
  { skewMs = 0, onReset = () => undefined }: MockedBackendOptions = {},
): Promise<MockedBackend> {
  const clock = createAdjustableClock({ device: systemClock, shortMs: 500 });
  let skew = 0;
  function setSkew(ms: number) {
    clock.set({ time: clock.now() + ms - skew });
    skew = ms;
  }
  setSkew(skewMs);
  const centre = openCentre(situation, { random: systemRandom, onRate: (rate) => clock.set({ rate }), onReset });
  const handlers = createHandlers(centre, { random: systemRandom, control: true });
  const worker = setupWorker(...handlers);
  const start = () =>
    worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url: '/mockServiceWorker.js' } });

  await start();
  const setting = await centre.control.clock();
  if (setting.ok) clock.set({ rate: setting.value.rate });
  const overview = await centre.control.overview();
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first controller is our own. A second one is a changed worker file, which has to be activated.
    if (controlled) void restart();
    controlled = true;
  });

  function restart() {
    worker.stop();
    return start();
  }

  return {
    clock,
    name: `${workerName(situation)} ${overview.ok ? overview.value.life : ''}`,
    setSkew,
    fetch: streamInPage(handlers, fetchThroughMock),
    async advance(ms) {
      await centre.control.advance({ ms });
      clock.set({ time: clock.now() + ms });
    },
    reset: async () => void (await centre.control.reset()),
  };
}

/**
 * A browser may stop an idle service worker, which then forgets that this page
 * is mocked. Requests reach the static host, which answers 404, 405, or with
 * its fallback page.
 */
async function fetchThroughMock(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const again = request.clone();
  const answer = await fetch(request);
  if (isMocked(answer)) return answer;
  await reactivateWorker();
  return fetch(again);
}

/** How long to wait for the service worker, in milliseconds. */
const reactivationLimitMs = 1000;

/** Tells the service worker again that this page is mocked, and waits for its confirmation. */
function reactivateWorker(): Promise<void> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const done = () => {
      listening.abort();
      resolve();
    };
    const onMessage = ({ data }: MessageEvent) => {
      if (data?.type === 'MOCKING_ENABLED') done();
    };
    navigator.serviceWorker.addEventListener('message', onMessage, { signal: listening.signal });
    navigator.serviceWorker.controller?.postMessage('MOCK_ACTIVATE');
    systemClock.setTimeout(done, reactivationLimitMs);
  });
}

/** Whether the contact centre answered: with JSON, an event stream, or nothing. */
function isMocked({ status, headers }: Response): boolean {
  return status === 204 || /json|event-stream/.test(headers.get('content-type') ?? '');
}
