import { targetKey } from '@baton/contracts';
import type { Target } from '@baton/contracts';

export type SectionId = 'favourites' | 'recent' | 'everyone' | 'best';

/** Results under one heading. */
export interface Section {
  id: SectionId;
  targets: readonly Target[];
}

/** Sections in the order given. A target that several of them have stands in the first one only. */
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
