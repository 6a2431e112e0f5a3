import { isHtmlElement } from '@baton/ui/dom';
import type { Outlet } from './outlet';

/** Lifecycles as single-spa's `mountRootParcel` and the parcel components of frameworks take them. */
export interface ModuleParcel {
  bootstrap(): Promise<void>;
  mount(props: ModuleParcelProps): Promise<void>;
  update(props: ModuleParcelProps): Promise<void>;
  unmount(props: ModuleParcelProps): Promise<void>;
}

export interface ModuleParcelProps {
  /** The element for the module. */
  domElement: HTMLElement;
  /** The view that it shows from now on. */
  view?: string;
}

/**
 * An outlet as a single-spa parcel, which any framework's parcel component can mount, also several times. As with an
 * application, `mount` resolves at once: waiting happens inside the outlet.
 */
export function outletParcel(open: (element: HTMLElement) => Outlet): ModuleParcel {
  const outlets = new Map<HTMLElement, Outlet>();
  return {
    bootstrap: () => Promise.resolve(),
    mount(props) {
      const element = elementOf(props);
      outlets.set(element, open(element));
      return Promise.resolve();
    },
    async update(props) {
      const view: unknown = Reflect.get(props, 'view');
      await outlets.get(elementOf(props))?.update(typeof view === 'string' ? { view } : {});
    },
    async unmount(props) {
      const element = elementOf(props);
      const outlet = outlets.get(element);
      // Before waiting: another parcel may be mounted into the element meanwhile.
      outlets.delete(element);
      await outlet?.unmount();
    },
  };
}

function elementOf(props: object): HTMLElement {
  const domElement: unknown = Reflect.get(props, 'domElement');
  if (isHtmlElement(domElement)) return domElement;
  throw new TypeError('A Baton parcel needs an element to stand in: mount it with { domElement }.');
}
