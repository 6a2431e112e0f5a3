import { useDesktop } from '@baton/module-kit';
import { knownOr } from '@baton/contracts';
import type { BackendCapabilities, Known } from '@baton/contracts';

/** How the backend provides the presence of targets. */
export type TargetAvailability = Known<BackendCapabilities['targetAvailability']>;

/** How the backend provides the presence of targets. A way that this version does not know counts as `onRequest`. */
export function useTargetAvailability(): TargetAvailability {
  return useDesktop(({ capabilities }) => knownOr(capabilities?.targetAvailability ?? 'none', 'onRequest'));
}
