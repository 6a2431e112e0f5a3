import * as v from 'valibot';
import { Id, themeNames } from '@baton/contracts';

const flag = v.pipe(
  v.picklist(['0', '1']),
  v.transform((value) => value === '1'),
);

const DesktopQuery = v.object({
  agent: Id,
  ready: v.optional(flag, '1'),
  theme: v.optional(v.picklist(themeNames)),
  dir: v.optional(v.picklist(['ltr', 'rtl'])),
});

/** One agent's desktop. */
export type DesktopRoute = { page: 'desktop' } & v.InferOutput<typeof DesktopQuery>;

/** What the address asks for. */
export type Route =
  | DesktopRoute
  | { page: 'signIn' }
  | { page: 'twoDesktops'; left: string; right: string }
  | { page: 'badAddress'; problem: string };

/** Reads an address. What is wrong with it is told, never guessed away. */
export function readRoute(url: URL): Route {
  const query = Object.fromEntries(url.searchParams);
  if (url.pathname === '/two-desktops') {
    const sides = v.safeParse(v.object({ left: v.optional(Id, 'ana'), right: v.optional(Id, 'bianca') }), query);
    return sides.success ? { page: 'twoDesktops', ...sides.output } : bad(sides.issues);
  }
  if (query['agent'] === undefined) return { page: 'signIn' };
  const desktop = v.safeParse(DesktopQuery, query);
  return desktop.success ? { page: 'desktop', ...desktop.output } : bad(desktop.issues);
}

/** The address of an agent's desktop, keeping the rest of the present one (scenario, theme). */
export function desktopAddress(url: URL, agentId: string): string {
  const query = new URLSearchParams(url.searchParams);
  query.set('agent', agentId);
  return `/?${query}`;
}

function bad(issues: readonly v.BaseIssue<unknown>[]): Route {
  const problem = issues.map((issue) => `${v.getDotPath(issue) ?? 'address'}: ${issue.message}`).join('; ');
  return { page: 'badAddress', problem };
}
