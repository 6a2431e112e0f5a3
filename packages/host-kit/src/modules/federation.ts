import * as runtimeCore from '@module-federation/runtime-core';
import type { Clock } from '@baton/contracts';
import { checkedManifest } from './manifest';
import type { CodeSource } from './module-loader';
import { sharedLibraries } from './shared-libraries';

declare global {
  /** Where modules built with an external runtime look for it. The name is module federation's. */
  var _FEDERATION_RUNTIME_CORE: typeof runtimeCore | undefined;
}

/** A script that has not come by then will not come, in milliseconds; less than the loader's own patience. */
const scriptPatienceMs = 8000;

/**
 * Loads modules by module federation, from the given manifests and nowhere
 * else. The one runtime of the page is ours: modules carry none of their own.
 */
export function createFederation(manifests: Readonly<Record<string, string>>, clock: Clock): CodeSource {
  globalThis._FEDERATION_RUNTIME_CORE ??= runtimeCore;
  const problems = new Map<string, Error>();
  const attempts = new Map<string, number>();

  const federation = new runtimeCore.ModuleFederation({
    name: 'batonHost',
    remotes: Object.entries(manifests).map(([module, manifest]) => ({
      name: federatedName(module),
      entry: new URL(manifest, document.baseURI).href,
    })),
    shared: sharedLibraries,
    plugins: [
      {
        name: 'baton',
        fetch: (url: string) =>
          checkedManifest(url, clock).catch((problem: Error) => {
            problems.set(url, problem);
            throw problem;
          }),
        createScript({ url }: { url: string }) {
          const attempt = (attempts.get(url) ?? 0) + 1;
          attempts.set(url, attempt);
          const script = document.createElement('script');
          script.crossOrigin = 'anonymous';
          // Browsers let a second request for a hanging address wait for the first.
          script.src = attempt === 1 ? url : `${url}?attempt=${attempt}`;
          return { script, timeout: scriptPatienceMs };
        },
      },
    ],
  });

  return {
    async load(module) {
      const manifest = manifests[module];
      if (manifest === undefined) throw new Error(`No manifest for "${module}". Name its URL in the option "modules".`);
      const { href } = new URL(manifest, document.baseURI);
      problems.delete(href);
      return federation.loadRemote(`${federatedName(module)}/app`).catch((error: unknown) => {
        // The runtime hides what was wrong with a manifest behind an error number of its own.
        throw problems.get(href) ?? error;
      });
    },
  };
}

/** Federation wants identifiers: "sms-window" is "smsWindow" there. */
function federatedName(module: string): string {
  return module.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
