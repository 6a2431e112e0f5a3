import { targetKey } from '@baton/contracts';
import type { PresenceState, Target } from '@baton/contracts';
import type { Section } from './sections';

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

/** What is `shown` keeps its place, also when it is in another section now; what is new comes last. */
export function inPlace(sections: readonly Section[], shown: readonly Section[]): Section[] {
  const found = new Map(sections.flatMap(({ targets }) => targets).map((target) => [targetKey(target), target]));
  const kept = shown
    .map(({ id, targets }) => ({ id, targets: targets.flatMap((target) => found.get(targetKey(target)) ?? []) }))
    .filter(({ id, targets }) => targets.length > 0 || id === 'favourites');
  for (const { targets } of kept) for (const target of targets) found.delete(targetKey(target));

  const last = sections.at(-1);
  if (!last || found.size === 0) return kept;
  const added = { id: last.id, targets: [...found.values()] };
  const before = kept.at(-1);
  if (before?.id !== last.id) return [...kept, added];
  return [...kept.slice(0, -1), { id: last.id, targets: [...before.targets, ...added.targets] }];
}

function rank(target: Target): number {
  if (target.kind === 'agent') return ranks[target.presence.state];
  return target.figures.ready > 0 ? ranks.ready : ranks.notReady;
}
