import { newReference } from '@baton/contracts';
import type { HostContext, ModuleLifecycles, ModuleProps, TelemetryEvent } from '@baton/contracts';
import { holdsFocus } from '@baton/ui/focus';
import { safely, within } from '@baton/runtime';
import type { Texts } from '../texts';
import type { ModuleLoader } from './module-loader';
import { showFailureCard } from './failure-card';
import type { ModuleOverride } from './failure-card';
import { addPlace, focusElement } from './place';
import { showSkeleton } from './skeleton';
import type { Skeleton } from './skeleton';
import { silenceLimitMs, untilSilent } from './until-silent';

/** What an outlet shows. */
export type OutletState =
  | { state: 'loading' }
  | { state: 'mounted' }
  | { state: 'failed'; reference: string; cause: unknown }
  | { state: 'unmounted' };

/** A place in the page for one module. */
export interface Outlet {
  /** `loading`, `mounted`, `failed` (with `reference` and `cause`) or `unmounted`. */
  getState(): OutletState;
  /** Resolves when the module is mounted, rejects when that failed. After `reload` it returns a new promise. */
  ready(): Promise<void>;
  /** Shows another view of the module. Rejects, and shows the failure card, when the module cannot. */
  update(changes: { view?: string | undefined }): Promise<void>;
  /** Unmounts the module or removes its card, and loads the module again. */
  reload(): void;
  /** Replaces the module by a newer build, if there is one; the mounted one stays until the newer one has loaded. The signal cancels that. */
  renew(options?: { signal?: AbortSignal }): Promise<void>;
  /** Unmounts the module and leaves the element as it was. */
  unmount(): Promise<void>;
}

/** What happens in an outlet, in single-spa's terms. */
export interface LifecycleEvent {
  module: string;
  /** `loading` again with each *Reload*; `failed` when the module did not load, or crashed. */
  phase: 'loading' | 'mounted' | 'failed' | 'unmounted';
  /** Of the module's code, once it is known. */
  version?: string;
  build?: string;
}

/** How long a module may take to change its view, or to unmount. */
const stepLimitMs = 5000;

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
  /** What the place has room for: a skeleton and a card, or only a button. Default `card`. */
  room?: 'card' | 'button' | undefined;
  /** Set when a developer has replaced the module by another build. */
  override?: ModuleOverride;
  /** How long no code may arrive while the module mounts, in milliseconds; 5000 by default. */
  patienceMs?: number | undefined;
  /** Resolves when the first load may begin; without it, at once. Nothing is shown until then. */
  turn?: Promise<void> | undefined;
  /** *Reload* was pressed. Default: this outlet alone loads the module again. */
  onReload?(): void;
  /** Called with every failure before a card is shown. */
  onError?: ((error: unknown, about: FailedModule) => void) | undefined;
  onLifecycle?(event: LifecycleEvent): void;
}

/** Which module failed. */
export interface FailedModule {
  module: string;
  /** The number on the failure card, which the agent can pass on. */
  reference: string;
  version?: string;
}

/**
 * Puts a module into an element: with a skeleton while it loads, and a card with *Reload* when it does not load or
 * crashes. Failures do not affect other outlets.
 */
