import type { Result, RoutingReads, Target, TargetPage, TargetRef } from '@baton/contracts';
import { isKnown, targetKey } from '@baton/contracts';

/** A directory of the targets that a test gives it. */
export interface MemoryDirectory extends Pick<RoutingReads, 'searchTargets' | 'favourites' | 'recents'> {
  targets: readonly Target[];
  favouriteTargets: readonly TargetRef[];
  recentTargets: readonly TargetRef[];
  /** Overrides every answer; for tests of failures and of answers that never come. */
  answer?: Result<TargetPage> | Promise<Result<TargetPage>> | undefined;
  /** The queries so far. */
  readonly queries: readonly string[];
}

export function createMemoryDirectory(now: () => number, targets: readonly Target[] = []): MemoryDirectory {
  const queries: string[] = [];
  const page = async (found: readonly Target[], from = 0, limit = found.length): Promise<Result<TargetPage>> => {
    const next = from + limit < found.length ? { next: String(from + limit) } : {};
    const value = { targets: found.slice(from, from + limit), total: found.length, at: now(), ...next };
    return (await directory.answer) ?? { ok: true, value };
  };
  const known = (refs: readonly TargetRef[]) => {
    const byKey = new Map(directory.targets.map((target) => [targetKey(target), target]));
    return refs.flatMap((ref) => byKey.get(targetKey(ref)) ?? []);
  };

  const directory: MemoryDirectory = {
    targets,
    favouriteTargets: [],
    recentTargets: [],
    queries,
    searchTargets({ query = '', kinds, limit = 50, cursor = '0' }) {
      queries.push(query);
      const wanted = query.toLowerCase();
      const matches = directory.targets.filter(
        ({ kind, name }) =>
          (kinds === undefined || (isKnown(kind) && kinds.includes(kind))) &&
          name
            .toLowerCase()
            .split(' ')
            .concat(name.toLowerCase())
            .some((word) => word.startsWith(wanted)),
      );
      return page(matches, Number(cursor), limit);
    },
    favourites: () => page(known(directory.favouriteTargets)),
    recents: () => page(known(directory.recentTargets)),
  };
  return directory;
}
