import * as v from 'valibot';
import type { ModuleAddress } from '@baton/host-kit';

const ModuleList = v.record(v.string(), v.object({ url: v.string(), manifest: v.optional(v.unknown()) }));

/**
 * Where the modules are, as the page's own HTML says: whoever deploys the shell
 * writes it there, with the manifests of the moment so that the browser can
 * ask for all files at once. The shell loads modules from nowhere else.
 *
 * @throws when the page has no usable list
 */
export function moduleAddresses(): Readonly<Record<string, ModuleAddress>> {
  const list = document.getElementById('baton-modules');
  if (list === null) throw new Error('The page does not say where the modules are: it needs a JSON script "#baton-modules". Take the index.html that the build writes.');
  return v.parse(ModuleList, JSON.parse(list.textContent));
}

/** The origins that scripts may come from: the page's own and those of the modules. */
export function scriptOrigins(): string[] {
  const addresses = Object.values(moduleAddresses()).map(({ url }) => new URL(url, document.baseURI).origin);
  return [...new Set([window.location.origin, ...addresses])];
}
