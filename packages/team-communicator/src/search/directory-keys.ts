import type { KnownTargetKind } from '@baton/contracts';

/**
 * The query keys of the directory. They contain the snapshot: events since a snapshot keep the answers that came after
 * it up to date, and no earlier ones.
 */
export const directoryKeys = {
  targets: (snapshotAt: number | undefined, query: string, kinds: readonly KnownTargetKind[]) => [
    'targets',
    snapshotAt,
    query,
    kinds,
  ],
  favourites: (snapshotAt: number | undefined) => ['favourites', snapshotAt],
  recents: (snapshotAt: number | undefined) => ['recents', snapshotAt],
};

/**
 * How long the lists without a query stay fresh, in milliseconds. Events keep their presence up to date; which targets
 * are listed changes less often. Without `snapshotAt`, as in hosts of contract 0.1, events may have been missed.
 */
export const staleTimeOf = (snapshotAt: number | undefined) => (snapshotAt === undefined ? 0 : 5 * 60_000);
