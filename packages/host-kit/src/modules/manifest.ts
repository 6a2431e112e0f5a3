import * as v from 'valibot';
import type { Clock } from '@baton/contracts';
import { within } from './within';

const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/));
const version = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/));
/** Beside the manifest: a manifest cannot point to somebody else's code. */
const fileName = v.pipe(v.string(), v.regex(/^[\w.-]+\.js$/));
const ModuleFile = v.object({
  file: fileName,
  /** Subresource integrity. Missing in development only, where files change under their names. */
  integrity: v.optional(v.pipe(v.string(), v.regex(/^sha384-[A-Za-z0-9+/]{64}$/))),
});

/** What a module's server says of the module: `baton-module.json`, beside its files. Unknown fields are ignored. */
export const ModuleManifest = v.object({
  /** Of the module: as hosts call it in the option `modules`. */
  name,
  /** Of the module, as semver. */
  version,
  /** Changes with the module's code. */
  build: v.pipe(v.string(), v.regex(/^\w+$/)),
  /** The contract versions that the module works with: `^major.minor.patch`. */
  contract: v.pipe(v.string(), v.regex(/^\^\d+\.\d+\.\d+$/)),
  /** The global variable in which the entry leaves its container. */
  container: v.pipe(v.string(), v.regex(/^baton_\w+$/)),
  /** The file that runs first. `integrity` is its sha384 hash, and missing in development only. */
  entry: ModuleFile,
  /** What the module's first view needs besides the entry: pages may preload these. */
  code: v.array(ModuleFile),
});
export type ModuleManifest = v.InferOutput<typeof ModuleManifest>;

/**
 * Fetches a module's manifest, past the browser's cache, within `patienceMs`.
 *
 * @throws an Error that says what came instead: no answer, no JSON, no manifest, another module's manifest
 */
export async function fetchManifest(
  url: string,
  module: string,
  clock: Clock,
  patienceMs: number,
): Promise<ModuleManifest> {
  const giveUp = new AbortController();
  const text = await within(clock, patienceMs, `${url} did not answer`, ask(url, giveUp.signal), () => giveUp.abort());
  return checkManifest(parse(text, url), url, module);
}

/**
 * Checks a manifest from outside: from a server, or from the page's own HTML.
 * @throws an Error that names what is wrong with it
 */
export function checkManifest(found: unknown, from: string, module: string): ModuleManifest {
  const manifest = v.safeParse(ModuleManifest, found);
  if (!manifest.success) {
    const problems = manifest.issues
      .map((issue) => `${v.getDotPath(issue) ?? 'manifest'}: ${issue.message}`)
      .join('; ');
    throw new Error(
      `${from} is no baton-module.json. ${problems}. Give the address of the file that stands beside the module's entry.`,
    );
  }
  if (manifest.output.name !== module) {
    throw new Error(
      `${from} is the manifest of "${manifest.output.name}", not of "${module}". Check the option "modules".`,
    );
  }
  return manifest.output;
}

async function ask(url: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(url, { cache: 'no-cache', signal }).catch((cause: unknown) => {
    throw new Error(
      `${url} cannot be reached. Is the module's server up, does it send CORS headers, does the page's connect-src allow it?`,
      { cause },
    );
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.text();
}

function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const what = text.trimStart().startsWith('<') ? 'HTML' : 'something else';
    throw new Error(
      `${url} answered with ${what} instead of JSON. A server that answers unknown addresses with a page does that.`,
      { cause },
    );
  }
}
