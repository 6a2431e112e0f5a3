import type { ModuleProps } from '@baton/contracts';

/** What lifecycles are called with: a module's props and where it stands, as single-spa names it. */
export interface LifecycleProps extends ModuleProps {
  /** The element to stand in. Parcels are given it by single-spa. */
  domElement?: HTMLElement;
  /** Finds the element to stand in. Applications are given it by their host. */
  domElementGetter?: (props: LifecycleProps) => HTMLElement;
}

/**
 * The element that a module is to stand in.
 * @throws when the host says none, or what it says is not an element
 */
export function elementOf(props: LifecycleProps): HTMLElement {
  const element = props.domElement ?? props.domElementGetter?.(props);
  if (element instanceof HTMLElement) return element;
  throw new TypeError('Baton modules need an HTMLElement to stand in: pass domElement or domElementGetter.');
}
