import { targetKey } from '@baton/contracts';
import type { DesktopState, Target } from '@baton/contracts';

/**
 * Lays what the event stream said since over a page of the directory; the
 * newer version wins. A target that did not change stays the same object.
 */
export function withLive(targets: readonly Target[], live: DesktopState['targets']): Target[] {
  return targets.map((target) => {
    const newer = live[targetKey(target)];
    return newer && newer.version > target.version ? newer : target;
  });
}
