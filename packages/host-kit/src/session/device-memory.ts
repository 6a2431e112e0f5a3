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
  unsent: v.array(
    v.object({
      commandId: v.string(),
      interactionId: Id,
      customer: v.optional(v.string()),
      text: v.string(),
      at: v.number(),
      /** Why it was not sent; absent while a page is still sending it. */
      failed: v.optional(v.picklist(['network', 'blocked', 'number', 'server'])),
    }),
  ),
  notices: v.array(Notice),
  /** Commands whose refusal was dismissed, whose text was sent or given up: no other window brings them back. */
  settled: v.optional(v.array(v.string()), []),
});
type Memory = v.InferOutput<typeof Memory>;

const key = 'desktop';

/** More than other windows can lag behind. */
const maxSettled = 50;

/**
 * Brings back what an earlier page of this agent remembered, then remembers
 * every change; other windows of the agent on this device learn of it too.
 * Returns a function that stops remembering.
 */
export function keepDeviceMemory(store: DispatchingStore, storage: KeyValueStorage): () => void {
  const earlier = parse(storage.get(key));
  recall(store, earlier);
  let settled = earlier.settled;
  let known = commandsOf(store.getState());
  let kept = JSON.stringify(worthKeeping(store.getState(), settled));

  const stopWatching = storage.watch(key, () => {
    const { unsent, ...memory } = parse(storage.get(key));
    settled = [...new Set([...settled, ...memory.settled])].slice(-maxSettled);
    // What another window is sending it still sends.
    recall(store, { ...memory, unsent: unsent.filter(({ failed }) => failed !== undefined) });
  });
  const stopListening = store.subscribe(() => {
    const state = store.getState();
    // Another window has signed out and forgotten everything.
    if (state.connection.state === 'sessionEnded' && state.connection.reason === 'signedOut') return;
    const now = commandsOf(state);
    settled = [...new Set([...settled, ...known.filter((id) => !now.includes(id))])].slice(-maxSettled);
    known = now;
    const next = JSON.stringify(worthKeeping(state, settled));
    if (next === kept) return;
    kept = next;
    storage.set(key, next);
  });

  return () => {
    stopWatching();
    stopListening();
  };
}

function recall(store: DispatchingStore, memory: Memory): void {
  const state = store.getState();
  const isSettled = (commandId: string): boolean => memory.settled.includes(commandId);

  for (const transfer of Object.values(state.transfers)) {
    const { interactionId, commandId } = transfer;
    if (transfer.state === 'refused' && isSettled(commandId))
      store.dispatch({ type: 'transferDismissed', interactionId });
  }
  for (const commandId of memory.settled) {
    if (state.outbox[commandId] !== undefined) store.dispatch({ type: 'messageDiscarded', commandId });
  }
  for (const { endedAt, ...refused } of memory.refused) {
    if (state.transfers[refused.interactionId] !== undefined || isSettled(refused.commandId)) continue;
    store.dispatch({ type: 'transferRefused', ...refused, at: endedAt });
  }
  for (const { failed = 'network', ...message } of memory.unsent) {
    const { commandId } = message;
    if (state.outbox[commandId] !== undefined || isSettled(commandId)) continue;
    store.dispatch({ type: 'messageSending', ...message });
    // The page that was sending it is gone; only the agent may send it again.
    store.dispatch({ type: 'messageNotSent', commandId, reason: failed });
  }
  for (const notice of memory.notices) {
    if (state.notices[notice.id] === undefined) store.dispatch({ type: 'noticePosted', notice });
    else if (notice.read && state.notices[notice.id]?.read === false)
      store.dispatch({ type: 'noticesRead', noticeIds: [notice.id] });
  }
}

/** The commands that the device remembers something of. */
function commandsOf({ transfers, outbox }: DesktopState): string[] {
  const refused = Object.values(transfers).filter(({ state }) => state === 'refused');
  return [...refused.map(({ commandId }) => commandId), ...Object.keys(outbox)];
}

function worthKeeping(state: DesktopState, settled: readonly string[]): Memory {
  return {
    refused: Object.values(state.transfers)
      .filter((transfer) => transfer.state === 'refused')
      .map(({ state: _state, ...refused }) => refused),
    unsent: Object.values(state.outbox).map(({ status, ...message }) => ({
      ...message,
      ...(status.state === 'failed' && { failed: status.reason }),
    })),
    notices: Object.values(state.notices).filter((notice) => notice.id.startsWith('local.')),
    settled: [...settled],
  };
}

function parse(stored: string | undefined): Memory {
  const nothing: Memory = { refused: [], unsent: [], notices: [], settled: [] };
  if (stored === undefined) return nothing;
  try {
    const memory = v.safeParse(Memory, JSON.parse(stored));
    return memory.success ? memory.output : nothing;
  } catch {
    return nothing;
  }
}
