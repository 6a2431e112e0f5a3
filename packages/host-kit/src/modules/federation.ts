import * as runtimeCore from '@module-federation/runtime-core';
import { sharedLibraries } from './shared-libraries';
import { ManifestError } from './module-loader';
import type { CodeSource } from './module-loader';

declare global {
  /** Where modules built with an external runtime look for it. The name is module federation's. */
  var _FEDERATION_RUNTIME_CORE: typeof runtimeCore | undefined;
}

/** A manifest that has not come by then will not come, in milliseconds. */
const manifestPatienceMs = 5000;

/**
 * Loads modules by module federation, from the given manifests and nowhere
 * else. The one runtime of the page is ours: modules carry none of their own.
 */
export function createFederation(manifests: Readonly<Record<string, string>>): CodeSource {
  globalThis._FEDERATION_RUNTIME_CORE ??= runtimeCore;
  const federation = new runtimeCore.ModuleFederation({
    name: 'batonHost',
    remotes: [],
    shared: sharedLibraries,
    plugins: [{ name: 'baton-manifests', fetch: fetchManifest }],
  });

  return {
    async load(module) {
      const manifest = manifests[module];
      if (manifest === undefined) {
        throw new ManifestError(`No manifest for "${module}". Name its URL in the option "modules".`);
      }
      const entry = new URL(manifest, document.baseURI).href;
      federation.registerRemotes([{ name: federatedName(module), entry }], { force: true });
      return federation.loadRemote(`${federatedName(module)}/app`);
    },
    // Each load registers the module anew, which drops what a failed attempt left behind.
    forget: () => undefined,
  };
}

/** Federation wants identifiers: "sms-window" is "smsWindow" there. */
function federatedName(module: string): string {
  return module.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

// The runtime itself neither checks the answer nor ends the wait, and never
// asks again after it has seen a JSON answer that is no manifest.
async function fetchManifest(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(manifestPatienceMs) });
  if (!answer.ok) throw new ManifestError(`${url} answered ${answer.status}`);
  const text = await answer.text();
  if (!isManifest(text)) throw new ManifestError(`${url} is not a module federation manifest`);
  return new Response(text, { headers: { 'content-type': 'application/json' } });
}

function isManifest(text: string): boolean {
  try {
    const manifest: unknown = JSON.parse(text);
    return (
      typeof manifest === 'object' &&
      manifest !== null &&
      'metaData' in manifest &&
      'exposes' in manifest &&
      Array.isArray(manifest.exposes)
    );
  } catch {
    return false;
  }
}
