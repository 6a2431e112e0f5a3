import * as v from 'valibot';
import { findScenario } from '../scenarios';
import { createContactCentre } from '../service/contact-centre';
import type { ContactCentre } from '../service/contact-centre';
import { systemClock } from '../system-clock';
import { systemRandom } from '../system-random';
import { indexedLog } from './indexed-log';
import { ToWorker } from './protocol';
import { servePage } from './serve-page';

// The contact centre of all windows of a browser profile. The worker's name
// says which scenario it plays; its log has the same name.

const centre = alone(self.name).then(open);

/** Waits until no other worker of the name holds the log: one that is shutting down may still be writing. */
function alone(name: string): Promise<string> {
  return new Promise((resolve) => {
    void navigator.locks.request(`${name}.log`, () => {
      resolve(name);
      return new Promise<never>(() => undefined);
    });
  });
}

async function open(name: string): Promise<ContactCentre> {
  const [, scenario = 'default'] = name.split('.');
  return createContactCentre({
    scenario: findScenario(scenario),
    clock: systemClock,
    random: systemRandom,
    log: await indexedLog(name),
  });
}

self.addEventListener('connect', ({ ports }) => {
  const [port] = ports;
  if (port === undefined) return;
  const page = servePage(centre, (message) => port.postMessage(message));
  port.onmessage = ({ data }) => {
    const message = v.parse(ToWorker, data);
    if (message.kind === 'hello') void navigator.locks.request(message.lock, page.leave);
    else page.hear(message);
  };
});
