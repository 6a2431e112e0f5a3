import type { DesktopState, EventBus, TitleBadge } from '@baton/contracts';
import { activeInteractions, offeredInvitations, unreadNotices, unreadOf, waitingInteractions } from '@baton/desktop';
import type { DispatchingStore } from '@baton/desktop';

type Counts = Required<Parameters<TitleBadge['set']>[0]>;

const none: Counts = { incoming: 0, unread: 0, waiting: 0 };

/** Tells the page's title and the host how much waits for the agent, until the signal. */
export function tellAttention(
  { store, bus, title }: { store: DispatchingStore; bus: EventBus; title: TitleBadge },
  signal: AbortSignal,
): void {
  let told: Counts | undefined;

  function tell(counts: Counts) {
    const { incoming, unread, waiting } = counts;
    if (told?.incoming === incoming && told.unread === unread && told.waiting === waiting) return;
    told = counts;
    bus.emit('attention.changed', counts);
    title.set(counts);
  }

  const stop = store.subscribe(() => tell(countsOf(store.getState())));
  tell(countsOf(store.getState()));
  signal.addEventListener('abort', () => (stop(), title.set(none)), { once: true });
}

function countsOf(state: DesktopState): Counts {
  if (state.connection.state === 'sessionEnded') return none;
  const unread = activeInteractions(state).filter(({ id }) => unreadOf(state, id) > 0);
  return {
    incoming: offeredInvitations(state).length,
    unread: unreadNotices(state).length + unread.length,
    waiting: waitingInteractions(state).length,
  };
}
