import type { Baton } from '@baton/host-kit';
import type { UiTextId } from '@baton/ui/texts';

/** A module of the page in one of its views. */
export interface Place {
  /** As the address and the parent name it: "sms-window", "notifications/messages". */
  name: string;
  module: string;
  view?: string;
  label: UiTextId;
  /** Where it stands beside others. A panel stands aside while it is open, and comes after all else. */
  stands: 'header' | 'main' | 'panel';
  /** Whether the list of conversations stands before it. */
  afterRail?: true;
  room?: 'button';
  /** Only where it is asked for by name. */
  byName?: true;
  /** Brings focus to what the agent works with. Without it the place itself has it. */
  focus?(baton: Pick<Baton, 'context' | 'panel'>): unknown;
}

const all: readonly Place[] = [
  {
    name: 'notifications/messages',
    module: 'notifications',
    view: 'messages',
    label: 'module.notifications',
    stands: 'header',
    room: 'button',
  },
  {
    name: 'notifications',
    module: 'notifications',
    view: 'previews',
    label: 'module.notifications',
    stands: 'main',
    focus: ({ context: { bus } }) => bus.request('preview.focus', {}).catch(() => undefined),
  },
  {
    name: 'notifications/settings',
    module: 'notifications',
    view: 'settings',
    label: 'module.notifications',
    stands: 'main',
    byName: true,
  },
  {
    name: 'sms-window',
    module: 'sms-window',
    label: 'module.sms-window',
    stands: 'main',
    afterRail: true,
    focus({ context: { bus } }) {
      const interactionId = bus.retained('interaction.active')?.interactionId;
      if (interactionId) bus.request('interaction.open', { interactionId, focus: true }).catch(() => undefined);
    },
  },
  {
    name: 'team-communicator',
    module: 'team-communicator',
    label: 'module.team-communicator',
    stands: 'panel',
    focus: ({ panel }) => panel('team-communicator').open(),
  },
];

/** The places that an address asks for with `?module=…`, all usual ones when it names none; or what it asks in vain. */
export function placesOf(address: URL): { ok: true; places: readonly Place[] } | { ok: false; problem: string } {
  const asked = address.searchParams.getAll('module');
  const unknown = asked.filter((name) => !all.some((place) => place.name === name));
  if (unknown.length > 0) {
    return {
      ok: false,
      problem: `The frame's address asks for "${unknown.join('", "')}". There are ${all.map(({ name }) => name).join(', ')}.`,
    };
  }
  return {
    ok: true,
    places: all.filter(({ name, byName }) => (asked.length === 0 ? byName !== true : asked.includes(name))),
  };
}
