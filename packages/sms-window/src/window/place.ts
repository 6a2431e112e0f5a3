/** A reference to an element that can be focused. Focusing does nothing while the element is not rendered. */
export interface Place {
  /** For `ref`. */
  attach(element: HTMLElement | null): void;
  element(): HTMLElement | null;
  focus(): void;
}

/** Makes a place; keep it with `useState`. */
export function createPlace(): Place {
  let current: HTMLElement | null = null;
  return {
    attach(element) {
      current = element;
    },
    element: () => current,
    focus: () => current?.focus(),
  };
}
