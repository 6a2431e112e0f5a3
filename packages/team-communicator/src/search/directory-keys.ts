import type { TargetKind } from '@baton/contracts';

/**
 * What was asked of the directory. Answers go by snapshot: the events since complete those that came after it, and no
 * others.
 */
export const directoryKeys = {
  targets: (snapshotAt: number | undefined, query: string, kinds: readonly TargetKind[]) => [
    'targets',
    snapshotAt,
    query,
    kinds,
  ],
  favourites: (snapshotAt: number | undefined) => ['favourites', snapshotAt],
  recents: (snapshotAt: number | undefined) => ['recents', snapshotAt],
};

/**
 * How long the lists without a query count as new, in milliseconds. Who is ready in them comes by event at once; who
 * is listed changes less often. A host that does not tell of its snapshots may have missed events.
 */
export const newFor = (snapshotAt: number | undefined) => (snapshotAt === undefined ? 0 : 5 * 60_000);
