import { targetKey } from '@baton/contracts';
import type { KnownTarget } from '@baton/contracts';

export type SectionId = 'favourites' | 'recent' | 'everyone' | 'unavailable' | 'best';

/** Results under one heading. */
export interface Section {
  id: SectionId;
  targets: readonly KnownTarget[];
}

/** The sections in the order given, with each target only in the first section that has it. */
export function sectionsOf(lists: readonly Section[]): Section[] {
  const seen = new Set<string>();
  return lists.map(({ id, targets }) => ({
    id,
    targets: targets.filter((target) => {
      const key = targetKey(target);
      return !seen.has(key) && seen.add(key);
    }),
  }));
}
