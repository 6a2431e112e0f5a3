import type { HostContext } from '@baton/contracts';
import { useCopy } from '../mount/copy-context';

/** The world as the host hands it to this module. */
export function useHost(): HostContext {
  return useCopy().host;
}

/** The element that menus and other overlays are put into: in the module's shadow root, beside its content. */
export function useOverlays(): HTMLElement {
  return useCopy().overlays;
}
