import { systemClock, systemRandom } from '@baton/runtime';
import { expose } from 'comlink';
import { createContactCentre } from '../service/contact-centre';
import type { ContactCentre } from '../service/contact-centre';
import { indexedLog } from './indexed-log';
import { rateChannel, resetChannel, scenarioOf, situationIn } from './situation';
import { servePage } from './serve-page';
import type { WorkerCentre } from './serve-page';

// The contact centre of all windows of a browser profile. The worker's name
// contains its situation; its log has the same name.

const centre = lockLog(self.name).then(open);

/** Waits for the log's lock: another worker of the name that is shutting down may still be writing. */
function lockLog(name: string): Promise<string> {
  return new Promise((resolve) => {
    void navigator.locks.request(`${name}.log`, () => {
      resolve(name);
      return new Promise<never>(() => undefined);
    });
  });
}

async function open(name: string): Promise<ContactCentre> {
  const scenario = scenarioOf(situationIn(name));
  const [rates, resets] = [rateChannel(name), resetChannel(name)];
  return createContactCentre({
    scenario,
    clock: systemClock,
    random: systemRandom,
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- channels have none
    onRate: (rate) => rates.postMessage(rate),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- channels have none
    onReset: () => resets.postMessage('reset'),
    // A state begins anew when no window shows it any more.
    ...(!scenario.standsStill && { log: await indexedLog(name) }),
  });
}

self.addEventListener('connect', ({ ports: [port] }) => {
  // Messages of the page wait in the port until then.
  if (port !== undefined) void centre.then((ready) => serve(ready, port));
});

function serve(ready: ContactCentre, port: MessagePort) {
  const { served, leave } = servePage(ready);
  const exposed: WorkerCentre = { ...served, watchLock: (lock) => void navigator.locks.request(lock, leave) };
  expose(exposed, port);
}
