/** Shared by every copy of this code in a page, also by those of other builds: other behaviour takes another number. */
const tag = 'baton-moves-2';
const moved = 'baton-moved';
const placed = 'baton-placed';

/**
 * Calls back whenever `shadow` has come to stand in another document, and after that whenever it has come to stand
 * anywhere, also where it stood before. The browser tells only custom elements, so one is put into it, without a
 * box.
 *
 * @returns how to stop
 */
export function watchMoves(shadow: ShadowRoot, onMove: () => void, onPlaced: () => void = () => undefined): () => void {
  if (customElements.get(tag) === undefined) customElements.define(tag, createWatcherClass());
  // Made in our own document, where it is known what it is.
  const watcher = document.createElement(tag);
  watcher.hidden = true;
  shadow.append(watcher);
  watcher.addEventListener(moved, onMove);
  watcher.addEventListener(placed, onPlaced);
  return () => watcher.remove();
}

/** A class of its own kind can only be made where there are elements: not on a server. */
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
