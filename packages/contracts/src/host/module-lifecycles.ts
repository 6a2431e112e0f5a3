import type { ModuleProps } from './host-context';

/** What a module's lifecycles are called with: its props, and the element to stand in. */
export type LifecycleProps = ModuleProps &
  (
    | { domElement: HTMLElement; domElementGetter?: (props: LifecycleProps) => HTMLElement }
    /** As root configs of single-spa name it for applications. */
    | { domElement?: undefined; domElementGetter: (props: LifecycleProps) => HTMLElement }
  );

/**
 * A module's lifecycles, as single-spa knows them for applications and parcels. Any other host calls them by hand:
 * `bootstrap` once, then `mount`, `update`, `unmount`. What they resolve with is ignored.
 */
export interface ModuleLifecycles {
  bootstrap(props: LifecycleProps): Promise<unknown>;
  mount(props: LifecycleProps): Promise<unknown>;
  /** Renders with other props, such as another `view`. */
  update?(props: LifecycleProps): Promise<unknown>;
  /** Removes everything that `mount` put up. */
  unmount(props: LifecycleProps): Promise<unknown>;
}
