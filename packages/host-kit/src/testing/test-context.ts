import { contractVersion } from '@baton/contracts';
import { createEventBus } from '@baton/event-bus';
import { createDesktopStore } from '@baton/desktop';
import type { HostContext } from '@baton/contracts';
import { createPreferences } from '../adapters/preferences';
import { createCommands } from '../session/commands';
import { fakeBackend } from './fake-backend';
import { createManualClock } from '@baton/contracts/testing';
import { createDevice } from './device';
import { countingRandom } from './counting-random';
import type { ManualClock } from '@baton/contracts/testing';

/** The telemetry of a host without an adapter for it. */
export const noTelemetry = {
  requested: () => '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  answered: () => undefined,
};

/** A host context over a fake backend, with a clock that the test advances. */
export function testContext(): HostContext & { clock: ManualClock; announced: string[] } {
  const clock = createManualClock();
  const random = countingRandom();
  const desktop = createDesktopStore();
  const backend = fakeBackend();
  const announced: string[] = [];
  return {
    announced,
    contract: contractVersion,
    agent: { id: 'ana', name: 'Ana Ruiz' },
    bus: createEventBus({ clock }),
    desktop,
    commands: createCommands({
      backend,
      store: desktop,
      clock,
      random,
      telemetry: noTelemetry,
      resync: () => Promise.resolve(true),
      signal: new AbortController().signal,
    }),
    reads: backend,
    clock,
    random,
    preferences: createPreferences(),
    adapters: {
      announcer: { announce: (text) => announced.push(text) },
      sound: { play: () => undefined, unlocked: () => true },
      desktopNotification: {
        permission: () => 'unsupported',
        requestPermission: () => Promise.resolve('unsupported'),
        show: () => () => undefined,
      },
      title: { set: () => undefined },
      telemetry: { emit: () => undefined },
      storage: createDevice().storageOfWindow(),
      navigate: () => undefined,
    },
    locale: 'en-GB',
    timeZone: 'Europe/London',
    dir: 'ltr',
    timing: { extendable: true },
  };
}
