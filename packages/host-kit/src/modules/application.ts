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
  /** single-spa's own rule for when the application stands. */
  activeWhen: (location: Location) => boolean;
  application: Application;
}

/**
 * An outlet as an application. It mounts at once, whatever the page and its module's server do: waiting happens here
 * and inside the outlet, so that nothing freezes the page's navigation, and single-spa gives nothing up for good.
 *
 * @param open opens the outlet, now or later; returns how to call that off
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

/** Names of applications that are registered, or wait for it. */
const taken = new Set<string>();
/** Until when a name is not free: single-spa gives none away before its application is down. */
const leaving = new Map<string, Promise<unknown>>();

/**
 * Registers an application with the page's single-spa. One of the same name that is on its way out is waited for: a
 * place that is left and entered again in one turn, as under React's StrictMode, stands. Returns how to unregister it.
 */
export function registerApplication({ singleSpa, activeWhen, application, ...wanted }: Registration) {
  const name = freeName(wanted.name);
  taken.add(name);
  let state: 'waiting' | 'registered' | 'left' = 'waiting';
  const before = leaving.get(name);
  if (before === undefined) register();
  else void before.then(register);

  function register() {
    if (state === 'left') return;
    state = 'registered';
    singleSpa.registerApplication({ name, app: application, activeWhen });
  }

  return async (): Promise<void> => {
    const was = state;
    state = 'left';
    if (was === 'left') return;
    taken.delete(name);
    if (was === 'waiting') return;
    // A host may have taken it away by its name already.
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
