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
import { bringReact, chooseLibraries, createShareScope, hasAll, preferPages } from './shared-libraries';
import type { SharedLibraries } from './shared-libraries';
import { untilSilent } from './until-silent';

/** How long nothing may come in each stage of a load, unless the page says otherwise, in milliseconds. */
const defaultPatienceMs = 5000;
/** How long to wait for the manifest of a module whose code is already loaded, in milliseconds. */
const recheckPatienceMs = 2000;

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
  /** What the page has for modules besides React. */
  shared?: SharedLibraries | undefined;
  /** For pages whose Content-Security-Policy allows scripts by nonce. */
  nonce?: string | undefined;
  /** How long nothing may come, in milliseconds; 5000 by default. */
  patienceMs?: number | undefined;
}

/** Loads modules that were built as federation containers, by manifest, each build once. */
export function createFederation({
  modules,
  clock,
  shared,
  nonce,
  patienceMs = defaultPatienceMs,
}: FederationOptions): CodeSource {
  const libraries = chooseLibraries(shared);
  const kitOfPage = createKitOfPage(clock);
  const pageHasKit = Object.keys(libraries).some((name) => name.startsWith('@baton/'));
  const builds = new Map<string, LoadedCode>();
  const current = new Map<string, LoadedCode>();
  /** Builds that are being loaded. */
  const onTheWay = new Map<string, Promise<LoadedCode>>();
  /** How often each module has failed to come. */
  const failures = new Map<string, number>();
  /** The newest request for each module's manifest. A load uses a manifest that was asked for before it, once. */
  const asked = new Map<string, AskedManifest>();
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

  function ask(module: string): AskedManifest {
    const isListed = listed.has(module);
    const entry = { manifest: newestManifest(module), isListed, isTaken: false };
    asked.set(module, entry);
    return entry;
  }

  function take(module: string): AskedManifest {
    const ahead = asked.get(module);
    const entry = ahead === undefined || ahead.isTaken ? ask(module) : ahead;
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
      current.has(module) ? recheckPatienceMs : patienceMs,
    );
  }

  async function newest(module: string, tell: (state: LoadState) => void): Promise<LoadedCode> {
    const stage = stages(module);
    // Throws without one.
    addressOf(module);
    tell({ state: 'fetching' });
    // Every module needs React: it comes beside the first manifest.
    bringReact(libraries);
    const { manifest: asking, isListed } = take(module);
    const { manifest, base } = await stage('manifest', asking);
    const { version, build, container, intents } = manifest;
    const here = builds.get(container);
    if (here !== undefined) return here;

    checkContract(module, manifest);
    tell({ state: 'loading', version, build });
    const giveUp = new AbortController();
    const { code: first, kit } = manifest;
    // Modules that would each bring a React of their own cannot share what runs in it.
    // A module that has failed brings its own kit the next time.
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
      onTheWay.get(container),
    );
    onTheWay.set(container, coming);
    // Also code that comes after the time limit: the next load uses it.
    coming.then(
      (loaded) => builds.set(container, loaded),
      () => kitOfPage.leave(container),
    );
    // What is on its way since an earlier time may come before the entry that was asked for now.
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
      const { manifest } = await (asked.get(module) ?? ask(module)).manifest;
      return manifest.intents;
    },
  };
}

interface AskedManifest {
  manifest: Promise<PlacedManifest>;
  /** It came with the page, which has preloaded the files that the manifest names. */
  isListed: boolean;
  isTaken: boolean;
}

/** What comes first; why the newer one failed, if nothing comes. */
function firstOf<T>(newer: Promise<T>, earlier: Promise<T> | undefined): Promise<T> {
  if (earlier === undefined) return newer;
  return Promise.any([newer, earlier]).catch(() => newer);
}

/** Another address after each failure: a service worker of the page's may answer the same one with the same for ever. */
function freshAddress(url: string, failed: number): string {
  if (failed === 0) return url;
  const fresh = new URL(url);
  fresh.searchParams.set('attempt', String(failed + 1));
  return fresh.href;
}

/** Puts the name of the stage on what goes wrong in it. */
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
