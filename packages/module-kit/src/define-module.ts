import { contractVersion, satisfiesContract } from '@baton/contracts';
import type { LifecycleProps, ModuleLifecycles } from '@baton/contracts';
import type { ModuleDefinition } from './module-definition';
import { createCopy } from './mount/copy';
import type { Copy } from './mount/copy';
import { elementOf } from './mount/element-of';

/**
 * Makes the lifecycles of a module. Each mounted copy has its own open shadow root and error boundary, and
 * depends on the page only through `props.context`. It emits `module.ready` after the first commit, and calls
 * `props.onCrash` once when its view throws. One module may be mounted into any number of elements at once.
 */
export function defineModule(definition: ModuleDefinition): Required<ModuleLifecycles> {
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

/** Without host-kit, or with another version of it, a host's context may not be what this module expects. */
function refuseOtherContracts({ name, version }: ModuleDefinition, contract: string): void {
  const range = `^${contractVersion}`;
  if (satisfiesContract(contract, range)) return;
  throw new Error(
    `${name} ${version} works with contract ${range}, and this host has ${contract}. Install the @baton/host-kit that has it, or deploy a build of the module for this host.`,
  );
}

/** Calls `start` synchronously, and turns an exception into a rejection. */
function attempt(start: () => Promise<void>): Promise<void> {
  return new Promise((resolve) => resolve(start()));
}
