import { createListeners, surface } from '@baton/runtime';

/** A value that is read through a mask while there is one. */
export interface Maskable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
  mask(by: ((value: T) => T) | undefined): void;
}

/** Makes one of a store. Through a mask, too, it is the same object until something changes. */
export function createMaskable<T>(get: () => T, subscribe: (listener: () => void) => () => void): Maskable<T> {
  const listeners = createListeners<void>(surface);
  let by: ((value: T) => T) | undefined;
  let last: { value: T; masked: T } | undefined;
  return {
    get() {
      const value = get();
      if (by === undefined) return value;
      if (last?.value !== value) last = { value, masked: by(value) };
      return last.masked;
    },
    subscribe(listener) {
      const stops = [subscribe(listener), listeners.add(() => listener())];
      return () => stops.forEach((stop) => stop());
    },
    mask(next) {
      by = next;
      last = undefined;
      listeners.notify();
    },
  };
}
