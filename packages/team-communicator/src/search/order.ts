import { knownOr, targetKey } from '@baton/contracts';
import type { Known, PresenceState, KnownTarget } from '@baton/contracts';
import type { Section } from './sections';

const ranks: Record<Known<PresenceState>, number> = {
  ready: 0,
  busy: 1,
  afterCallWork: 2,
  notReady: 2,
  unknown: 3,
  offline: 4,
};

/** The targets that can take a conversation soonest come first; equal ones in alphabetical order. */
export function byReadiness(targets: readonly KnownTarget[], collator: Intl.Collator): KnownTarget[] {
  return targets.toSorted((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name));
}

/** In alphabetical order, where presence is unknown. */
export function byName(targets: readonly KnownTarget[], collator: Intl.Collator): KnownTarget[] {
  return targets.toSorted((a, b) => collator.compare(a.name, b.name));
}

/** Targets that are `shown` keep their places, also those that are in another section now; new ones come last. */
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

function rank(target: KnownTarget): number {
  if (target.kind === 'agent') return ranks[knownOr(target.presence?.state ?? 'unknown', 'unknown')];
  const ready = target.figures?.ready;
  if (ready === undefined) return ranks.unknown;
  return ready > 0 ? ranks.ready : ranks.notReady;
}
