import * as v from 'valibot';
import type { ModuleAddress } from '@baton/host-kit';

const ModuleList = v.record(v.string(), v.object({ url: v.string(), manifest: v.optional(v.unknown()) }));

export type ModuleAddresses = Readonly<Record<string, ModuleAddress>>;

/**
 * Where the modules are, as the page's own HTML says: whoever deploys the shell
 * writes it there, with the manifests of the moment so that the browser can
 * ask for all files at once. The shell loads modules from nowhere else.
 *
 * @throws when the page has no usable list
 */
export function moduleAddresses(): ModuleAddresses {
  const list = document.getElementById('baton-modules');
  if (list === null)
    throw new Error(
      'The page does not say where the modules are: it needs a JSON script "#baton-modules". Take the index.html that the build writes.',
    );
  return v.parse(ModuleList, JSON.parse(list.textContent));
}

const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;
const Deployment = v.object({
  overrideOrigins: v.array(
    v.pipe(
      v.string(),
      v.check(isOrigin, 'In "#baton-deployment", give origins without a path, like "http://localhost:4420".'),
    ),
  ),
});

/**
 * Where developers may put their own build of a module from, as the page's HTML says; usually nowhere.
 *
 * @throws when what it says is no list of origins
 */
export function overrideOrigins(): readonly string[] {
  const said = document.getElementById('baton-deployment');
  return said === null ? [] : v.parse(Deployment, JSON.parse(said.textContent)).overrideOrigins;
}

/** The origins that scripts may come from: the page's own, those of the modules, and of developers' builds of them. */
export function scriptOrigins(): string[] {
  const addresses = Object.values(moduleAddresses()).map(({ url }) => new URL(url, document.baseURI).origin);
  return [...new Set([window.location.origin, ...addresses, ...overrideOrigins()])];
}
