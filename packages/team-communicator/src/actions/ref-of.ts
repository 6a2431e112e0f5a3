import type { KnownTarget, KnownTargetRef } from '@baton/contracts';

/** The fields that identify a target: commands and bus accept no others. */
export function refOf({ kind, id, name }: KnownTarget): KnownTargetRef {
  return { kind, id, name };
}
