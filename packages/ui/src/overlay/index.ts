/** What stands over the page beside an anchor: where it stands, that it follows, when it closes. */
export type { Box, Placement } from './place-beside';
export { useAnchored } from './use-anchored';
export { useDismissOutside } from './use-dismiss-outside';
