import type { EventBus } from '@baton/contracts';
import type { Outlet } from './outlet';

/**
 * Lets a newer build take a module's place while nobody works in it: once the last window has closed, once the panel
 * has. Ends with the signal.
 */
export function renewAtRest(module: string, outlet: Pick<Outlet, 'renew'>, bus: EventBus, signal: AbortSignal): void {
  let resumed = new AbortController();

  function follow(atRest: boolean) {
    resumed.abort();
    resumed = new AbortController();
    if (atRest) void outlet.renew({ signal: resumed.signal });
  }

  if (module === 'sms-window') {
    bus.on('interaction.active', ({ interactionId }) => follow(interactionId === null), { signal });
  }
  if (module === 'team-communicator') {
    bus.on('panel.changed', ({ panel, open }) => panel === 'teamCommunicator' && follow(!open), { signal });
  }
  signal.addEventListener('abort', () => resumed.abort(), { once: true });
}
