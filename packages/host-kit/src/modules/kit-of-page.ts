import type { Clock } from '@baton/contracts';
import { fromPage } from './shared-libraries';
import type { ShareScope } from './shared-libraries';
import { untilSilent } from './until-silent';

/**
 * Lets modules share a kit, the code of Baton's packages that they are built with, in pages that have none: one module
 * provides it to all that were built with the same version.
 */
export interface KitOfPage {
  /** The first container that needs a version provides it. Returns whether that is this container. */
  claim(version: string, container: string): boolean;
  /**
   * To be called when a container has added its own libraries to its scope. It then takes Baton's packages from the
   * container that provides them, or its own if they do not arrive.
   */
  join(container: string, scope: ShareScope): void;
  /** A container did not load, or does not work: another one provides its kit. */
  leave(container: string): void;
}

/** How long no code of another module's kit may arrive. After that the next module provides its own. */
const kitLimitMs = 3000;

type Libraries = ReadonlyMap<string, ShareScope[string][string]['get']>;
interface Claim {
  by: string;
  libraries: Promise<Libraries>;
  provide(libraries: Libraries): void;
  giveUp(why: Error): void;
}

export function createKitOfPage(clock: Clock): KitOfPage {
  const claims = new Map<string, Claim>();

  function claimOf(version: string, container: string): Claim {
    const known = claims.get(version);
    if (known !== undefined) return known;
    let provide: Claim['provide'] = () => undefined;
    let giveUp: Claim['giveUp'] = () => undefined;
    const libraries = new Promise<Libraries>((resolve, reject) => {
      provide = resolve;
      giveUp = reject;
    });
    // A rejection that no module waits for is not an unhandled rejection.
    libraries.catch(() => undefined);
    const claim = { by: container, libraries, provide, giveUp };
    claims.set(version, claim);
    return claim;
  }

  /** Takes a library from the container that provides it now. If that fails, another one provides it. */
  async function take(version: string, container: string, name: string, own: Libraries): Promise<() => unknown> {
    const claim = claimOf(version, container);
    if (claim.by === container) claim.provide(own);
    const taken = claim.libraries.then((libraries) => getOf(libraries, name)());
    if (claim.by === container) return taken;
    return untilSilent(clock, kitLimitMs, `${name} of ${claim.by} did not come`, taken).catch(() => {
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
        if (claim.by === container) claim.provide(own);
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

/** Baton's packages that a container has added to its scope, by version. */
function kitsIn(scope: ShareScope) {
  const kits = new Map<string, { name: string; entry: ShareScope[string][string] }[]>();
  for (const [name, versions] of Object.entries(scope)) {
    if (!name.startsWith('@baton/')) continue;
    for (const [version, entry] of Object.entries(versions))
      if (entry.from !== fromPage) kits.set(version, [...(kits.get(version) ?? []), { name, entry }]);
  }
  return kits;
}
