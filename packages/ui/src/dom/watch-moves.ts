/** Shared by all copies of this code in a page, also of other builds. Change the number with the behaviour. */
const tag = 'baton-moves-2';
const moved = 'baton-moved';
const placed = 'baton-placed';

/**
 * Calls `onMove` when `shadow` has moved to another document, and then, as after every insertion into a document,
 * `onPlaced`. Browsers report this to custom elements only, so a hidden one is added to it.
 *
 * @returns stops watching
 */
export function watchMoves(shadow: ShadowRoot, onMove: () => void, onPlaced: () => void = () => undefined): () => void {
  if (customElements.get(tag) === undefined) customElements.define(tag, createWatcherClass());
  // Created in this document, because the custom element is registered in this window only.
  const watcher = document.createElement(tag);
  watcher.hidden = true;
  shadow.append(watcher);
  watcher.addEventListener(moved, onMove);
  watcher.addEventListener(placed, onPlaced);
  return () => watcher.remove();
}

/** In a function, because `HTMLElement` does not exist on a server. */
function createWatcherClass(): CustomElementConstructor {
  return class extends HTMLElement {
    adoptedCallback() {
      this.dispatchEvent(new Event(moved));
    }

    connectedCallback() {
      this.dispatchEvent(new Event(placed));
    }
  };
}
