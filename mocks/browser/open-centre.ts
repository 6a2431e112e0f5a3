import type { Random } from '@baton/contracts';
import { findScenario } from '../scenarios';
import { createContactCentre } from '../service/contact-centre';
import type { ContactCentrePort } from '../service/port';
import { systemClock } from '../system-clock';
import { systemRandom } from '../system-random';
import { connectToWorker } from './worker-port';

/**
 * The contact centre of this browser profile: in the one SharedWorker that all
 * windows of a scenario share, or in the page where there are no such workers.
 */
export function openCentre(scenario: string, random: Random): ContactCentrePort {
  const known = findScenario(scenario);
  if (typeof SharedWorker === 'undefined') {
    return createContactCentre({ scenario: known, clock: systemClock, random: systemRandom });
  }
  const { port } = new SharedWorker(new URL('./contact-centre.worker.ts', import.meta.url), {
    name: `baton-mock.${known.id}`,
  });
  const centre = connectToWorker({
    post: (message) => port.postMessage(message),
    listen(listener) {
      port.onmessage = ({ data }) => listener(data);
    },
  });
  sayHello(random.id(), (lock) => port.postMessage({ kind: 'hello', lock }));
  return centre;
}

// The worker waits for this lock: it gets it when the page is gone, however it went.
function sayHello(name: string, hello: (lock: string) => void): void {
  const lock = `baton-mock.page.${name}`;
  void navigator.locks.request(lock, () => {
    hello(lock);
    return new Promise<never>(() => undefined);
  });
}
