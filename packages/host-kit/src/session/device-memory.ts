import * as v from 'valibot';
import { Id, Notice, TargetRef, transferFailures } from '@baton/contracts';
import type { DesktopState, KeyValueStorage } from '@baton/contracts';
import type { DispatchingStore } from '@baton/desktop';

/**
 * What only this device knows: transfers that never reached the backend, texts
 * that were not sent, notices that the host or the desktop itself posted.
 */
const Memory = v.object({
  refused: v.array(
    v.object({
      interactionId: Id,
      target: TargetRef,
      commandId: v.string(),
      endedAt: v.number(),
      reason: v.picklist(transferFailures),
      reference: v.string(),
    }),
  ),
  unsent: v.array(v.object({ commandId: v.string(), interactionId: Id, text: v.string(), at: v.number() })),
  notices: v.array(Notice),
});
type Memory = v.InferOutput<typeof Memory>;

const key = 'desktop';

/**
 * Brings back what an earlier page of this agent remembered, then remembers
 * every change; other windows of the agent on this device learn of it too.
 * Returns a function that stops remembering.
 */
export function keepDeviceMemory(store: DispatchingStore, storage: KeyValueStorage): () => void {
  let written = storage.get(key);
  recall(store, written);

  const stopWatching = storage.watch(key, () => {
    written = storage.get(key);
    recall(store, written);
  });
  const stopListening = store.subscribe(() => {
    const next = JSON.stringify(worthKeeping(store.getState()));
    if (next === written) return;
    written = next;
    storage.set(key, next);
  });

  return () => {
    stopWatching();
    stopListening();
  };
}

function recall(store: DispatchingStore, stored: string | undefined): void {
  const memory = parse(stored);
  const state = store.getState();
  for (const { endedAt, ...refused } of memory.refused) {
    if (state.transfers[refused.interactionId] === undefined) store.dispatch({ type: 'transferRefused', ...refused, at: endedAt });
  }
  for (const message of memory.unsent) {
    if (state.outbox[message.commandId] !== undefined) continue;
    store.dispatch({ type: 'messageSending', ...message });
    // The page that was sending it is gone; only the agent may send it again.
    store.dispatch({ type: 'messageNotSent', commandId: message.commandId, reason: 'network' });
  }
  for (const notice of memory.notices) {
    if (state.notices[notice.id] === undefined) store.dispatch({ type: 'noticePosted', notice });
    else if (notice.read && state.notices[notice.id]?.read === false) store.dispatch({ type: 'noticesRead', noticeIds: [notice.id] });
  }
}

function worthKeeping(state: DesktopState): Memory {
  return {
    refused: Object.values(state.transfers)
      .filter((transfer) => transfer.state === 'refused')
      .map(({ state: _state, ...refused }) => refused),
    unsent: Object.values(state.outbox).map(({ status: _status, ...message }) => message),
    notices: Object.values(state.notices).filter((notice) => notice.id.startsWith('local.')),
  };
}

function parse(stored: string | undefined): Memory {
  const nothing: Memory = { refused: [], unsent: [], notices: [] };
  if (stored === undefined) return nothing;
  try {
    const memory = v.safeParse(Memory, JSON.parse(stored));
    return memory.success ? memory.output : nothing;
  } catch {
    return nothing;
  }
}
