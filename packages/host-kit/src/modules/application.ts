import type { Outlet } from './outlet';

/** Lifecycles as single-spa calls them, and everything that follows its protocol. */
export interface Application {
  bootstrap(): Promise<void>;
  mount(): Promise<void>;
  unmount(): Promise<void>;
}

/** What Baton needs of the page's own single-spa. */
export interface SingleSpa {
  registerApplication(application: {
    name: string;
    app: Application;
    activeWhen: (location: Location) => boolean;
  }): unknown;
  unregisterApplication(name: string): Promise<unknown>;
}

export interface Registration {
  singleSpa: SingleSpa;
  /** As the page's tools and `getAppNames()` list it. One that is taken gets a number. */
  name: string;
  /** single-spa's own rule for when the application is mounted. */
  activeWhen: (location: Location) => boolean;
  application: Application;
}

/**
 * An outlet as an application. `mount` resolves at once: waiting for the element and the module's server happens here and
 * inside the outlet, so that it neither blocks the page's navigation nor makes single-spa give up the application.
 *
 * @param open opens the outlet, now or later; returns a function that cancels that
 */
export function outletApplication(open: (opened: (outlet: Outlet) => void) => () => void): Application {
  let outlet: Outlet | undefined;
  let stopWaiting = () => undefined as void;
  return {
    bootstrap: () => Promise.resolve(),
    async mount() {
      stopWaiting = open((opened) => (outlet = opened));
    },
    async unmount() {
      stopWaiting();
      const leaving = outlet;
      outlet = undefined;
      await leaving?.unmount();
    },
  };
}

/** Names of applications that are registered or waiting to be. */
const taken = new Set<string>();
/** Names that are being unregistered: single-spa does not free a name before its application is unmounted. */
const leaving = new Map<string, Promise<unknown>>();

/**
 * Registers an application with the page's single-spa, after one of the same name that is being unregistered: under
 * React's StrictMode an application is unregistered and registered again in one turn. Returns a function that unregisters
 * it.
 */
export function registerApplication({ singleSpa, activeWhen, application, ...wanted }: Registration) {
  const name = freeName(wanted.name);
  taken.add(name);
  let state: 'waiting' | 'registered' | 'left' = 'waiting';
  const predecessor = leaving.get(name);
  if (predecessor === undefined) register();
  else void predecessor.then(register);

  function register() {
    if (state === 'left') return;
    state = 'registered';
    singleSpa.registerApplication({ name, app: application, activeWhen });
  }

  return async (): Promise<void> => {
    const before = state;
    state = 'left';
    if (before === 'left') return;
    taken.delete(name);
    if (before === 'waiting') return;
    // The host may have unregistered it by its name already.
    const gone = (async () => singleSpa.unregisterApplication(name))().catch(() => undefined);
    leaving.set(name, gone);
    await gone;
    if (leaving.get(name) === gone) leaving.delete(name);
  };
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted} ${number}`;
  return name;
}
