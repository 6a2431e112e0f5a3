import { useStore } from '@baton/ui';
import type { DesktopState } from '@baton/contracts';
import { useHost } from './use-host';

/**
 * A part of the live desktop state. The component renders again when `isEqual`
 * says that the part is another one; pass it when `select` makes new objects.
 */
export function useDesktop<T>(select: (state: DesktopState) => T, isEqual?: (before: T, after: T) => boolean): T {
  return useStore(useHost().desktop, select, isEqual);
}
