import { registerApplication, triggerAppChange, unregisterApplication } from 'single-spa';
import type { Outlet } from './outlet';

export interface Registration {
  /** Unique among the page's single-spa applications. */
  name: string;
  /** single-spa's own rule for when the application stands. */
  activeWhen: (location: Location) => boolean;
  /** Opens the outlet; called at each mount. */
  open(): Outlet;
}

/**
 * Registers an outlet as a single-spa application. The application loads and
 * mounts at once, whatever its module's server does: waiting happens inside
 * the outlet, so a module that hangs never freezes the page's navigation.
 * Returns a function that unregisters it.
 */
export function registerOutlet({ name, activeWhen, open }: Registration): () => Promise<void> {
  let outlet: Outlet | undefined;
  registerApplication({
    name,
    activeWhen,
    app: () =>
      Promise.resolve({
        bootstrap: () => Promise.resolve(),
        mount() {
          outlet = open();
          return Promise.resolve();
        },
        async unmount() {
          await outlet?.unmount();
          outlet = undefined;
        },
      }),
  });
  void triggerAppChange();
  return () => unregisterApplication(name);
}
