import type { EventBus, RenewWhen } from '@baton/contracts';
import type { Outlet } from './outlet';

/**
 * Replaces a module by a newer build while the agent does not use it: at the moment that the module declares. Stops with
 * the signal.
 *
 * @param renewWhen what the module declares, if that is known
 */
export function renewWhenUnused(
  module: string,
  outlet: Pick<Outlet, 'renew'>,
  { bus, renewWhen }: { bus: EventBus; renewWhen(): RenewWhen | undefined },
  signal: AbortSignal,
): void {
  let inUse = new AbortController();

  function follow(isUnused: boolean) {
    inUse.abort();
    inUse = new AbortController();
    if (isUnused) void outlet.renew({ signal: inUse.signal });
  }

  bus.on(
    'interaction.active',
    ({ interactionId }) => renewWhen() === 'noActiveInteraction' && follow(interactionId === null),
    { signal },
  );
  bus.on('panel.changed', ({ panel, open }) => panel === module && renewWhen() === 'panelClosed' && follow(!open), {
    signal,
  });
  signal.addEventListener('abort', () => inUse.abort(), { once: true });
}
