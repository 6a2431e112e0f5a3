/**
 * Type guards for nodes and events of any document, and a watcher for moves between documents. A host may put a module
 * into another window, whose DOM classes are not this window's, so that `instanceof` fails.
 */
export { isElement, isHtmlElement, isKeyEvent, isMouseEvent, isRoot, isShadowRoot, viewOf } from './kinds';
export { watchMoves } from './watch-moves';
