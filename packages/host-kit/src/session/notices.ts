import { isBlank } from '@baton/contracts';
import type { Clock, Draft, EventBus, Random } from '@baton/contracts';
import { backendNow } from '@baton/desktop';
import type { DispatchingStore } from '@baton/desktop';
import { inOneWindow } from '../adapters/one-window';

/** How far apart windows notice one outage, in milliseconds. */
const sameOutageMs = 60_000;

/** A text whose conversation has gone is still being typed until nothing has been added for so long, in milliseconds. */
const restMs = 2500;

export interface NoticeOptions {
  bus: EventBus;
  store: DispatchingStore;
  clock: Clock;
  random: Random;
}

/**
 * Answers those who ask for an entry in My Messages, and writes the entries about the connection and about texts whose
 * conversation has gone before they were sent (SW-10). Such notices live on this device. Stops with the signal.
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
  const stopKeeping = store.subscribe(keepUnsent);
  let stopWaiting: (() => void) | undefined;
  signal.addEventListener(
    'abort',
    () => {
      stop();
      stopKeeping();
      stopWaiting?.();
    },
    { once: true },
  );

  /** A text that was not sent, and whose conversation has gone to somebody else or ended, would be seen nowhere. */
  function keepUnsent() {
    const { drafts, outbox } = store.getState();
    for (const { commandId, status, customer = '', ...text } of Object.values(outbox)) {
      if (status.state === 'failed' && isOrphan(text)) keepInMessages(commandId, { customer, ...text });
    }
    if (Object.values(drafts).some(hasNoComposer)) stopWaiting ??= clock.setTimeout(keepDrafts, restMs);
  }

  function keepDrafts() {
    stopWaiting = undefined;
    const rested = backendNow(store.getState(), clock) - restMs;
    for (const [draftId, draft] of Object.entries(store.getState().drafts))
      if (hasNoComposer(draft) && draft.at <= rested) keepInMessages(draftId, draft);
    keepUnsent();
  }

  function isOrphan({ interactionId }: { interactionId: string }): boolean {
    const { agent, connection, interactions } = store.getState();
    return agent !== undefined && connection.state === 'live' && interactions[interactionId] === undefined;
  }

  /** A conversation that has ended is still shown, but has no composer any more. */
  function hasNoComposer(draft: { interactionId: string }): boolean {
    return isOrphan(draft) || store.getState().interactions[draft.interactionId]?.state === 'ended';
  }

  /** Under the text's own id, so that it is one entry however many windows do this. Posting calls back here. */
  function keepInMessages(id: string, { interactionId, customer, text }: Omit<Draft, 'at'>) {
    const isNew = !isBlank(text) && store.getState().notices[`local.${id}`] === undefined;
    if (isNew)
      post({ id, kind: 'draft.kept', severity: 'information', names: { customer }, body: text, interactionId });
    store.dispatch({ type: 'messageDiscarded', commandId: id });
    store.dispatch({ type: 'draftDropped', draftId: id });
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
