import { allowScriptsFrom, createBaton, openSession, systemRandom } from '@baton/host-kit';
import type { Baton, BatonOptions, Outlet } from '@baton/host-kit';

/** What the tests do with this page. */
export interface HostPage {
  /** Signs the agent in, connects, and puts the modules into their places. */
  open(agent: string, options?: Partial<BatonOptions>): Promise<void>;
  mount(): Promise<void>;
  /** Shows another view of the module in a place. */
  show(id: (typeof places)[number]['id'], view: string): Promise<void>;
  /** Takes the modules down. Baton stays connected. */
  unmount(): Promise<void>;
  /** What the agent has to see, which a host may put into its title; this one does not. */
  counts: { incoming: number; unread: number };
  /** Ends everything that `open` began. */
  close(): Promise<void>;
  readonly baton: Baton | undefined;
}

declare global {
  interface Window {
    host: HostPage;
  }
}

declare let __webpack_nonce__: string | undefined;
// What let this script run lets the files run that webpack has split from it.
__webpack_nonce__ = document.currentScript?.nonce;

/** Where each module stands. */
const places = [
  { id: 'incoming', module: 'notifications', view: 'previews', label: 'Notifications' },
  { id: 'messages', module: 'notifications', view: 'messages', label: 'My Messages', room: 'button' },
  { id: 'sms', module: 'sms-window', label: 'SMS window' },
  { id: 'team', module: 'team-communicator', label: 'Team Communicator' },
] as const;

const manifests = Object.fromEntries(places.map(({ module }) => [module, `/modules/${module}/baton-module.json`]));
let baton: Baton | undefined;
let outlets: Outlet[] = [];

allowScriptsFrom([location.origin]);

window.host = {
  counts: { incoming: 0, unread: 0 },

  async open(agent, options) {
    // Asked for at each call, so that a page may have wrapped it.
    const session = await openSession({ baseUrl: '/', fetch: (...request) => fetch(...request) }, agent);
    if (!session.ok) throw new Error(session.error.message);
    baton = createBaton({
      ...session.value,
      modules: manifests,
      preferences: { theme: 'light', sounds: false },
      // The number that a failure shows is as wide in every page.
      random: { ...systemRandom, id: () => `00000000${systemRandom.id().slice(8)}` },
      adapters: { title: { set: (counts) => (this.counts = counts) } },
      ...options,
    });
    await this.mount();
  },

  async mount() {
    const current = baton;
    if (current === undefined) throw new Error('Open the page for an agent first.');
    outlets = places.map(({ id, ...placement }) => current.mount(place(id), placement));
    // One that fails says so in its place.
    await Promise.allSettled(outlets.map((outlet) => outlet.ready()));
  },

  async show(id, view) {
    await outlets[places.findIndex((one) => one.id === id)]?.update({ view });
  },

  async unmount() {
    await Promise.all(outlets.map((outlet) => outlet.unmount()));
    outlets = [];
  },

  async close() {
    await this.unmount();
    baton?.close();
    baton = undefined;
  },

  get baton() {
    return baton;
  },
};

function place(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no place #${id}.`);
  return element;
}
