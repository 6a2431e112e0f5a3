import { isElement, isRoot, isShadowRoot, viewOf } from '@baton/ui/dom';

/** A box in px of the outermost page's window. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What stands in the page for designers and is no part of the product. */
export const tools = '#baton-inspector, #baton-panel';

/** The element that this one is shown in: across slots, shadow roots and frames of the same origin. */
function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return isShadowRoot(root) ? root.host : viewOf(element).frameElement;
}

/** An element and everything that it is shown in, from the inside out. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) yield at;
}

/** The elements shown in this one: of its shadow root, slot or frame where it has one. */
export function childrenOf(element: Element): Element[] {
  const inside = documentIn(element)?.documentElement;
  if (inside !== undefined) return [inside];
  if (element.shadowRoot) return [...element.shadowRoot.children];
  const assigned = isSlot(element) ? element.assignedElements() : [];
  return assigned.length > 0 ? assigned : [...element.children];
}

/** An element of the product and all that are shown in it, in order. */
export function* shownIn(element: Element): Generator<Element> {
  if (element.matches(tools)) return;
  yield element;
  for (const child of childrenOf(element)) yield* shownIn(child);
}

const controls =
  'a[href], button, input, select, textarea, summary, label, [role="button"], [role="link"], [role="option"], [role^="menuitem"], [role="tab"], [role="switch"]';

/** What a press on an element means: the control around it, or the element itself. */
export function controlAround(element: Element): Element {
  for (const ancestor of ancestorsOf(element)) if (ancestor.matches(controls)) return ancestor;
  return element;
}

/** Whether an element belongs to a tool for designers. */
export function isInTool(element: Element): boolean {
  for (const ancestor of ancestorsOf(element)) if (ancestor.matches(tools)) return true;
  return false;
}

/** The page in a frame; none when it is of another origin. */
export function documentIn(element: Element): Document | undefined {
  const page: unknown = element.localName === 'iframe' ? Reflect.get(element, 'contentDocument') : undefined;
  return isRoot(page) && !isShadowRoot(page) ? page : undefined;
}

export function isSlot(element: Element): element is HTMLSlotElement {
  return element.localName === 'slot' && 'assignedElements' in element;
}

export function boxOf(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  return inPage(viewOf(element), { x, y, width, height });
}

/** Turns a box in a frame's window into one in the outermost page's. */
export function inPage(view: Window, box: Box): Box {
  const frame = view.frameElement;
  if (frame === null) return box;
  const { x, y } = frame.getBoundingClientRect();
  const moved = { ...box, x: box.x + x + frame.clientLeft, y: box.y + y + frame.clientTop };
  return inPage(viewOf(frame), moved);
}

/** The innermost element at a point of a window, through shadow roots and frames. */
export function elementAt(page: Document | ShadowRoot, x: number, y: number): Element | null {
  const found = page.elementFromPoint(x, y);
  if (found === null) return null;
  const inner = documentIn(found);
  if (inner !== undefined) {
    const { x: left, y: top } = found.getBoundingClientRect();
    return elementAt(inner, x - left - found.clientLeft, y - top - found.clientTop) ?? found;
  }
  if (found.shadowRoot && found.shadowRoot !== page) return elementAt(found.shadowRoot, x, y) ?? found;
  return found;
}

/** Whether an element has a box that can be seen. Test environments have no layout: there `hidden` alone counts. */
export function isShown(element: Element): boolean {
  return 'checkVisibility' in element
    ? element.checkVisibility({ visibilityProperty: true })
    : ![...ancestorsOf(element)].some((ancestor) => ancestor.matches('[hidden]'));
}

/** The innermost element that an event is about. */
export function targetOf(event: Event): Element | undefined {
  const [target] = event.composedPath();
  return isElement(target) ? target : undefined;
}
