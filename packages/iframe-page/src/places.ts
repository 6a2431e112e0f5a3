import type { UiTextId } from '@baton/ui/texts';

/** A module of the page in one of its views. */
export interface Place {
  /** As the address and the parent name it: "sms-window", "notifications/messages". */
  name: string;
  module: string;
  view?: string;
  label: UiTextId;
}

const all: readonly Place[] = [
  { name: 'notifications/messages', module: 'notifications', view: 'messages', label: 'module.notifications' },
  { name: 'notifications', module: 'notifications', view: 'previews', label: 'module.notifications' },
  { name: 'sms-window', module: 'sms-window', label: 'module.smsWindow' },
  { name: 'team-communicator', module: 'team-communicator', label: 'module.teamCommunicator' },
];

/** The places that an address asks for with `?module=…`, all of them when it names none; or what it asks in vain. */
export function placesOf(address: URL): { ok: true; places: readonly Place[] } | { ok: false; problem: string } {
  const asked = address.searchParams.getAll('module');
  const unknown = asked.filter((name) => !all.some((place) => place.name === name));
  if (unknown.length > 0) {
    return {
      ok: false,
      problem: `The frame's address asks for "${unknown.join('", "')}". There are ${all.map(({ name }) => name).join(', ')}.`,
    };
  }
  return { ok: true, places: asked.length === 0 ? all : all.filter(({ name }) => asked.includes(name)) };
}