export function openOutlet(options: OutletOptions): Outlet {
  const { element, module, label, context, loader, texts, room = 'card' } = options;
  let { view } = options;
  let state: OutletState = { state: 'loading' };
  let removeContent = () => undefined as void;
  let copy: Copy | undefined;
  let code: { version?: string; build?: string } = {};
  let attempt = 0;
  let startedAt = 0;
  let ready = Promise.resolve();

  /** Removes the skeleton or card that is shown. `removeNext` removes what is shown from now on. */
  function replaceContent(removeNext: () => void) {
    removeContent();
    removeContent = removeNext;
  }

  const notify = (phase: LifecycleEvent['phase']) => safely(() => options.onLifecycle?.({ module, phase, ...code }));

  const measure = (event: TelemetryEvent) => void context.adapters.telemetry.emit(event);
  const version = () => (code.version === undefined ? {} : { version: code.version });

  /** `of`: the attempt that has failed. */
  function fail(cause: unknown, of: number) {
    if (of !== attempt || state.state === 'unmounted') return;
    const reference = newReference(context.random);
    const during = state.state === 'mounted' ? 'use' : 'loading';
    state = { state: 'failed', reference, cause };
    safely(() => options.onError?.(cause, { module, reference, ...version() }));
    notify('failed');
    context.bus.emit('module.failed', { module, reference });
    measure({ name: 'baton.module.crashed', attributes: { module, ...version(), reference, during } });
    if (copy !== undefined && holdsFocus(copy.props.domElement)) focusElement(element);
    void unmountCopy().then(() => {
      if (of !== attempt || state.state !== 'failed') return;
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

  async function unmountCopy() {
    if (copy === undefined) return;
    const { props, lifecycles, mounting, isMounted } = copy;
    copy = undefined;
    const unmounting = mounting.then(() => lifecycles.unmount(props)).catch(() => undefined);
    // A module that is still mounting is unmounted later, without waiting for it.
    // A module that does not unmount in time is detached from the page.
    if (isMounted)
      await within(context.clock, stepLimitMs, `"${module}" did not unmount`, unmounting).catch(() => undefined);
    props.domElement.remove();
  }

  function start() {
    attempt += 1;
    startedAt = context.clock.now();
    state = { state: 'loading' };
    notify('loading');
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
    ready = loadAndMount(attempt, skeleton);
    // A failure that no caller waits for is not an unhandled rejection.
    ready.catch(() => undefined);
  }

  function reload() {
    if (state.state === 'unmounted') return;
    // The outlet may be unmounted meanwhile.
    void unmountCopy().then(() => (state.state === 'unmounted' ? undefined : start()));
  }

  const propsFor = (domElement: HTMLElement, of: number): CopyProps => ({
    domElement,
    context,
    ...(view === undefined ? {} : { view }),
    onCrash: (error) => fail(error, of),
  });

  async function loadAndMount(mine: number, skeleton: Skeleton | undefined) {
    try {
      const loaded = await loader.load(module);
      await skeleton?.seen();
      if (mine !== attempt) return;
      if (!loaded.ok) throw loaded.error;
      code = { version: loaded.version, build: loaded.build };
      const place = addPlace(element);
      place.dataset.batonModule = module;
      place.dataset.batonVersion = loaded.version;
      const next = mountCopy(loaded.lifecycles, propsFor(place, mine));
      copy = next;
      const limitMs = options.patienceMs ?? silenceLimitMs;
      await untilSilent(context.clock, limitMs, `"${module}" did not mount`, next.mounting);
      next.isMounted = true;
      // The first render has crashed, and the card is shown already.
      if (mine === attempt && state.state === 'failed') throw state.cause;
      if (mine !== attempt || state.state !== 'loading') return;
      state = { state: 'mounted' };
      replaceContent(() => undefined);
      notify('mounted');
      measure({
        name: 'baton.module.mounted',
        attributes: { module, ...version(), durationMs: context.clock.now() - startedAt },
      });
    } catch (cause) {
      fail(cause, mine);
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
      const current = copy;
      // A load in progress will use the new view.
      if (current === undefined) return;
      const mine = attempt;
      current.props = propsFor(current.props.domElement, mine);
      const hasMounted = await ready.then(
        () => true,
        () => false,
      );
      if (!hasMounted || copy !== current) return;
      const updating = (async () => current.lifecycles.update?.(current.props))();
      await within(context.clock, stepLimitMs, `"${module}" did not update`, updating).catch((cause: unknown) => {
        fail(cause, mine);
        throw cause;
      });
    },
    reload,
    async renew({ signal } = {}) {
      const current = copy;
      if (current?.isMounted !== true) return;
      const loaded = await loader.load(module);
      if (loaded.ok && loaded.build !== code.build && copy === current && signal?.aborted !== true) reload();
    },
    async unmount() {
      if (state.state === 'unmounted') return;
      attempt += 1;
      state = { state: 'unmounted' };
      // At once: another outlet may follow in the same element.
      removeContent();
      await unmountCopy();
      notify('unmounted');
    },
  };
}

type CopyProps = ModuleProps & { domElement: HTMLElement };

/** One copy of a module that is mounted or is being mounted. */
interface Copy {
  props: CopyProps;
  lifecycles: ModuleLifecycles;
  mounting: Promise<unknown>;
  isMounted: boolean;
}

/** Calls the lifecycles directly, since single-spa 6.0.3 keeps every parcel that was ever mounted in memory. */
function mountCopy(lifecycles: ModuleLifecycles, props: CopyProps): Copy {
  return {
    props,
    lifecycles,
    mounting: lifecycles.bootstrap(props).then(() => lifecycles.mount(props)),
    isMounted: false,
  };
}
