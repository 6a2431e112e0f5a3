import { openRootsIn } from './find-part';

/**
 * Resolves to what `look` finds, once it finds something. It looks anew whenever something changes in the page or in an
 * open shadow root of it. Rejects with the signal's reason.
 */
export function whenThere<T>(look: () => T | undefined, page: Document, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const watched = new Set<Node>();
    const observer = new MutationObserver(check);

    function check() {
      const found = look();
      if (found !== undefined) {
        end();
        resolve(found);
        return;
      }
      for (const root of [page, ...openRootsIn(page)]) {
        if (watched.has(root)) continue;
        watched.add(root);
        observer.observe(root, { attributes: true, childList: true, subtree: true });
      }
    }

    function giveUp() {
      end();
      reject(signal.reason);
    }

    function end() {
      observer.disconnect();
      signal.removeEventListener('abort', giveUp);
    }

    signal.addEventListener('abort', giveUp);
    check();
  });
}
