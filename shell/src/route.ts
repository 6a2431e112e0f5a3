import * as v from 'valibot';
import { Id, themeNames } from '@baton/contracts';
import type { ThemeName } from '@baton/contracts';
import { languageEntries } from './language';

const flag = v.pipe(
  v.picklist(['0', '1']),
  v.transform((value) => value === '1'),
);

const lookEntries = { ...languageEntries, theme: v.optional(v.picklist(themeNames)) };

const SignInQuery = v.object(lookEntries);
const TwoDesktopsQuery = v.object({ ...lookEntries, left: v.optional(Id, 'ana'), right: v.optional(Id, 'bianca') });
const DesktopQuery = v.object({
  ...lookEntries,
  agent: Id,
  ready: v.optional(flag, '1'),
});

/** How a page is to look; without a theme, as the device does. */
export interface Look {
  theme?: ThemeName;
}

/** One agent's desktop. */
export interface DesktopRoute extends Look {
  page: 'desktop';
  agent: string;
  ready: boolean;
}

/** What the address asks for, besides the language. */
export type Route =
  | DesktopRoute
  | ({ page: 'signIn' } & Look)
  | ({ page: 'twoDesktops'; left: string; right: string } & Look)
  | { page: 'badAddress'; problem: string };

/** Reads an address. What is wrong with it is told, never guessed away. */
export function readRoute(url: URL): Route {
  const query = Object.fromEntries(url.searchParams);
  if (url.pathname === '/two-desktops') {
    const sides = v.safeParse(TwoDesktopsQuery, query);
    if (!sides.success) return bad(sides.issues);
    const { left, right } = sides.output;
    return { page: 'twoDesktops', left, right, ...lookOf(sides.output) };
  }
  if (query['agent'] === undefined) {
    const signIn = v.safeParse(SignInQuery, query);
    return signIn.success ? { page: 'signIn', ...lookOf(signIn.output) } : bad(signIn.issues);
  }
  const desktop = v.safeParse(DesktopQuery, query);
  if (!desktop.success) return bad(desktop.issues);
  const { agent, ready } = desktop.output;
  return { page: 'desktop', agent, ready, ...lookOf(desktop.output) };
}

const lookOf = ({ theme }: { theme?: ThemeName | undefined }): Look => (theme === undefined ? {} : { theme });

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

function bad(issues: readonly v.BaseIssue<unknown>[]): Route {
  const problem = issues.map((issue) => `${v.getDotPath(issue) ?? 'address'}: ${issue.message}`).join('; ');
  return { page: 'badAddress', problem };
}
