import { useSyncExternalStore } from 'react';
import { inLanguageOf } from './language';
import { desktopAddress as addressOf, readRoute, signInAddress as signInOf } from './route';
import type { Route } from './route';

let known: { href: string; route: Route } | undefined;

/** The present route; the same object until the address changes. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, current);
}

/** What a page that has closed by itself leaves to be said on the next one: the agent signed out in another window. */
export interface Farewell {
  erasedTexts: number;
}

/** Goes to an address of the shell without loading the page anew. `replace` leaves no way back. */
export function goTo(address: string, how: 'push' | 'replace' = 'push', farewell?: Farewell): void {
  if (how === 'replace') window.history.replaceState(farewell ?? null, '', address);
  else window.history.pushState(null, '', address);
}

/** The address of an agent's desktop, keeping the rest of the present one. */
export function desktopAddress(agentId: string): string {
  return addressOf(new URL(window.location.href), agentId);
}

/** The address of the sign-in page, keeping the rest of the present one. */
export function signInAddress(): string {
  return signInOf(new URL(window.location.href));
}

/** What the page before has left to be said here, if anything. */
export function farewellOf(state: unknown): Farewell | undefined {
  const { erasedTexts }: { erasedTexts?: unknown } = typeof state === 'object' && state !== null ? state : {};
  return typeof erasedTexts === 'number' ? { erasedTexts } : undefined;
}

/** An address of the shell, in the present language. */
export function inThisLanguage(address: string): string {
  return inLanguageOf(new URL(window.location.href), address);
}

function current(): Route {
  const { href } = window.location;
  if (known?.href !== href) known = { href, route: readRoute(new URL(href)) };
  return known.route;
}

// single-spa tells of pushState and replaceState too, which browsers do not.
function subscribe(listener: () => void): () => void {
  window.addEventListener('single-spa:routing-event', listener);
  window.addEventListener('popstate', listener);
  return () => {
    window.removeEventListener('single-spa:routing-event', listener);
    window.removeEventListener('popstate', listener);
  };
}
