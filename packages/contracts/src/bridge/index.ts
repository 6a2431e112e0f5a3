/** The messages between the page in an iframe and the library that embeds it. */
export { Envelope, bridgeVersion } from './envelope';
export { FrameOptions } from './frame-options';
export type { HeightBounds } from './frame-options';
export { FrameMessage, KeyBinding, PageState, ParentMessage, refusals } from './messages';
export type { PayloadOf, Refusal } from './messages';
