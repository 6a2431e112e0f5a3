import type { ComponentType } from 'react';
import { contractVersion, satisfiesContract } from '@baton/contracts';
import type { BusIntents } from '@baton/contracts';
import type { Catalogue, Translations } from '@baton/ui';
import { createCopy } from './mount/copy';
import type { Copy } from './mount/copy';
import { elementOf } from './mount/module-props';
import type { LifecycleProps } from './mount/module-props';

/** What a module package is made of. */
export interface ModuleDefinition {
  /** Its name, as hosts and manifests know it, for example "sms-window". */
  name: string;
  version: string;
  /** Renders the module; gets the name of the view, when the host asks for one. */
  view: ComponentType<{ view?: string }>;
  /** Its own style sheets; those of `@baton/ui` come before them. */
  sheets: readonly CSSStyleSheet[];
  /** Its own texts, in British English. */
  catalogue: Catalogue;
  /** Its other languages. */
  translations?: Translations;
  /** What it says over the bus and what it hears. */
  intents: BusIntents;
}

/**
 * Lifecycles as single-spa knows them, for an application or a parcel. Any
 * other host calls them by hand: `bootstrap` once, then `mount`, `update`,
 * `unmount`. One module may be mounted into any number of elements at once.
 */
export interface ModuleLifecycles {
  bootstrap(props?: unknown): Promise<void>;
  /** Resolves after the first commit, also when the view crashed in it. Rejects when there is no element, or one in use. */
  mount(props: LifecycleProps): Promise<void>;
  /** Renders with new props. A view that crashed is given another chance. */
  update(props: LifecycleProps): Promise<void>;
  /** Removes everything that `mount` put up. */
  unmount(props: LifecycleProps): Promise<void>;
}

/**
 * Makes lifecycles of a module: each mounted copy stands in its own open shadow
 * root, has its own queries and error boundary, and reaches the world only
 * through `props.context`. It emits `module.ready` after the first commit, and
 * calls `props.onCrash` once when its view cannot go on.
 */
export function defineModule(definition: ModuleDefinition): ModuleLifecycles {
  const copies = new Map<HTMLElement, Copy>();

  const copyIn = (props: LifecycleProps) => {
    const copy = copies.get(elementOf(props));
    if (copy === undefined) throw new Error(`${definition.name} is not mounted in this element.`);
    return copy;
  };

  return {
    bootstrap: () => Promise.resolve(),
    mount(props) {
      return attempt(() => {
        const element = elementOf(props);
        refuseOtherContracts(definition, props.context.contract);
        if (copies.has(element)) throw new Error(`${definition.name} is already mounted in this element.`);
        const copy = createCopy(definition, element, props);
        copies.set(element, copy);
        return copy.mount(props);
      });
    },
    update: (props) => attempt(() => copyIn(props).update(props)),
    unmount(props) {
      return attempt(() => {
        const copy = copyIn(props);
        copies.delete(elementOf(props));
        return copy.unmount(props);
      });
    },
  };
}

/** A host that came without host-kit, or with one of another time, may hand over something else than this module knows. */
function refuseOtherContracts({ name, version }: ModuleDefinition, contract: string): void {
  const range = `^${contractVersion}`;
  if (satisfiesContract(contract, range)) return;
  throw new Error(
    `${name} ${version} works with contract ${range}, and this host has ${contract}. Install the @baton/host-kit that has it, or deploy a build of the module for this host.`,
  );
}

/** Begins at once, unlike an async function's body after an await, and turns a throw into a rejection. */
function attempt(start: () => Promise<void>): Promise<void> {
  return new Promise((resolve) => resolve(start()));
}
