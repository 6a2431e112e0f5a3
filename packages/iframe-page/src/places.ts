import type { Baton } from '@baton/host-kit';
import type { UiTextId } from '@baton/ui/texts';

/** A module of the page in one of its views. */
export interface Place {
  /** The name that the address and the parent use: "sms-window", "notifications/messages". */
  name: string;
  module: string;
  view?: string;
  label: UiTextId;
  /** The part of the page. A panel is beside the others while it is open, and is loaded after them. */
  area: 'header' | 'main' | 'panel';
  /** The list of conversations is placed before it. */
  afterRail?: true;
  room?: 'button';
  /** Shown only if the address names it. */
  byName?: true;
  /** Moves focus into the module. Without it the place itself takes focus. */
  focus?(baton: Pick<Baton, 'context' | 'panel'>): unknown;
}

const all: readonly Place[] = [
  {
    name: 'notifications/messages',
    module: 'notifications',
    view: 'messages',
    label: 'module.notifications',
    area: 'header',
    room: 'button',
  },
  {
    name: 'notifications',
    module: 'notifications',
    view: 'previews',
    label: 'module.notifications',
    area: 'main',
    focus: ({ context: { bus } }) => bus.request('preview.focus', {}).catch(() => undefined),
  },
  {
    name: 'notifications/settings',
    module: 'notifications',
    view: 'settings',
    label: 'module.notifications',
    area: 'main',
    byName: true,
  },
  {
    name: 'sms-window',
    module: 'sms-window',
    label: 'module.sms-window',
    area: 'main',
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
    area: 'panel',
    focus: ({ panel }) => panel('team-communicator').open(),
  },
];

/** The places that an address names with `?module=…`, by default all but those `byName`; or the problem with the names. */
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
