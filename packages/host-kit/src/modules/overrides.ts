import * as v from 'valibot';
import { usableArea } from '../adapters/storage';

/** Builds of single modules with which a developer replaces the deployed ones, in this browser only. */
export interface Overrides {
  /** Those that this page uses: module → address of its manifest. */
  list(): Readonly<Record<string, string>>;
  /** Replaces a module from the next load of the page on. Throws a `TypeError` naming cause and cure when this page does not allow it. */
  set(module: string, url: string): void;
  /** Removes all of them, from the next load of the page on. */
  reset(): void;
}

/** The key in `localStorage`. Also in shell/src/fatal.js, which cannot import it. */
const key = 'baton.overrides';
const Kept = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()));

/**
 * Reads the stored overrides once. Those that the page does not allow are not used, but reported in the console. Without a
 * list of origins nothing is read.
 *
 * @param modules the page's modules, by name
 * @param allowed origins that overrides may come from
 */
export function createOverrides(modules: object, allowed?: readonly string[]): Overrides {
  const used = allowed === undefined ? {} : usable(read(), (module, url) => problemOf(module, url, modules, allowed));
  return {
    list: () => used,
    set(module, url) {
      const problem = problemOf(module, url, modules, allowed);
      if (problem !== undefined) throw new TypeError(problem);
      usableArea().setItem(key, JSON.stringify({ ...read(), [module]: url }));
    },
    reset: () => usableArea().removeItem(key),
  };
}

/** What is stored, unchecked. */
function read(): Readonly<Record<string, unknown>> {
  const kept = v.safeParse(Kept, usableArea().getItem(key) ?? '{}');
  return kept.success ? kept.output : {};
}

function usable(
  kept: Readonly<Record<string, unknown>>,
  problemWith: (module: string, url: unknown) => string | undefined,
): Readonly<Record<string, string>> {
  const problems: string[] = [];
  const found: Record<string, string> = {};
  for (const [module, url] of Object.entries(kept)) {
    const problem = problemWith(module, url);
    if (problem === undefined) found[module] = String(url);
    else problems.push(`- ${problem}`);
  }
  if (problems.length > 0) {
    console.warn(
      `Baton did not use these overrides of modules, which this browser keeps in localStorage["${key}"]:\n${problems.join('\n')}\nbaton.overrides.reset() removes all of them.`,
    );
  }
  return found;
}

function problemOf(module: string, url: unknown, modules: object, allowed?: readonly string[]): string | undefined {
  if (allowed === undefined) {
    return 'Overrides are off in this page. Its host allows them with the option overrides: { allowedOrigins: ["http://localhost:4420"] }, where modules load by manifest.';
  }
  if (!Object.hasOwn(modules, module))
    return `"${module}" is no module of this page. There are ${Object.keys(modules).join(', ')}.`;
  if (typeof url !== 'string' || !URL.canParse(url)) {
    return `The address of "${module}" is none: ${JSON.stringify(url)}. Give that of its manifest in full, for example "http://localhost:4420/baton-module.json".`;
  }
  const { origin } = new URL(url);
  if (allowed.includes(origin)) return undefined;
  return `"${module}" may not come from ${origin}, only from ${allowed.join(', ') || 'nowhere'}. Serve it there, or have the host add ${origin} to overrides.allowedOrigins.`;
}
