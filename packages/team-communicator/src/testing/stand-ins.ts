/** jsdom has no layout, hence no observers of it. These see nothing until a test says so. */
const sentinels = new Set<() => void>();

class QuietIntersectionObserver implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  readonly #report: () => void;

  constructor(callback: IntersectionObserverCallback) {
    this.#report = () => {
      const empty = new DOMRect();
      callback(
        [
          {
            isIntersecting: true,
            target: document.body,
            time: 0,
            intersectionRatio: 1,
            boundingClientRect: empty,
            intersectionRect: empty,
            rootBounds: null,
          },
        ],
        this,
      );
    };
  }

  observe(): void {
    sentinels.add(this.#report);
  }

  unobserve(): void {}

  disconnect(): void {
    sentinels.delete(this.#report);
  }

  takeRecords(): [] {
    return [];
  }
}

class QuietResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.IntersectionObserver = QuietIntersectionObserver;
globalThis.ResizeObserver = QuietResizeObserver;

/** As if the agent had scrolled to the end of the results. */
export function scrollToEnd(): void {
  for (const report of [...sentinels]) report();
}
