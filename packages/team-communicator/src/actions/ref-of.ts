import type { Target, TargetRef } from '@baton/contracts';

/** Only what names a target: commands and bus take nothing else. */
export function refOf({ kind, id, name }: Target): TargetRef {
  return { kind, id, name };
}
