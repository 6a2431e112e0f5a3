const htmlNamespace = 'http://www.w3.org/1999/xhtml';

export function isElement(value: unknown): value is Element {
  return nodeType(value) === 1;
}

export function isHtmlElement(value: unknown): value is HTMLElement {
  return isElement(value) && value.namespaceURI === htmlNamespace;
}

/** Whether it is the root of a tree of nodes: a document or a shadow root. */
export function isRoot(value: unknown): value is Document | ShadowRoot {
  return nodeType(value) === 9 || isShadowRoot(value);
}

export function isShadowRoot(value: unknown): value is ShadowRoot {
  return nodeType(value) === 11 && typeof value === 'object' && value !== null && 'host' in value;
}

/** Checks the properties, because tools that fill in forms dispatch plain events of type `keydown`. */
export function isKeyEvent(event: Event): event is KeyboardEvent {
  return 'key' in event && 'getModifierState' in event;
}

export function isMouseEvent(event: Event): event is MouseEvent {
  return 'clientX' in event && 'getModifierState' in event;
}

/** The window that an element's document is shown in. */
export function viewOf(element: Element): Window & typeof globalThis {
  return element.ownerDocument.defaultView ?? window;
}

function nodeType(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'nodeType' in value ? value.nodeType : undefined;
}
