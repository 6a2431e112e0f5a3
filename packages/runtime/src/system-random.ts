import type { Random } from '@baton/contracts';

/** The device's own random numbers. Not by `crypto.randomUUID`, which pages without HTTPS lack. */
export const systemRandom: Random = {
  id: () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  next: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};
