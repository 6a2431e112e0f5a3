import { newReference } from '@baton/contracts';
import type { HostContext, ModuleLifecycles, ModuleProps, TelemetryEvent } from '@baton/contracts';
import { holdsFocus } from '@baton/ui/focus';
import { safely, within } from '@baton/runtime';
import type { Texts } from '../texts';
import type { ModuleLoader } from './module-loader';
import { showFailureCard } from './failure-card';
import type { ModuleOverride } from './failure-card';
import { restInPlace } from './rest-in-place';
import { addPlace } from './place';
import { showSkeleton } from './skeleton';
import type { Skeleton } from './skeleton';
import { untilSilent } from './until-silent';

/** What stands in an outlet. */
export type OutletState =
  | { state: 'loading' }
  | { state: 'mounted' }
  | { state: 'failed'; reference: string; cause: unknown }
  | { state: 'unmounted' };

/** A place in the page where one module stands. */
export interface Outlet {
  /** `loading`, `mounted`, `failed` (with `reference` and `cause`) or `unmounted`. */
  getState(): OutletState;
  /** Resolves when the module stands, rejects when it could not; starts anew after `reload`. */
  ready(): Promise<void>;
  /** Shows another view of the module. Rejects when the module cannot; a card stands in its place then. */
  update(changes: { view?: string | undefined }): Promise<void>;
  /** Takes down what is there and asks for the module again. */
  reload(): void;
  /** Lets a newer build take the module's place, if there is one; until it has come, what stands goes on. The signal calls it off. */
  renew(options?: { signal?: AbortSignal }): Promise<void>;
  /** Takes the module down and leaves the element as it was found. */
  unmount(): Promise<void>;
}

/** What happens in an outlet, in the words of single-spa. */
export interface LifecycleEvent {
  module: string;
  /** `loading` comes again with *Reload*; `failed` whether it did not come or could not go on. */
  phase: 'loading' | 'mounted' | 'failed' | 'unmounted';
  /** Of the module's code, once it is known. */
  version?: string;
  build?: string;
}

/** How long a module may take for each step; one that has not stood, or changed, by then counts as failed. In milliseconds. */
const patienceMs = 5000;

export interface OutletOptions {
  element: HTMLElement;
  module: string;
  /** Which of the module's views. */
  view?: string | undefined;
  /** The module's name as agents read it. */
  label: string;
  context: HostContext;
  loader: ModuleLoader;
  texts: Texts;
  /** What the place has room for: a skeleton and a card, or no more than a button. Default `card`. */
  room?: 'card' | 'button' | undefined;
  /** Whether a developer has put another build in the module's place. */
  override?: ModuleOverride;
  /** How long nothing may come while the module mounts, in milliseconds; 5000 by default. */
  patienceMs?: number | undefined;
  /** When the first load may begin; without it, at once. Nothing is shown until then. */
  turn?: Promise<void> | undefined;
  /** *Reload* was pressed. Without it this place alone asks for the module again. */
  onReload?(): void;
  /** Told of every failure before a card is shown. */
  onError?: ((error: unknown, about: FailedModule) => void) | undefined;
  onLifecycle?(event: LifecycleEvent): void;
}

/** Which module failed. */
export interface FailedModule {
  module: string;
  /** What the agent sees and can pass on. */
  reference: string;
  version?: string;
}

/**
 * Puts a module into an element: a skeleton while it loads, a card with
 * *Reload* in its place when it does not load or stops working. Other outlets
 * never notice.
 */
