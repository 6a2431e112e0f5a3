import { setupWorker } from 'msw/browser';
import { createHandlers } from '../handlers';
import { systemClock } from '../system-clock';
import { systemRandom } from '../system-random';
import { openCentre } from './open-centre';
import { answerStreamsHere } from './streams-here';

/** The mocked contact centre as a page sees it. */
export interface MockedBackend {
  /** The page's fetch, which brings the mock back when the browser has put its service worker to sleep. */
  fetch: typeof fetch;
  /** Starts the scenario over, for every window of this browser profile. */
  reset(): Promise<void>;
}

/**
 * Puts the mocked contact centre between this page and the network, and
 * resolves when it answers. Every window and every frame calls it for itself.
 * Throws, listing the ids, when there is no such scenario.
 */
export async function startMockedBackend({ scenario }: { scenario: string }): Promise<MockedBackend> {
  const centre = openCentre(scenario, systemRandom);
  const handlers = createHandlers(centre, { random: systemRandom, control: true });
  const worker = setupWorker(...handlers);
  const start = () =>
    worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url: '/mockServiceWorker.js' } });

  await start();
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // A first controller is our own; a second one is a changed worker file that knows nothing of us.
    if (controlled) void restart();
    controlled = true;
  });

  function restart() {
    worker.stop();
    return start();
  }

  return { fetch: answerStreamsHere(handlers, fetchThroughMock), reset: () => centre.control.reset() };
}

/**
 * A browser may stop a service worker that has nothing to do. It then has
 * forgotten that this page is mocked, and the static host answers: with 404,
 * with 405 to what it cannot post to, with a page that it gives for everything.
 */
async function fetchThroughMock(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const again = request.clone();
  const answer = await fetch(request);
  if (isMocked(answer)) return answer;
  await remind();
  return fetch(again);
}

/** How long a service worker may take to be reminded, in milliseconds. */
const reminderMs = 1000;

/** Reminds the service worker that this page is mocked, and waits until it knows. */
function remind(): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const done = () => {
      over.abort();
      resolve();
    };
    const heard = ({ data }: MessageEvent) => {
      if (data?.type === 'MOCKING_ENABLED') done();
    };
    navigator.serviceWorker.addEventListener('message', heard, { signal: over.signal });
    navigator.serviceWorker.controller?.postMessage('MOCK_ACTIVATE');
    systemClock.setTimeout(done, reminderMs);
  });
}

/** The contact centre answers with JSON, with an event stream, or with nothing. */
function isMocked({ status, headers }: Response): boolean {
  return status === 204 || /json|event-stream/.test(headers.get('content-type') ?? '');
}
