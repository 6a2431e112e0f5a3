import type { EventBus } from '@baton/contracts';

/** Brings focus into a module: to the composer, the incoming interactions, the search field; else to the place where the module stands. */
export function focusModule(name: string | undefined, elements: ReadonlyMap<string, HTMLElement>, bus: EventBus): void {
  const element = name === undefined ? undefined : elements.get(name);
  if (element === undefined) return;
  // At once, so that focus is in the frame even if the module has no better place.
  element.focus();
  const quietly = (asked: Promise<unknown>) => void asked.catch(() => undefined);
  const interactionId = bus.retained('interaction.active')?.interactionId;
  if (name === 'sms-window' && interactionId) quietly(bus.request('interaction.open', { interactionId, focus: true }));
  if (name === 'notifications') quietly(bus.request('preview.focus', {}));
  if (name === 'team-communicator') quietly(bus.request('team.open', {}));
}
