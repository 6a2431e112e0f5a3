import type { EventBus, RenewWhen } from '@baton/contracts';
import type { Outlet } from './outlet';

/**
 * Lets a newer build take a module's place while the agent does not work in it: at the moment that the module declares. Ends with
 * the signal.
 *
 * @param renewWhen what the module declares, as far as that is known
 */
export function renewAtRest(
  module: string,
  outlet: Pick<Outlet, 'renew'>,
  { bus, renewWhen }: { bus: EventBus; renewWhen(): RenewWhen | undefined },
  signal: AbortSignal,
): void {
  let resumed = new AbortController();

  function follow(atRest: boolean) {
    resumed.abort();
    resumed = new AbortController();
    if (atRest) void outlet.renew({ signal: resumed.signal });
  }

  bus.on(
    'interaction.active',
    ({ interactionId }) => renewWhen() === 'noActiveInteraction' && follow(interactionId === null),
    { signal },
  );
  bus.on('panel.changed', ({ panel, open }) => panel === module && renewWhen() === 'panelClosed' && follow(!open), {
    signal,
  });
  signal.addEventListener('abort', () => resumed.abort(), { once: true });
}
