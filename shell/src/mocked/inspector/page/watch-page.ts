import { isElement, isShadowRoot, viewOf } from '@baton/ui/dom';
import { childrenOf, documentIn, isInTool, tools } from './tree';

export interface PageWatch {
  /** The documents and shadow roots that are there now. */
  roots(): (Document | ShadowRoot)[];
  stop(): void;
}

/**
 * Follows every document and shadow root of a page, also those that come later.
 *
 * @param onChange what has changed in any of them
 * @param onDocument told of each document, the page's own and those in its frames; gives back how to leave it
 */
export function watchPage(
  page: Document,
  onChange: (records: readonly MutationRecord[]) => void,
  onDocument: (page: Document) => () => void = () => () => undefined,
): PageWatch {
  const known = new Set<Document | ShadowRoot>();
  const undo: (() => void)[] = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (isElement(node)) look(node);
    onChange(records);
  });

  /** Looks for roots in what is shown in an element. */
  function look(element: Element): void {
    if (element.matches(tools)) return;
    if (element.shadowRoot) follow(element.shadowRoot);
    const inner = documentIn(element);
    if (inner !== undefined) followDocument(inner);
    for (const child of childrenOf(element)) look(child);
  }

  function follow(root: Document | ShadowRoot): void {
    if (known.has(root) || (isShadowRoot(root) && isInTool(root.host))) return;
    known.add(root);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  }

  function followDocument(inner: Document): void {
    if (known.has(inner)) return;
    follow(inner);
    // A frame that has loaded holds another document.
    const onLoad = ({ target }: Event) => isElement(target) && look(target);
    inner.addEventListener('load', onLoad, { capture: true, passive: true });
    undo.push(
      () => inner.removeEventListener('load', onLoad, { capture: true }),
      hearOfShadowRoots(viewOf(inner.documentElement), follow),
      onDocument(inner),
    );
    look(inner.documentElement);
  }

  followDocument(page);
  return {
    roots: () => [...known].filter((root) => (isShadowRoot(root) ? root.host.isConnected : root.defaultView !== null)),
    stop() {
      observer.disconnect();
      for (const one of undo.toReversed()) one();
    },
  };
}

/** No event and no observer tells of a new shadow root: hence the method that makes them is wrapped meanwhile. */
function hearOfShadowRoots(view: Window & typeof globalThis, onRoot: (root: ShadowRoot) => void): () => void {
  const { prototype } = view.Element;
  const original = prototype.attachShadow;
  let hearing = true;
  function attachShadow(this: Element, init: ShadowRootInit): ShadowRoot {
    const root = original.call(this, init);
    if (hearing && root.mode === 'open') onRoot(root);
    return root;
  }
  prototype.attachShadow = attachShadow;
  return () => {
    hearing = false;
    // What somebody else has wrapped since then stays: it calls ours, which does nothing of its own any more.
    if (prototype.attachShadow === attachShadow) prototype.attachShadow = original;
  };
}
