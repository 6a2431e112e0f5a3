import type { Clock, EventBus, Random } from '@baton/contracts';
import { backendNow } from '@baton/desktop';
import type { DispatchingStore } from '@baton/desktop';
import { inOneWindow } from '../adapters/one-window';

/** How far apart windows notice one outage, in milliseconds. */
const sameOutageMs = 60_000;

export interface NoticeOptions {
  bus: EventBus;
  store: DispatchingStore;
  clock: Clock;
  random: Random;
}

/**
 * Answers those who ask for an entry in My Messages, and writes the entries
 * about the connection and about texts that were not sent. Such notices live on this device. Stops with the signal.
 */
export function answerNotices({ bus, store, clock, random }: NoticeOptions, signal: AbortSignal): void {
  const post = (notice: Omit<Parameters<typeof entry>[0], 'id' | 'at'> & { id?: string }) => {
    const id = `local.${notice.id ?? random.id()}`;
    store.dispatch({ type: 'noticePosted', notice: entry({ ...notice, id, at: backendNow(store.getState(), clock) }) });
    return { noticeId: id };
  };

  bus.respond(
    'notice.post',
    ({ id, severity, title, body, interactionId }) =>
      post({ id, kind: 'host', severity, names: { title }, body, interactionId }),
    { signal },
  );
  bus.respond(
    'draft.keep',
    ({ interactionId, customer, text }) =>
      post({ kind: 'draft.kept', severity: 'information', names: { customer }, body: text, interactionId }),
    { signal },
  );

  /** Once for all windows of this agent: each of them loses its connection, at about the same time. */
  function postOnce(kind: 'connection.lost' | 'connection.restored', severity: 'warning' | 'done') {
    inOneWindow(`notice.${kind}.${store.getState().agent?.id}`, clock, () => {
      const { notices } = store.getState();
      const [last] = Object.values(notices)
        .filter((notice) => isOfConnection(notice.kind))
        .sort((a, b) => b.at - a.at);
      const isTold = last?.kind === kind && last.at > backendNow(store.getState(), clock) - sameOutageMs;
      if (!isTold) post({ kind, severity, names: {} });
    });
  }

  let lost = false;
  const stop = store.subscribe(() => {
    const { state } = store.getState().connection;
    if (state === 'connectionLost' && !lost) {
      lost = true;
      postOnce('connection.lost', 'warning');
    } else if (state === 'live' && lost) {
      lost = false;
      postOnce('connection.restored', 'done');
    }
  });
  signal.addEventListener('abort', stop, { once: true });
  signal.addEventListener('abort', store.subscribe(keepUnsent), { once: true });

  /** A text that was not sent, and whose conversation has gone to somebody else or ended, would be seen nowhere. */
  function keepUnsent() {
    const { agent, connection, interactions, outbox } = store.getState();
    if (agent === undefined || connection.state !== 'live') return;
    for (const { commandId, interactionId, customer = '', text, status } of Object.values(outbox)) {
      if (status.state !== 'failed' || interactions[interactionId] !== undefined) continue;
      // Taken out first: posting calls back here. The command's name makes it one entry in all windows.
      store.dispatch({ type: 'messageDiscarded', commandId });
      post({
        id: commandId,
        kind: 'draft.kept',
        severity: 'information',
        names: { customer },
        body: text,
        interactionId,
      });
    }
  }
}

const isOfConnection = (kind: string): boolean => kind === 'connection.lost' || kind === 'connection.restored';

function entry(notice: {
  id: string;
  at: number;
  kind: 'host' | 'draft.kept' | 'connection.lost' | 'connection.restored';
  severity: 'problem' | 'warning' | 'information' | 'done';
  names: Record<string, string>;
  body?: string;
  interactionId?: string;
}) {
  return { ...notice, version: 0, read: false };
}
