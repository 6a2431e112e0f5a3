import { shallowEqual } from '@baton/ui';
import type { TranscriptRow } from './arrange';

/** Whether a row would be drawn as it is. All rows are arranged anew whenever one changes. */
export function isSameRow<P extends { row: TranscriptRow }>(before: P, after: P): boolean {
  return (
    shallowEqual({ ...before, row: undefined }, { ...after, row: undefined }) && shallowEqual(before.row, after.row)
  );
}
