import type { Clock } from '@baton/contracts';
import { fromPage } from './shared-libraries';
import type { ShareScope } from './shared-libraries';
import { untilSilent } from './until-silent';

/** What modules are built with, once for all modules of a page that were built with the same version of it. */
export interface KitOfPage {
  /** The first container to need a version brings it. Returns whether that is this one. */
  claim(version: string, container: string): boolean;
  /**
   * To be called when a container has put its own libraries into its scope. Those of Baton it then takes from the
   * container that brings them, and its own if they do not come from there.
   */
  join(container: string, scope: ShareScope): void;
  /** A container did not come, or what came of it does not work: what it was to bring, another one brings. */
  leave(container: string): void;
}

/** How long nothing may come of another module's kit, in milliseconds: then the next module brings its own. */
const patienceMs = 3000;

type Libraries = ReadonlyMap<string, ShareScope[string][string]['get']>;
interface Claim {
  by: string;
  libraries: Promise<Libraries>;
  bring(libraries: Libraries): void;
  giveUp(why: Error): void;
}

export function createKitOfPage(clock: Clock): KitOfPage {
  const claims = new Map<string, Claim>();

  function claimOf(version: string, container: string): Claim {
    const known = claims.get(version);
    if (known !== undefined) return known;
    let bring: Claim['bring'] = () => undefined;
    let giveUp: Claim['giveUp'] = () => undefined;
    const libraries = new Promise<Libraries>((resolve, reject) => {
      bring = resolve;
      giveUp = reject;
    });
    // Where nobody waits for it.
    libraries.catch(() => undefined);
    const claim = { by: container, libraries, bring, giveUp };
    claims.set(version, claim);
    return claim;
  }

  /** From whoever brings it now: the next in turn when the first does not. */
  async function take(version: string, container: string, name: string, own: Libraries): Promise<() => unknown> {
    const claim = claimOf(version, container);
    if (claim.by === container) claim.bring(own);
    const taken = claim.libraries.then((libraries) => getOf(libraries, name)());
    if (claim.by === container) return taken;
    return untilSilent(clock, patienceMs, `${name} of ${claim.by} did not come`, taken).catch(() => {
      if (claims.get(version) === claim) claims.delete(version);
      return take(version, container, name, own);
    });
  }

  return {
    claim: (version, container) => claimOf(version, container).by === container,
    join(container, scope) {
      for (const [version, libraries] of kitsIn(scope)) {
        const own = new Map(libraries.map(({ name, entry: { get } }) => [name, get]));
        const claim = claimOf(version, container);
        if (claim.by === container) claim.bring(own);
        else for (const { name, entry } of libraries) entry.get = () => take(version, container, name, own);
      }
    },
    leave(container) {
      for (const [version, claim] of claims) {
        if (claim.by !== container) continue;
        claims.delete(version);
        claim.giveUp(new Error(`${container} did not come`));
      }
    },
  };
}

function getOf(libraries: Libraries, name: string) {
  const get = libraries.get(name);
  if (get === undefined) throw new Error(`The kit of another module has no ${name}.`);
  return get;
}

/** What a container has put into its scope of Baton's own, by version. */
function kitsIn(scope: ShareScope) {
  const kits = new Map<string, { name: string; entry: ShareScope[string][string] }[]>();
  for (const [name, versions] of Object.entries(scope)) {
    if (!name.startsWith('@baton/')) continue;
    for (const [version, entry] of Object.entries(versions))
      if (entry.from !== fromPage) kits.set(version, [...(kits.get(version) ?? []), { name, entry }]);
  }
  return kits;
}
