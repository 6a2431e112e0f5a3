import { targetKey } from '@baton/contracts';
import type { Section } from './sections';

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
