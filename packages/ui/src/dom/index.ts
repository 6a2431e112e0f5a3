/**
 * What nodes and events are, whichever document they belong to, and how to follow what moves between documents: a host
 * may put a module into a frame or a window of its own, where every class of the DOM is another one.
 */
export { isElement, isHtmlElement, isKeyEvent, isMouseEvent, isRoot, isShadowRoot, viewOf } from './kinds';
export { watchMoves } from './watch-moves';
