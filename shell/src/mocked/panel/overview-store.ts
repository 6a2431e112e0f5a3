import type { Clock } from '@baton/contracts';
import type { Control, Overview } from '@baton/mocks/browser';
import { messageOf } from '@baton/runtime';

/** How often the overview is taken anew while it is looked at, in milliseconds of the device's clock. */
const everyMs = 1000;

/** What the panel knows of the contact centre. */
export interface Known {
  readonly overview?: Overview;
  /** Why there is no fresh overview, or what was asked for last has not been done. */
  readonly problem?: string;
}

/** The contact centre's overview, fresh while it is looked at. */
export interface OverviewStore {
  getState(): Known;
  /** As long as there is a listener, and the page is visible, the overview is taken anew every second. */
  subscribe(listener: () => void): () => void;
  /** Does something to the contact centre, tells of a failure, and takes the overview anew. */
  act(work: () => Promise<unknown>): Promise<void>;
}

/** What of a document says whether it can be seen. */
interface VisiblePage {
  readonly hidden: boolean;
  addEventListener(type: 'visibilitychange', listener: () => void): void;
  removeEventListener(type: 'visibilitychange', listener: () => void): void;
}

/** Reads the overview from `control`. `clock` is the device's. */
export function createOverviewStore({
  control,
  clock,
  page,
}: {
  control: Pick<Control, 'overview'>;
  clock: Clock;
  page: VisiblePage;
}): OverviewStore {
  let known: Known = {};
  let cancel = () => undefined as void;
  let asked = 0;
  const listeners = new Set<() => void>();

  function become(next: Known) {
    known = next;
    for (const listener of listeners) listener();
  }

  /** Of two answers that overtake one another the one that was asked for last counts. */
  async function refresh(problem?: string) {
    asked += 1;
    const turn = asked;
    try {
      const overview = await control.overview();
      if (turn === asked) become({ overview, ...(problem !== undefined && { problem }) });
    } catch (cause) {
      if (turn === asked) become({ ...known, problem: problem ?? messageOf(cause) });
    }
  }

  async function tick() {
    cancel();
    if (!page.hidden) await refresh(known.problem);
    cancel();
    if (listeners.size > 0) cancel = clock.setTimeout(() => void tick(), everyMs);
  }

  const onVisible = () => void tick();

  return {
    getState: () => known,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        page.addEventListener('visibilitychange', onVisible);
        void tick();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        page.removeEventListener('visibilitychange', onVisible);
        cancel();
      };
    },
    async act(work) {
      try {
        await work();
        await refresh();
      } catch (cause) {
        await refresh(messageOf(cause));
      }
    },
  };
}
