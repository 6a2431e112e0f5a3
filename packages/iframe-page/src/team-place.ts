import type { EventBus } from '@baton/contracts';

/** How Team Communicator's place stands; `failed`: with the card that says so and offers to reload the module. */
export type TeamPlace = 'closed' | 'open' | 'failed';

/**
 * Tells how the place has to stand, before the bus goes on: whoever hears of it next may already move focus to what has
 * become visible. The module that comes after one that failed, or that was asked for in vain, is opened.
 */
export function followTeamPlace(bus: EventBus, onChange: (place: TeamPlace) => void, signal: AbortSignal): void {
  let place: TeamPlace = 'closed';
  const change = (next: TeamPlace) => onChange((place = next));

  bus.on(
    'panel.changed',
    ({ panel, open }) => {
      // What fails may close as it goes; its card stays.
      if (panel === 'teamCommunicator' && (open || place === 'open')) change(open ? 'open' : 'closed');
    },
    { signal },
  );
  bus.on('module.failed', ({ module }) => module === 'team-communicator' && change('failed'), { signal });
  bus.on(
    'module.ready',
    ({ module }) => {
      if (module === 'team-communicator' && place === 'failed')
        void bus.request('team.open', {}, { signal }).catch(() => undefined);
    },
    { signal },
  );
  bus.tap(
    (traffic) => {
      const { kind, topic } = traffic;
      if (kind === 'request' && topic === 'team.close' && place === 'failed') change('closed');
      if (
        kind === 'failure' &&
        traffic.error.code === 'noResponder' &&
        (topic === 'team.open' || topic === 'target.pick')
      )
        change('failed');
    },
    { signal },
  );
}
