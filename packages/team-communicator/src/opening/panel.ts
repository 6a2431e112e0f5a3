import type { EventBus, Requests, TargetPick, TargetRef } from '@baton/contracts';
import { ancestorsAcrossShadow, focusedElement, restAt, takesFocus } from '@baton/ui';

/** What the panel is open for. */
export type Purpose = ({ for: 'transfer' } & Requests['target.pick']['ask']) | { for: 'browsing' };

export type PanelState =
  | { state: 'closed' }
  | {
      state: 'open';
      purpose: Purpose;
      /** Counts the agent's calls for the panel: with each, focus belongs in the search field. None: they have gone on with something else. */
      calls: number;
    };

/** Opens and closes Team Communicator as the bus asks, and answers who asked. */
export interface Panel {
  getState(): PanelState;
  subscribe(listener: () => void): () => void;
  /** Opens without a purpose, or calls the agent's attention to the open panel. */
  open(): void;
  /** The agent chose a target of a pick. Closes; focus is the asker's business. */
  choose(target: TargetRef): void;
  /** The agent is done here: closes and takes focus back to where it was before opening, or to the nearest place around that. */
  dismiss(): void;
  /** Closes because of a choice that is no pick's answer; focus is left to whoever acts on it. */
  leave(): void;
  /** Says where the panel stands, so that it is known whether focus is inside. */
  attach(element: HTMLElement | null): void;
  /** Stops answering; an open pick is answered as dismissed. */
  stop(): void;
}

type Answer = (pick: TargetPick) => void;
/** The agent closes and goes back; it closes under the agent's hands; the agent goes on somewhere else. */
type FocusGoes = 'back' | 'toRest' | 'on';

const closed = { state: 'closed' } as const;

/** Makes the panel and lets it answer `target.pick`, `team.open` and `team.close`. */
export function createPanel(bus: EventBus, page: Document): Panel {
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
    if (!focusInside()) cameFrom = ancestorsAcrossShadow(focusedElement(page));
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
    // The host has uncovered what the panel covered, and React has not yet taken the panel away: focus never falls to the page's body in between.
    if (focusGoes === 'back') places.some(takesFocus);
    if (focusGoes === 'toRest' && wasInside) restAt(places);
    answered?.(pick);
  }

  function focusInside(): boolean {
    return element?.contains(focusedElement(page)) ?? false;
  }

  function update(next: PanelState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function announce(open: boolean): void {
    bus.emit('panel.changed', { panel: 'teamCommunicator', open });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => call(true),
    choose: (target) => close({ action: 'smsTransfer', target }, 'on'),
    dismiss: () => close({ action: 'dismissed' }, 'back'),
    leave: () => close({ action: 'dismissed' }, 'on'),
    attach(next) {
      element = next;
    },
    stop() {
      close({ action: 'dismissed' }, 'toRest');
      for (const stop of stopAnswering) stop();
    },
  };
}
