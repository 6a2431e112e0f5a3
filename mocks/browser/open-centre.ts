import type { Random } from '@baton/contracts';
import { systemClock, systemRandom } from '@baton/runtime';
import { wrap } from 'comlink';
import * as v from 'valibot';
import { createContactCentre } from '../service/contact-centre';
import type { ContactCentrePort } from '../service/port';
import type { WorkerCentre } from './serve-page';
import { rateChannel, resetChannel, scenarioOf, workerName } from './situation';
import type { Situation } from './situation';
import { connectToWorker } from './worker-port';

/**
 * The contact centre of this browser profile: in the one SharedWorker that all
 * windows of a situation share, or in the page where there are no such workers.
 * `onRate` hears how fast its clock goes whenever that changes, `onReset` when everything has started over.
 */
export function openCentre(
  situation: Situation,
  { random, onRate, onReset }: { random: Random; onRate(rate: number): void; onReset(): void },
): ContactCentrePort {
  const name = workerName(situation);
  if (typeof SharedWorker === 'undefined') {
    const scenario = scenarioOf(situation);
    return createContactCentre({ scenario, clock: systemClock, random: systemRandom, onRate, onReset });
  }
  rateChannel(name).onmessage = ({ data }) => onRate(v.parse(v.number(), data));
  resetChannel(name).onmessage = onReset;
  const { port } = new SharedWorker(new URL('./contact-centre.worker.ts', import.meta.url), { name });
  holdLock(random.id(), (lock) => void wrap<WorkerCentre>(port).watchLock(lock));
  return connectToWorker(port);
}

/** Holds a lock while the page lives. The worker waits for it, and gets it when the page is gone, even after a crash. */
function holdLock(name: string, onHeld: (lock: string) => void): void {
  const lock = `baton-mock.page.${name}`;
  void navigator.locks.request(lock, () => {
    onHeld(lock);
    return new Promise<never>(() => undefined);
  });
}
