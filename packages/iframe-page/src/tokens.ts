import type { FrameOptions } from '@baton/contracts/bridge';

const prefix = '--baton-';
const own = '--baton-scale';

/** Sets the host's theme tokens on an element, and removes those that it no longer names. */
export function setTokens(element: HTMLElement, tokens: FrameOptions['tokens'] = {}): void {
  for (const name of [...element.style]) {
    if (name.startsWith(prefix) && name !== own && !(name in tokens)) element.style.removeProperty(name);
  }
  for (const [name, value] of Object.entries(tokens)) element.style.setProperty(name, value);
}
