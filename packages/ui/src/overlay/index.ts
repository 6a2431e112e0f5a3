/** Menus, panels and tooltips beside an anchor: they are placed, follow it, and are dismissed. */
export type { Box, Placement } from './place-beside';
export { useAnchored } from './use-anchored';
export { useDismissOutside } from './use-dismiss-outside';
