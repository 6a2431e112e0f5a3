import { isBlank } from '@baton/contracts';
import type { Clock, Draft, EventBus, NoticeContent, Random } from '@baton/contracts';
import { backendNow, localNoticeId } from '@baton/desktop';
import type { DispatchingStore } from '@baton/desktop';
import { inOneWindow } from '../adapters/one-window';

/** Windows that lose the connection within this time have lost it for the same reason. */
const sameOutageMs = 60_000;

/** A draft without a change for this long is no longer being typed. */
const typingPauseMs = 2500;

export interface NoticeOptions {
  bus: EventBus;
  store: DispatchingStore;
  clock: Clock;
  random: Random;
}

/**
 * Answers `notice.post`, and adds the notices about the connection and about texts that were not sent before their
 * conversation left (SW-10). These notices are stored on this device. Stops with the signal.
 */
export function answerNotices({ bus, store, clock, random }: NoticeOptions, signal: AbortSignal): void {
  const post = (content: NoticeContent, id = random.id()) => {
    const noticeId = localNoticeId(id);
    const place = { id: noticeId, version: 0, at: backendNow(store.getState(), clock), read: false };
    store.dispatch({ type: 'noticePosted', notice: { ...content, ...place } });
    return { noticeId };
  };

  bus.respond('notice.post', ({ id, ...content }) => post({ kind: 'host', ...content }, id), { signal });

  /** Posts once for all windows of the agent: all of them lose the connection at about the same time. */
  function postOnce(kind: 'connection.lost' | 'connection.restored', severity: 'warning' | 'done') {
    inOneWindow(`notice.${kind}.${store.getState().agent?.id}`, clock, () => {
      const { notices } = store.getState();
      const [last] = Object.values(notices)
        .filter((notice) => isOfConnection(notice.kind))
        .sort((a, b) => b.at - a.at);
      const isPosted = last?.kind === kind && last.at > backendNow(store.getState(), clock) - sameOutageMs;
      if (!isPosted) post({ kind, severity });
    });
  }

  let lost = false;
  const stop = store.subscribe(() => {
    const { agent, connection } = store.getState();
    const { state } = connection;
    // A connection that was never established cannot be lost.
    if (state === 'connectionLost' && !lost && agent !== undefined) {
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

  /** Without a conversation to show it in, an unsent text would not be visible anywhere. */
  function keepUnsent() {
    const { drafts, outbox } = store.getState();
    for (const { commandId, status, ...text } of Object.values(outbox)) {
      if (status.state === 'failed' && isOrphan(text)) keepInMessages(commandId, text);
    }
    if (Object.values(drafts).some(hasNoComposer)) stopWaiting ??= clock.setTimeout(keepDrafts, typingPauseMs);
  }

  function keepDrafts() {
    stopWaiting = undefined;
    const typedBefore = backendNow(store.getState(), clock) - typingPauseMs;
    for (const [draftId, draft] of Object.entries(store.getState().drafts))
      if (hasNoComposer(draft) && draft.at <= typedBefore) keepInMessages(draftId, draft);
    keepUnsent();
  }

  function isOrphan({ interactionId }: { interactionId: string }): boolean {
    const { agent, connection, interactions } = store.getState();
    return agent !== undefined && connection.state === 'live' && interactions[interactionId] === undefined;
  }

  /** A conversation that has ended is still shown, but without a composer. */
  function hasNoComposer(draft: { interactionId: string }): boolean {
    return isOrphan(draft) || store.getState().interactions[draft.interactionId]?.state === 'ended';
  }

  /** Uses the text's own id, so that all windows write the same entry. Each dispatch calls `keepUnsent` again. */
  function keepInMessages(id: string, { interactionId, customer, text }: Omit<Draft, 'at'>) {
    const isNew = !isBlank(text) && store.getState().notices[localNoticeId(id)] === undefined;
    if (isNew) post({ kind: 'draft.kept', severity: 'information', interactionId, customer, text }, id);
    store.dispatch({ type: 'messageDiscarded', commandId: id });
    store.dispatch({ type: 'draftDropped', draftId: id });
  }
}

const isOfConnection = (kind: string): boolean => kind === 'connection.lost' || kind === 'connection.restored';
