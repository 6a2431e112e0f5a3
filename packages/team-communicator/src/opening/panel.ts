import type { EventBus, Requests, TargetPick } from '@baton/contracts';
import { ancestorsAcrossShadow, focusedElement, restAt, takesFocus } from '@baton/ui';

/** What the panel is open for. */
export type Purpose = ({ for: 'transfer' } & Requests['target.pick']['ask']) | { for: 'browsing' };

export type PanelState =
  | { state: 'closed' }
  | {
      state: 'open';
      purpose: Purpose;
      /** How often the agent has asked for the panel: each time, focus goes to the search field. 0 when they do something else by now. */
      calls: number;
    };

/** Opens and closes Team Communicator on requests of the bus, and answers them. */
export interface Panel {
  getState(): PanelState;
  subscribe(listener: () => void): () => void;
  /** Opens without a transfer to find a target for, or moves focus to the open panel. */
  open(): void;
  /** The agent has chosen an action for a target: closes, and answers an open pick. With `back`, focus returns to where it was; with `on`, the action moves it. */
  choose(choice: Exclude<TargetPick, { action: 'dismissed' }>, focus: 'back' | 'on'): void;
  /** The agent has closed the panel: focus returns to where it was before opening, or to the nearest element around that. */
  dismiss(): void;
  /** Sets the panel's element, to find out whether focus is inside. */
  attach(element: HTMLElement | null): void;
  /** Stops answering; an open pick is answered as dismissed. */
  stop(): void;
}

type Answer = (pick: TargetPick) => void;
/** Where focus goes on closing: back to where it was; to a resting place, if it was inside; or nowhere, because the action moves it. */
type FocusGoes = 'back' | 'toRest' | 'on';

const closed = { state: 'closed' } as const;

/** Creates the panel, which answers `target.pick`, `team.open` and `team.close`. */
export function createPanel(bus: EventBus, page: () => Document): Panel {
  const listeners = new Set<() => void>();
  let state: PanelState = closed;
  let element: HTMLElement | null = null;
  let answer: Answer | undefined;
  let cameFrom: readonly HTMLElement[] = [];

  const stopAnswering = [
    bus.respond('target.pick', pick),
    bus.respond('team.open', (_ask, { agentWaits }) => call(agentWaits?.() !== false)),
    bus.respond('team.close', () => close({ action: 'dismissed' }, 'toRest')),
  ];

  function pick(
    ask: Requests['target.pick']['ask'],
    { signal, agentWaits }: { signal: AbortSignal; agentWaits?: () => boolean },
  ): Promise<TargetPick> {
    return new Promise((resolve) => {
      const replaced = answer;
      answer = resolve;
      show({ for: 'transfer', ...ask }, agentWaits?.() !== false);
      replaced?.({ action: 'dismissed' });
      signal.addEventListener('abort', () => {
        if (answer === resolve) close({ action: 'dismissed' }, 'toRest');
      });
    });
  }

  function call(agentWaits: boolean): void {
    show(state.state === 'open' ? state.purpose : { for: 'browsing' }, agentWaits);
  }

  function show(purpose: Purpose, agentWaits: boolean): void {
    if (!focusInside()) cameFrom = ancestorsAcrossShadow(focusedElement(page()));
    const wasClosed = state.state === 'closed';
    update({ state: 'open', purpose, calls: (state.state === 'open' ? state.calls : 0) + (agentWaits ? 1 : 0) });
    if (wasClosed) announce(true);
  }

  function close(pick: TargetPick, focusGoes: FocusGoes): void {
    if (state.state === 'closed') return;
    const places = cameFrom;
    const wasInside = focusInside();
    const answered = answer;
    cameFrom = [];
    answer = undefined;
    update(closed);
    announce(false);
    // Now: the host has uncovered the elements under the panel, and React has not removed the panel yet, so that focus never falls to the page's body.
    if (focusGoes === 'back') places.some(takesFocus);
    if (focusGoes === 'toRest' && wasInside) restAt(places);
    answered?.(pick);
  }

  function focusInside(): boolean {
    return element?.contains(focusedElement(page())) ?? false;
  }

  function update(next: PanelState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function announce(open: boolean): void {
    bus.emit('panel.changed', { panel: 'team-communicator', open });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => call(true),
    choose: close,
    dismiss: () => close({ action: 'dismissed' }, 'back'),
    attach(next) {
      element = next;
    },
    stop() {
      close({ action: 'dismissed' }, 'toRest');
      for (const stop of stopAnswering) stop();
    },
  };
}
