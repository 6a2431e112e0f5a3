import { contractVersion, satisfiesContract } from '@baton/contracts';
import type { Clock } from '@baton/contracts';
import { messageOf } from '@baton/runtime';
import type { CodeSource, LoadedCode } from './code-source';
import { loadEntry, noteFailure, openContainer } from './container';
import { createKitOfPage } from './kit-of-page';
import { LoadError } from './load-state';
import type { LoadStage, LoadState } from './load-state';
import { checkManifest, fetchManifest } from './manifest';
import type { ModuleManifest, PlacedManifest } from './manifest';
import { preload } from './preload';
import { chooseLibraries, createShareScope, hasAll, loadReact, preferPages } from './shared-libraries';
import type { SharedLibraries } from './shared-libraries';
import { silenceLimitMs, untilSilent } from './until-silent';

/** Time limit for the manifest of a module whose code is already loaded. */
const recheckLimitMs = 2000;

/** Where a module's manifest is. */
export interface ModuleAddress {
  /** The URL of the module's `baton-module.json`, relative to the page. */
  url: string;
  /**
   * The manifest itself, if the page's HTML contains it: this saves a round trip. A stale one does no harm: when the files
   * that it names are gone, the manifest is fetched.
   */
  manifest?: unknown;
}

export interface FederationOptions {
  /** The addresses of all modules. Nothing is loaded from anywhere else. */
  modules: Readonly<Record<string, string | ModuleAddress>>;
  clock: Clock;
  /** The libraries that the page shares with modules. */
  shared?: SharedLibraries | undefined;
  /** For pages whose Content-Security-Policy allows scripts by nonce. */
  nonce?: string | undefined;
  /** How long no code may arrive in each stage of a load, in milliseconds; 5000 by default. */
  patienceMs?: number | undefined;
}

/** Loads modules that were built as federation containers, from their manifests; each build once. */
export function createFederation({
  modules,
  clock,
  shared,
  nonce,
  patienceMs = silenceLimitMs,
}: FederationOptions): CodeSource {
  const libraries = chooseLibraries(shared);
  const kitOfPage = createKitOfPage(clock);
  const pageHasKit = Object.keys(libraries).some((name) => name.startsWith('@baton/'));
  const builds = new Map<string, LoadedCode>();
  const current = new Map<string, LoadedCode>();
  /** Builds that are being loaded. */
  const loading = new Map<string, Promise<LoadedCode>>();
  /** How often each module has failed to load. */
  const failures = new Map<string, number>();
  /** The newest request for each module's manifest. A load uses a manifest that was asked for before it, once. */
  const requests = new Map<string, ManifestRequest>();
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

  function requestManifest(module: string): ManifestRequest {
    const isListed = listed.has(module);
    const entry = { manifest: newestManifest(module), isListed, isTaken: false };
    requests.set(module, entry);
    return entry;
  }

  function takeManifest(module: string): ManifestRequest {
    const ahead = requests.get(module);
    const entry = ahead === undefined || ahead.isTaken ? requestManifest(module) : ahead;
    entry.isTaken = true;
    return entry;
  }

  async function newestManifest(module: string): Promise<PlacedManifest> {
    const url = addressOf(module);
    const fromPage = listed.get(module);
    // Once: later loads ask the server.
    listed.delete(module);
    if (fromPage !== undefined)
      return { manifest: checkManifest(fromPage, `The manifest of "${module}" in this page`, module), base: url };
    return fetchManifest(
      freshAddress(url, failures.get(module) ?? 0),
      module,
      clock,
      current.has(module) ? recheckLimitMs : patienceMs,
    );
  }

  async function newest(module: string, tell: (state: LoadState) => void): Promise<LoadedCode> {
    const stage = stages(module);
    // Throws if the module has no address.
    addressOf(module);
    tell({ state: 'fetching' });
    // Every module needs React, so it loads beside the first manifest.
    loadReact(libraries);
    const { manifest: request, isListed } = takeManifest(module);
    const { manifest, base } = await stage('manifest', request);
    const { version, build, container, intents } = manifest;
    const known = builds.get(container);
    if (known !== undefined) return known;

    checkContract(module, manifest);
    tell({ state: 'loading', version, build });
    const giveUp = new AbortController();
    const { code: first, kit } = manifest;
    // Kits run in React, so modules with a React of their own cannot share one. After a failure a module loads its own kit.
    const isFirstTry = !failures.has(module);
    const sharesKit = kit !== undefined && !pageHasKit && isFirstTry && hasAll(libraries, kit.libraries);
    const bringsKit = sharesKit && kitOfPage.claim(kit.version, container);
    if (!isListed && isFirstTry) preload(bringsKit ? [...first, kit] : first, base, nonce);
    const entry = loadEntry({ manifest, base, signal: giveUp.signal, nonce });
    const code = entry.then((opened) =>
      openContainer(opened, createShareScope(libraries), (scope) => {
        preferPages(scope);
        if (sharesKit) kitOfPage.join(container, scope);
      }),
    );
    const coming = firstOf(
      code.then((exposed) => ({ exposed, version, build, intents })),
      loading.get(container),
    );
    loading.set(container, coming);
    // The next load also uses code that arrives after the time limit.
    coming.then(
      (loaded) => builds.set(container, loaded),
      () => kitOfPage.leave(container),
    );
    // An earlier request may deliver the code before this entry has run.
    const opening = Promise.race([entry.then(() => undefined), coming.then(() => undefined)]);
    await stage('entry', untilSilent(clock, patienceMs, `The entry of "${module}" did not come`, opening)).catch(
      (cause: unknown) => {
        giveUp.abort();
        noteFailure(manifest, base);
        throw cause;
      },
    );
    return stage('code', untilSilent(clock, patienceMs, `The code of "${module}" did not come`, coming));
  }

  return {
    async load(module, tell) {
      const known = current.get(module);
      try {
        const loaded = await newest(module, tell);
        current.set(module, loaded);
        return loaded;
      } catch (cause) {
        failures.set(module, (failures.get(module) ?? 0) + 1);
        // When a newer build does not load, the loaded one stays.
        if (known !== undefined) return known;
        throw cause;
      }
    },
    async describe(module) {
      const { manifest } = await (requests.get(module) ?? requestManifest(module)).manifest;
      return manifest.intents;
    },
  };
}

interface ManifestRequest {
  manifest: Promise<PlacedManifest>;
  /** The manifest is in the page's HTML, which also preloads the files that it names. */
  isListed: boolean;
  /** A load has used it. */
  isTaken: boolean;
}

/** The first result of both. If both fail, the error of the newer one. */
function firstOf<T>(newer: Promise<T>, earlier: Promise<T> | undefined): Promise<T> {
  if (earlier === undefined) return newer;
  return Promise.any([newer, earlier]).catch(() => newer);
}

/** Another address after each failure, since a service worker of the page may cache the failed answer. */
function freshAddress(url: string, failed: number): string {
  if (failed === 0) return url;
  const fresh = new URL(url);
  fresh.searchParams.set('attempt', String(failed + 1));
  return fresh.href;
}

/** Turns errors into a `LoadError` with the stage in which they occurred. */
function stages(module: string) {
  return <T>(stage: LoadStage, work: Promise<T>): Promise<T> =>
    work.catch((cause: unknown) => {
      throw new LoadError(module, stage, messageOf(cause), { cause });
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
