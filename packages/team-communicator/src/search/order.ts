import { targetKey } from '@baton/contracts';
import type { PresenceState, Target, TargetKey } from '@baton/contracts';

const ranks: Record<PresenceState, number> = {
  ready: 0,
  busy: 1,
  afterCallWork: 2,
  notReady: 2,
  unknown: 3,
  offline: 4,
};

/** Who can take a conversation soonest comes first; alphabetical among equals. */
export function byReadiness(targets: readonly Target[], collator: Intl.Collator): Target[] {
  return targets.toSorted((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name));
}

/** The order that is on screen, kept: known targets where they were, new ones after them as they come. */
export function inOrder(targets: readonly Target[], order: readonly TargetKey[]): Target[] {
  const places = new Map(order.map((key, place) => [key, place]));
  const place = (target: Target) => places.get(targetKey(target)) ?? order.length;
  return targets.toSorted((a, b) => place(a) - place(b));
}

function rank(target: Target): number {
  if (target.kind === 'agent') return ranks[target.presence.state];
  return target.figures.ready > 0 ? ranks.ready : ranks.notReady;
}
