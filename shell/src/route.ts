import * as v from 'valibot';
import { Id, densities, themeNames } from '@baton/contracts';
import type { Density, ThemeName } from '@baton/contracts';
import { languageKeys } from './language';

const flag = v.pipe(
  v.picklist(['0', '1']),
  v.transform((value) => value === '1'),
);

/**
 * The keys that every shell reads from its address, each with what it may be. The shell in front of the mocked contact
 * centre has more: mocked/address.ts.
 */
export const productKeys = {
  agent: Id,
  left: Id,
  right: Id,
  ready: flag,
  ...languageKeys,
  theme: v.picklist(themeNames),
  density: v.picklist(densities),
};

const Query = v.partial(v.object(productKeys));

/** How a page is to look; without a theme, as the device does. */
export interface Look {
  theme?: ThemeName;
  density?: Density;
}

/** One agent's desktop. */
export interface DesktopRoute extends Look {
  page: 'desktop';
  agent: string;
  ready: boolean;
}

/** The desktops of two agents, side by side. */
export interface TwoDesktopsRoute extends Look {
  page: 'twoDesktops';
  left: string;
  right: string;
}

/** What the address asks for, besides the language. */
export type Route =
  | DesktopRoute
  | ({ page: 'signIn' } & Look)
  | TwoDesktopsRoute
  | { page: 'badAddress'; problem: string };

/** Reads an address. What is wrong with a key of the product is told, never guessed away; other keys are not looked at. */
export function readRoute(url: URL): Route {
  const query = v.safeParse(Query, Object.fromEntries(url.searchParams));
  if (!query.success) return { page: 'badAddress', problem: query.issues.map(problemOf).join('; ') };
  const { agent, left = 'ana', right = 'bianca', ready = true, theme, density } = query.output;
  const look = { ...(theme && { theme }), ...(density && { density }) };
  if (url.pathname === '/two-desktops') return { page: 'twoDesktops', left, right, ...look };
  return agent === undefined ? { page: 'signIn', ...look } : { page: 'desktop', agent, ready, ...look };
}

/** Says which key is wrong, and what is wrong with it. */
export function problemOf(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? 'address'}: ${issue.message}`;
}

/** The keys of an address that the product does not know. */
export function unknownKeys(url: URL): string[] {
  return [...new Set(url.searchParams.keys())].filter((key) => !Object.hasOwn(productKeys, key));
}

/** The address of an agent's desktop, keeping the rest of the present one (scenario, theme). */
export function desktopAddress(url: URL, agentId: string): string {
  const query = new URLSearchParams(url.searchParams);
  query.set('agent', agentId);
  return `/?${query}`;
}

/** The address of the sign-in page, keeping the rest of the present one: the same contact centre answers there. */
export function signInAddress(url: URL): string {
  const query = new URLSearchParams(url.searchParams);
  for (const name of ['agent', 'ready']) query.delete(name);
  return query.size === 0 ? '/' : `/?${query}`;
}