export function openOutlet(options: OutletOptions): Outlet {
  const { element, module, label, context, loader, texts, room = 'card' } = options;
  let { view } = options;
  let state: OutletState = { state: 'loading' };
  let clear = () => undefined as void;
  let standing: Standing | undefined;
  let code: { version?: string; build?: string } = {};
  let attempt = 0;
  let since = 0;
  let ready = Promise.resolve();

  function replaceContent(next: () => void) {
    clear();
    clear = next;
  }

  const tell = (phase: LifecycleEvent['phase']) => safely(() => options.onLifecycle?.({ module, phase, ...code }));

  const measure = (event: TelemetryEvent) => void context.adapters.telemetry.emit(event);
  const version = () => (code.version === undefined ? {} : { version: code.version });

  function fail(cause: unknown, about: number) {
    if (about !== attempt || state.state === 'unmounted') return;
    const reference = newReference(context.random);
    const during = state.state === 'mounted' ? 'use' : 'loading';
    state = { state: 'failed', reference, cause };
    safely(() => options.onError?.(cause, { module, reference, ...version() }));
    tell('failed');
    context.bus.emit('module.failed', { module, reference });
    measure({ name: 'baton.module.crashed', attributes: { module, ...version(), reference, during } });
    if (standing !== undefined && holdsFocus(standing.props.domElement)) restInPlace(element);
    void takeDown().then(() => {
      if (about !== attempt || state.state !== 'failed') return;
      context.adapters.announcer.announce(texts.t('module.error', { module: label }), {
        priority: 'assertive',
        id: `failure-${reference}`,
      });
      replaceContent(
        showFailureCard(element, {
          label,
          reference,
          cause,
          texts,
          look: context,
          room,
          override: options.override,
          onReload: options.onReload ?? start,
        }),
      );
    });
  }

  async function takeDown() {
    if (standing === undefined) return;
    const { props, lifecycles, mounting, arrived } = standing;
    standing = undefined;
    const down = mounting.then(() => lifecycles.unmount(props)).catch(() => undefined);
    // A module that is still mounting is unmounted later, without waiting for it.
    // A module that does not unmount in time is detached from the page.
    if (arrived) await within(context.clock, patienceMs, `"${module}" did not unmount`, down).catch(() => undefined);
    props.domElement.remove();
  }

  function start() {
    attempt += 1;
    since = context.clock.now();
    const about = attempt;
    state = { state: 'loading' };
    tell('loading');
    const skeleton =
      room === 'button'
        ? undefined
        : showSkeleton(element, {
            label,
            texts,
            clock: context.clock,
            announcer: context.adapters.announcer,
            look: context,
          });
    replaceContent(() => skeleton?.remove());
    ready = bringUp(about, skeleton);
    // A failure that no caller waits for is not an unhandled rejection.
    ready.catch(() => undefined);
  }

  function reload() {
    if (state.state === 'unmounted') return;
    // The outlet may be unmounted while the module is taken down.
    void takeDown().then(() => (state.state === 'unmounted' ? undefined : start()));
  }

  const propsIn = (domElement: HTMLElement, about: number): StandingProps => ({
    domElement,
    context,
    ...(view === undefined ? {} : { view }),
    onCrash: (error) => fail(error, about),
  });

  async function bringUp(about: number, skeleton: Skeleton | undefined) {
    try {
      const loaded = await loader.load(module);
      await skeleton?.seen();
      if (about !== attempt) return;
      if (!loaded.ok) throw loaded.error;
      code = { version: loaded.version, build: loaded.build };
      const place = addPlace(element);
      place.dataset.batonModule = module;
      place.dataset.batonVersion = loaded.version;
      const here = stand(loaded.lifecycles, propsIn(place, about));
      standing = here;
      await untilSilent(context.clock, options.patienceMs ?? patienceMs, `"${module}" did not mount`, here.mounting);
      here.arrived = true;
      // Its first commit has crashed: the card is there already.
      if (about === attempt && state.state === 'failed') throw state.cause;
      if (about !== attempt || state.state !== 'loading') return;
      state = { state: 'mounted' };
      replaceContent(() => undefined);
      tell('mounted');
      measure({
        name: 'baton.module.mounted',
        attributes: { module, ...version(), durationMs: context.clock.now() - since },
      });
    } catch (cause) {
      fail(cause, about);
      throw cause;
    }
  }

  if (options.turn === undefined) start();
  else {
    ready = options.turn.then(() => (state.state === 'unmounted' ? undefined : (start(), ready)));
    ready.catch(() => undefined);
  }

  return {
    getState: () => state,
    ready: () => ready,
    async update(changes) {
      if (changes.view !== undefined) view = changes.view;
      const here = standing;
      // A load in progress will use the new view.
      if (here === undefined) return;
      const about = attempt;
      here.props = propsIn(here.props.domElement, about);
      const stood = await ready.then(
        () => true,
        () => false,
      );
      if (!stood || standing !== here) return;
      const updating = (async () => here.lifecycles.update?.(here.props))();
      await within(context.clock, patienceMs, `"${module}" did not update`, updating).catch((cause: unknown) => {
        fail(cause, about);
        throw cause;
      });
    },
    reload,
    async renew({ signal } = {}) {
      const here = standing;
      if (here?.arrived !== true) return;
      const loaded = await loader.load(module);
      if (loaded.ok && loaded.build !== code.build && standing === here && signal?.aborted !== true) reload();
    },
    async unmount() {
      if (state.state === 'unmounted') return;
      attempt += 1;
      state = { state: 'unmounted' };
      // At once: another outlet may follow in the same element.
      clear();
      await takeDown();
      tell('unmounted');
    },
  };
}

type StandingProps = ModuleProps & { domElement: HTMLElement };

/** One mounted copy of a module, or one that is about to be. */
interface Standing {
  props: StandingProps;
  lifecycles: ModuleLifecycles;
  mounting: Promise<unknown>;
  arrived: boolean;
}

/** Calls the lifecycles by hand: single-spa keeps a record of each parcel that a page has ever mounted (6.0.3). */
function stand(lifecycles: ModuleLifecycles, props: StandingProps): Standing {
  return {
    props,
    lifecycles,
    mounting: lifecycles.bootstrap(props).then(() => lifecycles.mount(props)),
    arrived: false,
  };
}
