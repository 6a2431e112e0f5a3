import { contractVersion, satisfiesContract } from '@baton/contracts';
import type { Clock } from '@baton/contracts';
import type { CodeSource, LoadedCode } from './code-source';
import { loadEntry, openContainer } from './container';
import { LoadError } from './load-state';
import type { LoadStage, LoadState } from './load-state';
import { checkManifest, fetchManifest } from './manifest';
import type { ModuleManifest } from './manifest';
import { createShareScope } from './shared-libraries';
import type { SharedLibraries } from './shared-libraries';
import { within } from './within';

/** How long each stage of a load may take, in milliseconds. */
const patienceMs = 5000;
/** How long to wait for news of a module whose code is already here, in milliseconds. */
const newsPatienceMs = 2000;

/** Where a module's manifest is. */
export interface ModuleAddress {
  /** Of the module's `baton-module.json`, relative to the page. */
  url: string;
  /**
   * The manifest itself, if the page's HTML came with it: saves a round trip. A stale
   * one costs bytes, never correctness: what it names and is gone is asked for anew.
   */
  manifest?: unknown;
}

export interface FederationOptions {
  /** The modules there are; nothing is loaded from anywhere else. */
  modules: Readonly<Record<string, string | ModuleAddress>>;
  clock: Clock;
  /** What the page has for modules besides React and react-query. */
  shared?: SharedLibraries;
  /** For pages whose Content-Security-Policy allows scripts by nonce. */
  nonce?: string;
}

/** Loads modules that were built as federation containers, by manifest, each build once. */
export function createFederation({ modules, clock, shared, nonce }: FederationOptions): CodeSource {
  const builds = new Map<string, LoadedCode>();
  const current = new Map<string, LoadedCode>();
  const listed = new Map<string, unknown>(
    Object.entries(modules).flatMap(([module, place]) =>
      typeof place === 'string' || place.manifest === undefined ? [] : [[module, place.manifest] as const],
    ),
  );

  function addressOf(module: string): string {
    const place = modules[module];
    if (place === undefined)
      throw new LoadError(
        module,
        'manifest',
        `No address for "${module}". Give that of its baton-module.json in the option "modules".`,
      );
    return new URL(typeof place === 'string' ? place : place.url, document.baseURI).href;
  }

  async function newestManifest(module: string, url: string): Promise<ModuleManifest> {
    const fromPage = listed.get(module);
    // Once: who asks again wants the server's word.
    listed.delete(module);
    if (fromPage !== undefined) return checkManifest(fromPage, `The manifest of "${module}" in this page`, module);
    return fetchManifest(url, module, clock, current.has(module) ? newsPatienceMs : patienceMs);
  }

  async function newest(module: string, tell: (state: LoadState) => void): Promise<LoadedCode> {
    const stage = stages(module);
    const base = addressOf(module);
    tell({ state: 'fetching' });
    const manifest = await stage('manifest', newestManifest(module, base));
    const { version, build, container } = manifest;
    const here = builds.get(container);
    if (here !== undefined) return here;

    checkContract(module, manifest);
    tell({ state: 'loading', version, build });
    const opened = await stage(
      'entry',
      loadEntry({ manifest, base, clock, patienceMs, ...(nonce === undefined ? {} : { nonce }) }),
    );
    const code = openContainer(opened, createShareScope(shared));
    const exposed = await stage('code', within(clock, patienceMs, `The code of "${module}" did not come`, code));
    const loaded = { exposed, version, build };
    builds.set(container, loaded);
    return loaded;
  }

  return {
    async load(module, tell) {
      const known = current.get(module);
      try {
        const loaded = await newest(module, tell);
        current.set(module, loaded);
        return loaded;
      } catch (cause) {
        // A newer build that cannot be had takes nothing away from the one that is here.
        if (known !== undefined) return known;
        throw cause;
      }
    },
  };
}

/** Puts the name of the stage on what goes wrong in it. */
function stages(module: string) {
  return <T>(stage: LoadStage, work: Promise<T>): Promise<T> =>
    work.catch((cause: unknown) => {
      throw new LoadError(module, stage, cause instanceof Error ? cause.message : String(cause), { cause });
    });
}

function checkContract(module: string, { version, contract }: ModuleManifest): void {
  if (satisfiesContract(contractVersion, contract)) return;
  throw new LoadError(
    module,
    'contract',
    `${module} ${version} works with contract ${contract}, and this page has ${contractVersion}. ` +
      'Install the @baton/host-kit that has it, or deploy a build of the module for this page.',
  );
}
