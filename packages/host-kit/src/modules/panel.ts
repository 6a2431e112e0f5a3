import type { EventBus, RequestTopic } from '@baton/contracts';
import { createListeners, surface } from '@baton/runtime';
import { watchInput } from '@baton/ui/focus';
import type { InputWatch } from '@baton/ui/focus';
import type { LoadOrder } from './load-order';
import type { ModuleLoader } from './module-loader';

/**
 * Whether a panel's place has to be visible; `failed`: for the card that says that the module did not load or has
 * crashed.
 */
export type PanelState = 'closed' | 'open' | 'failed';

/** The place of a module that opens and closes, such as Team Communicator. */
export interface Panel {
  get(): PanelState;
  /**
   * Calls back after each change, before the bus calls its next listener, which may move focus into the place. Returns
   * a function that stops it.
   */
  subscribe(listener: () => void): () => void;
  /** Opens the module and moves focus into it. Loads it first if it is not there yet; a card says if that fails. */
  open(): void;
  /** Closes the module, or hides its card. */
  close(): void;
}

export interface PanelOptions {
  /**
   * What the place covers while it is open; called whenever that matters. If it covers anything, the module opens after
   * a slow load only if the agent has pressed nothing else meanwhile. If it covers the conversation, it closes when the
   * agent opens one. Default `nothing`.
   */
  covers?(): 'nothing' | 'something' | 'conversation';
}

/** The parts of host-kit that panels use. */
interface PanelHost {
  bus: EventBus;
  loader: Pick<ModuleLoader, 'intentsOf' | 'describe'>;
  load: LoadOrder['load'];
}

/** Makes panels, one for each module; options of a later call replace those of an earlier one. Ends with the signal. */
export function createPanels(host: PanelHost, signal: AbortSignal): (module: string, options?: PanelOptions) => Panel {
  const panels = new Map<string, Panel>();
  const given = new Map<string, PanelOptions>();
  const open = new Set<string>();
  host.bus.on('panel.changed', ({ panel, open: isOpen }) => void (isOpen ? open.add(panel) : open.delete(panel)), {
    signal,
  });

  return (module, options) => {
    if (options !== undefined) given.set(module, options);
    const known = panels.get(module);
    if (known !== undefined) return known;
    const panel = followPanel(module, host, {
      first: open.has(module) ? 'open' : 'closed',
      covers: () => given.get(module)?.covers?.() ?? 'nothing',
      signal,
    });
    panels.set(module, panel);
    return panel;
  };
}

/**
 * The place is visible while the module says that it is open. It is also visible for the card: when the module was asked
 * for and did not load, or has crashed while it was open. A module that fails while it is closed does not open the
 * place. A module that loads while its card is visible is opened.
 */
function followPanel(
  module: string,
  { bus, loader, load }: PanelHost,
  { first, covers, signal }: { first: PanelState; covers: Required<PanelOptions>['covers']; signal: AbortSignal },
): Panel {
  const changes = createListeners<void>(surface);
  let state = first;
  let hasJustClosed = false;
  /** The agent's input since the last request that may open the panel. */
  let input: InputWatch | undefined;

  function change(next: PanelState) {
    if (next === state) return;
    state = next;
    changes.notify();
  }

  const mayOpen = () => covers() === 'nothing' || input?.none() !== false;

  /** As long as the module's intents are not known, any request may be one of its own. */
  function opens(topic: RequestTopic): boolean {
    const declared = loader.intentsOf(module);
    if (declared === undefined) return true;
    return declared.panel !== undefined && [declared.panel.open, ...declared.panel.openedBy].includes(topic);
  }

  async function ask(what: 'open' | 'close'): Promise<void> {
    // Without waiting if they are known, so that the request precedes the agent's next press.
    const declared = loader.intentsOf(module) ?? (await loader.describe(module));
    if (declared !== undefined) {
      if (declared.panel === undefined)
        throw new TypeError(
          `"${module}" does not open and close. Declare "panel" in its intents, or mount it without baton.panel().`,
        );
      // A request that no module answers shows the card.
      await bus.request(declared.panel[what], {}, { signal }).catch(() => undefined);
      return;
    }
    if (what === 'close') return;
    const { ok } = await load(module);
    if (!ok) change('failed');
    else if (loader.intentsOf(module) !== undefined) await ask(what);
  }

  const askFor = (what: 'open' | 'close') => void ask(what).catch(surface);

  function close() {
    if (state === 'failed') change('closed');
    if (state === 'open') askFor('close');
  }

  bus.on(
    'panel.changed',
    ({ panel, open }) => {
      if (panel !== module) return;
      if (open && !mayOpen()) askFor('close');
      else if (open) change('open');
      // A module that crashes may say that it closes; its card stays.
      else if (state === 'open') {
        change('closed');
        hasJustClosed = true;
        queueMicrotask(() => (hasJustClosed = false));
      }
    },
    { signal },
  );
  bus.on(
    'module.failed',
    ({ module: failed }) => failed === module && (state === 'open' || hasJustClosed) && change('failed'),
    { signal },
  );
  bus.on('module.ready', ({ module: ready }) => ready === module && state === 'failed' && askFor('open'), { signal });
  bus.on('interaction.active', ({ focus }) => focus && covers() === 'conversation' && close(), { signal });
  bus.tap(
    (traffic) => {
      if (traffic.kind === 'request' && opens(traffic.topic)) {
        input?.stop();
        input = watchInput(document);
      }
      if (traffic.kind === 'request' && traffic.topic === loader.intentsOf(module)?.panel?.close && state === 'failed')
        change('closed');
      if (traffic.kind === 'failure' && traffic.error.code === 'noResponder' && opens(traffic.topic) && mayOpen())
        change('failed');
    },
    { signal },
  );
  signal.addEventListener('abort', () => input?.stop(), { once: true });

  return {
    get: () => state,
    subscribe: (listener) => changes.add(listener),
    open: () => askFor('open'),
    close,
  };
}
