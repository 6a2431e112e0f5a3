import { mountRootParcel } from 'single-spa';
import type { Parcel } from 'single-spa';
import type { HostContext, ModuleProps } from '@baton/contracts';
import type { Texts } from '../texts';
import type { ModuleLoader } from './module-loader';
import { showFailureCard } from './failure-card';
import { showSkeleton } from './skeleton';

/** What stands in an outlet. */
export type OutletState =
  | { state: 'loading' }
  | { state: 'mounted' }
  | { state: 'failed'; reference: string; cause: unknown }
  | { state: 'removed' };

/** A place in the page where one module stands. */
export interface Outlet {
  getState(): OutletState;
  /** Resolves when the module stands, rejects when it could not; starts anew after `reload`. */
  ready(): Promise<void>;
  /** Takes down what is there and asks for the module again. */
  reload(): void;
  /** Takes the module down and leaves the element empty. */
  remove(): Promise<void>;
}

export interface OutletOptions {
  element: HTMLElement;
  module: string;
  /** Which of the module's views. */
  view?: string;
  /** The module's name as agents read it. */
  label: string;
  context: HostContext;
  loader: ModuleLoader;
  texts: Texts;
  /** What the place has room for: a skeleton and a card, or no more than a button. Default `card`. */
  room?: 'card' | 'button';
  /** When the first load may begin; without it, at once. Nothing is shown until then. */
  turn?: Promise<void>;
  /** Told of every failure before a card is shown. */
  onError?(error: unknown, about: { module: string; reference: string }): void;
}

/**
 * Puts a module into an element: a skeleton while it loads, a card with
 * *Reload* in its place when it does not load or stops working. Other outlets
 * never notice.
 */
export function openOutlet(options: OutletOptions): Outlet {
  const { element, module, view, label, context, loader, texts, room = 'card' } = options;
  let state: OutletState = { state: 'loading' };
  let clear = () => undefined as void;
  let standing: { place: HTMLElement; parcel: Parcel } | undefined;
  let attempt = 0;
  let ready = Promise.resolve();

  function replaceContent(next: () => void) {
    clear();
    clear = next;
  }

  function fail(cause: unknown, about: number) {
    if (about !== attempt || state.state === 'removed') return;
    const reference = context.random.id().slice(0, 8);
    state = { state: 'failed', reference, cause };
    options.onError?.(cause, { module, reference });
    context.bus.emit('module.failed', { module, reference });
    void takeDown().then(() => {
      if (about !== attempt || state.state !== 'failed') return;
      replaceContent(showFailureCard(element, { label, reference, cause, texts, look: context, room, onReload: start }));
    });
  }

  async function takeDown() {
    if (standing === undefined) return;
    const { place, parcel } = standing;
    standing = undefined;
    if (parcel.getStatus() === 'MOUNTED') await parcel.unmount().catch(() => undefined);
    place.remove();
  }

  function start() {
    attempt += 1;
    const about = attempt;
    state = { state: 'loading' };
    if (room === 'button') replaceContent(() => undefined);
    else replaceContent(showSkeleton(element, { label, texts, clock: context.clock, announcer: context.adapters.announcer, look: context }));
    ready = bringUp(about);
    // Whoever waits hears of the failure; nobody has to.
    ready.catch(() => undefined);
  }

  async function bringUp(about: number) {
    try {
      const loaded = await loader.load(module);
      if (about !== attempt || state.state === 'removed') return;
      if (!loaded.ok) throw loaded.cause;
      const place = element.ownerDocument.createElement('div');
      place.dataset.batonModule = module;
      element.append(place);
      const props: ModuleProps & { domElement: HTMLElement } = {
        domElement: place,
        context,
        ...(view === undefined ? {} : { view }),
        onCrash: (error) => fail(error, about),
      };
      const parcel = mountRootParcel(loaded.lifecycles, props);
      standing = { place, parcel };
      await parcel.mountPromise;
      if (about !== attempt || state.state !== 'loading') return;
      state = { state: 'mounted' };
      replaceContent(() => undefined);
    } catch (cause) {
      fail(cause, about);
      throw cause;
    }
  }

  if (options.turn === undefined) start();
  else ready = options.turn.then(() => (state.state === 'removed' ? undefined : (start(), ready)));

  return {
    getState: () => state,
    ready: () => ready,
    reload: () => void takeDown().then(start),
    async remove() {
      attempt += 1;
      state = { state: 'removed' };
      await takeDown();
      clear();
      element.replaceChildren();
    },
  };
}
