import * as v from 'valibot';
import type { Clock, ModuleIntents, RequestTopic } from '@baton/contracts';
import { within } from '@baton/runtime';

const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/));
const version = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/));
/** A path beside the manifest, so that a manifest cannot point to code of another origin. */
const fileName = v.pipe(v.string(), v.regex(/^[\w.-]+\.js$/));
const ModuleFile = v.object({
  file: fileName,
  /** Subresource integrity. Missing in development only, where files change under their names. */
  integrity: v.optional(v.pipe(v.string(), v.regex(/^sha384-[A-Za-z0-9+/]{64}$/))),
});

/** By its form only: newer modules, and modules of hosts, may have topics that this host-kit does not know. */
const isTopic = (found: string): found is RequestTopic => /^[a-z]\w*(?:\.\w+)+$/.test(found);
const topic = v.pipe(v.string(), v.guard(isTopic));

/** The part of a module's intents that host-kit reads. */
export type DeclaredIntents = Pick<ModuleIntents, 'answers' | 'panel' | 'renewWhen'> &
  Partial<Record<'asks', ModuleIntents['asks'] | undefined>>;
export const DeclaredIntents = v.object({
  answers: v.array(topic),
  // Absent where a module of a host does not say it.
  asks: v.optional(v.array(topic)),
  panel: v.optional(v.object({ open: topic, close: topic, openedBy: v.array(topic) })),
  // A newer module may declare another moment. It is then renewed when it is mounted again.
  renewWhen: v.fallback(v.optional(v.picklist(['noActiveInteraction', 'panelClosed'])), undefined),
});

/** The schema of `baton-module.json`, which a module's server has beside its files. Unknown fields are ignored. */
export const ModuleManifest = v.object({
  /** The module's name, as in a host's option `modules`. */
  name,
  /** The module's version, as semver. */
  version,
  /** Changes with the module's code. */
  build: v.pipe(v.string(), v.regex(/^\w+$/)),
  /** The contract versions that the module works with: `^major.minor.patch`. */
  contract: v.pipe(v.string(), v.regex(/^\^\d+\.\d+\.\d+$/)),
  /**
   * What the module declares: the requests that it `answers`, the requests that open and close its `panel`, and when a
   * newer build may replace it. One that asks for `lock.set` stays in sight on a locked desktop. The topics that it
   * `emits` and `listens` to are there too, for people and tools.
   */
  intents: DeclaredIntents,
  /** The global variable in which the entry leaves its container. */
  container: v.pipe(v.string(), v.regex(/^baton_\w+$/)),
  /** The file that runs first. `integrity` is its sha384 hash, and missing in development only. */
  entry: ModuleFile,
  /** The files that the module's first view needs besides the entry. Pages may preload them. */
  code: v.array(ModuleFile),
  /**
   * The code of Baton's packages that the module is built with, and the ranges of libraries that it works with. In a page
   * that has those libraries, and no kit of this version, the first module that loads provides it to all.
   */
  kit: v.optional(v.object({ version, ...ModuleFile.entries, libraries: v.record(v.string(), v.string()) })),
});
export type ModuleManifest = v.InferOutput<typeof ModuleManifest>;

/** A manifest and its address, to which its files are relative. */
export interface PlacedManifest {
  manifest: ModuleManifest;
  base: string;
}

/**
 * Fetches a module's manifest, past the browser's cache, within `limitMs`. The address may redirect, as one without a
 * version often does.
 *
 * @throws an Error that says what arrived instead: no answer, no JSON, no manifest, another module's manifest
 */
export async function fetchManifest(
  url: string,
  module: string,
  clock: Clock,
  limitMs: number,
): Promise<PlacedManifest> {
  const giveUp = new AbortController();
  const { text, base } = await within(clock, limitMs, `${url} did not answer`, request(url, giveUp.signal), () =>
    giveUp.abort(),
  );
  return { manifest: checkManifest(parse(text, url), url, module), base };
}

/**
 * Checks a manifest from outside: from a server, or from the page's own HTML.
 * @throws an Error that names what is wrong with it
 */
export function checkManifest(found: unknown, from: string, module: string): ModuleManifest {
  const manifest = v.safeParse(ModuleManifest, found);
  if (!manifest.success) {
    const problems = manifest.issues
      .map((issue) => `${v.getDotPath(issue) ?? 'manifest'}: ${cureOf(issue)}`)
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

function cureOf(issue: v.BaseIssue<unknown>): string {
  const isMissing = issue.received === 'undefined' && issue.path?.[0]?.key === 'intents';
  return isMissing ? 'is missing: build the module with the version of Baton that this page has' : issue.message;
}

async function request(url: string, signal: AbortSignal): Promise<{ text: string; base: string }> {
  const answer = await fetch(url, { cache: 'no-cache', signal }).catch((cause: unknown) => {
    throw new Error(
      `${url} cannot be reached. Is the module's server up, does it send CORS headers, does the page's connect-src allow it?`,
      { cause },
    );
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  // Responses that a script has constructed have no address.
  return { text: await answer.text(), base: answer.url || url };
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
