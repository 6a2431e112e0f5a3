import * as v from 'valibot';
import { Id, KnownTargetRef, Notice, TargetRef, TimeToAnswer, Transfer, TransferFailure } from '@baton/contracts';
import type { Clock, KeyValueStorage, Random, SendingFailure } from '@baton/contracts';
import { isLocalNotice } from '@baton/desktop';
import type { DesktopFold, DispatchingStore } from '@baton/desktop';

export interface DeviceMemoryOptions {
  store: DispatchingStore;
  storage: KeyValueStorage;
  clock: Clock;
  random: Random;
  /** The page's window, for `pagehide` and `pageshow`. */
  page: EventTarget;
}

/**
 * Stores on this device what the backend does not know or may have forgotten when the agent returns: drafts, what was
 * seen or marked as unread, unsent texts, pending and refused transfers, local notices and their deletions, and commands that were not taken. A new page
 * restores them, and the other windows of the agent are kept in sync, except for pending transfers: those the backend
 * tells each window itself.
 *
 * Each entry has its own key, so that windows do not overwrite each other. A window removes a key when the entry leaves
 * its state, and thereby removes it from every window.
 *
 * Signing out removes everything but a mark. A window that finds another mark than at its start ends its session and
 * removes what it has stored. A storage without a mark was emptied by other code of the origin, or cannot be read at the
 * moment: the state stays and is stored again.
 *
 * @returns stops; texts that this window is still sending are stored as not sent
 */
export function keepDeviceMemory({ store, storage, clock, random, page }: DeviceMemoryOptions): () => void {
  /** By key, the objects that are in both the state and the storage. */
  const stored = new Map<string, object | undefined>();
  /** Texts that other windows are sending, by command: cancels the wait for their outcome. */
  const sentElsewhere = new Map<string, () => void>();
  const mark = storage.get(markKey) ?? noSignOut;
  const isSignedOutElsewhere = watchSignOut(storage);
  let hasMark = false;
  let isRestored = false;
  let isReading = false;
  let hasEnded = false;

  function keep() {
    if (isReading || hasEnded) return;
    if (isSignedOut(store.getState())) return clear();
    if (isSignedOutElsewhere()) return endSession();
    keepMark();
    const wanted = entriesOf(store.getState());
    const unstored = [...wanted].filter(([key, value]) => stored.get(key) !== value && !write(key, value));
    const removed = [...stored].filter(([key]) => !wanted.has(key));
    for (const [key] of removed) {
      stored.delete(key);
      storage.remove(key);
    }
    // There may be room now. If not, the former text of a draft is better than none.
    for (const [key, value] of unstored) {
      if (write(key, value)) continue;
      const conversation = conversationOfDraft(key, value);
      for (const [formerKey, former] of removed)
        if (former && conversation && conversationOfDraft(formerKey, former) === conversation) write(formerKey, former);
    }
  }

  /** Returns whether the value was stored: a full storage ignores it. */
  function write(key: string, value: object): boolean {
    const text = JSON.stringify(value);
    const before = stored.get(key);
    stored.set(key, value);
    storage.set(key, text);
    if (storage.get(key) === text || stored.get(key) !== value) return true;
    if (before === undefined) stored.delete(key);
    else stored.set(key, before);
    return false;
  }

  /** Restores a missing mark. The storage was emptied then, so missing entries were not removed by another window. */
  function keepMark() {
    if (storage.get(markKey) === undefined) {
      if (hasMark) for (const key of stored.keys()) if (storage.get(key) === undefined) stored.delete(key);
      storage.set(markKey, mark);
    }
    hasMark ||= storage.get(markKey) === mark;
  }

  /** Applies what the storage has under a key to the state. */
  function read(key: string) {
    // Open windows learn of pending transfers from the backend.
    if (hasEnded || (isRestored && split(key)[0] === 'pending')) return;
    const text = storage.get(key);
    if (isSignedOutElsewhere()) return endSession();
    keepMark();
    // The entry exists but cannot be read at the moment.
    if (text === undefined && storage.keys().includes(key)) return;
    const entry = text === undefined ? undefined : parse(key, text);
    // Written by other code, or by a newer Baton.
    if (text !== undefined && entry === undefined) return;
    isReading = true;
    if (entry !== undefined) restore(entry);
    else if (stored.has(key)) remove(key);
    isReading = false;
    const value = entriesOf(store.getState()).get(key);
    if (entry !== undefined || (value !== undefined && stored.has(key))) stored.set(key, value);
    else stored.delete(key);
    // Removes the entry again if the state did not take it, and stores what it led to.
    keep();
  }

  function readAll() {
    for (const key of new Set([...storage.keys(), ...stored.keys()])) read(key);
  }

  function restore({ kind, id, value }: v.InferOutput<typeof Entry>) {
    switch (kind) {
      case 'draft':
        return store.dispatch({ type: 'draftKept', draftId: id, draft: value });
      case 'seen':
        return store.dispatch({ type: 'messagesSeen', interactionId: id, index: value.index });
      case 'unread':
        return store.dispatch({ type: 'noticesMarkedUnread', noticeIds: [id], at: value.at });
      case 'command':
        return store.dispatch({ type: 'commandPending', command: value });
      case 'pending':
        return value.state === 'pending' && store.dispatch({ type: 'transferRemembered', transfer: value });
      case 'refused':
        return store.dispatch({ ...value, type: 'transferRefused' });
      case 'notice': {
        const isRead = value.read || store.getState().notices[value.id]?.read === true;
        return store.dispatch({ type: 'noticePosted', notice: { ...value, read: isRead } });
      }
      case 'deleted':
        return store.dispatch({ type: 'noticeDeleted', noticeId: id, at: value.at });
      case 'unsent': {
        const { status, ...message } = value;
        const { commandId } = message;
        // This window is sending the text itself.
        if (store.getState().outbox[commandId]?.status.state === 'sending' && !sentElsewhere.has(commandId)) return;
        sentElsewhere.get(commandId)?.();
        store.dispatch({ type: 'messageSending', ...message });
        if (status.state === 'failed') notSent(commandId, status.reason);
        else
          sentElsewhere.set(
            commandId,
            clock.setTimeout(() => notSent(commandId), outcomeMs),
          );
      }
    }
  }

  function remove(key: string) {
    const [kind, id] = split(key);
    if (kind === 'draft') store.dispatch({ type: 'draftDropped', draftId: id });
    else if (kind === 'unsent') store.dispatch({ type: 'messageDiscarded', commandId: id });
    else if (kind === 'notice') store.dispatch({ type: 'noticeDropped', noticeId: id });
    else if (kind === 'unread') store.dispatch({ type: 'noticesRead', noticeIds: [id] });
    else if (kind === 'command') store.dispatch({ type: 'commandSettled', commandId: id });
    else if (kind === 'refused') {
      const refused = refusalsOf(store.getState()).find(({ commandId }) => commandId === id);
      if (refused !== undefined) store.dispatch({ type: 'transferDismissed', interactionId: refused.interactionId });
    }
  }

  function notSent(commandId: string, reason: SendingFailure = 'network') {
    sentElsewhere.get(commandId)?.();
    sentElsewhere.delete(commandId);
    if (store.getState().outbox[commandId]?.status.state === 'sending')
      store.dispatch({ type: 'messageNotSent', commandId, reason });
  }

  /** Requests in flight end with the page. */
  function leaveUnsent() {
    for (const commandId of Object.keys(store.getState().outbox)) if (!sentElsewhere.has(commandId)) notSent(commandId);
  }

  function endSession() {
    store.dispatch({ type: 'connectionChanged', connection: { state: 'sessionEnded', reason: 'signedOut' } });
    // A session that has already ended for another reason keeps that reason.
    if (!hasEnded) clear();
  }

  function clear() {
    hasEnded = true;
    const isFirst = !isSignedOutElsewhere();
    const newMark = random.id();
    if (isFirst) storage.set(markKey, newMark);
    // After another window's sign-out, entries of other windows belong to a new session.
    for (const key of isFirst ? storage.keys() : stored.keys()) if (key !== markKey) storage.remove(key);
    // The first attempt fails in a full storage.
    if (isFirst) storage.set(markKey, newMark);
  }

  readAll();
  isRestored = true;
  // The pages that were sending these texts are gone; only the agent may send them again.
  for (const commandId of sentElsewhere.keys()) notSent(commandId);
  keep();

  const stopListening = store.subscribe(keep);
  const stopWatching = storage.watch((key) => (key === undefined ? keep() : read(key)));
  const onPageShow = (event: Event) => 'persisted' in event && event.persisted === true && readAll();
  page.addEventListener('pagehide', leaveUnsent);
  // A page in the back/forward cache gets no storage events.
  page.addEventListener('pageshow', onPageShow);

  return () => {
    leaveUnsent();
    stopListening();
    stopWatching();
    for (const stopWaiting of sentElsewhere.values()) stopWaiting();
    page.removeEventListener('pagehide', leaveUnsent);
    page.removeEventListener('pageshow', onPageShow);
  };
}

/**
 * Watches for a sign-out of the agent in any window of this device.
 *
 * @returns tells whether the agent has signed out since the call
 */
export function watchSignOut(storage: Pick<KeyValueStorage, 'get'>): () => boolean {
  const before = storage.get(markKey) ?? noSignOut;
  return () => (storage.get(markKey) ?? before) !== before;
}

/** Storage key of the mark that the latest sign-out on this device has left. */
const markKey = 'signedOut';

/** The mark before the first sign-out. It distinguishes an emptied storage from one that was never used. */
const noSignOut = 'never';

/** The longest that a window needs to send a text and to check on it. After that the window must be gone. */
const outcomeMs = 20_000;

const Draft = v.object({ interactionId: Id, customer: v.optional(v.string()), text: v.string(), at: v.number() });
const Refused = v.object({
  state: v.literal('refused'),
  interactionId: Id,
  target: TargetRef,
  commandId: v.string(),
  endedAt: v.number(),
  reason: TransferFailure,
  reference: v.string(),
  version: v.optional(v.number()),
});
const Unsent = v.object({
  commandId: v.string(),
  interactionId: Id,
  customer: v.optional(v.string()),
  text: v.string(),
  at: v.number(),
  status: v.variant('state', [
    v.object({ state: v.literal('sending') }),
    v.object({
      state: v.literal('failed'),
      reason: v.picklist(['network', 'server', 'refused', 'unsupported', 'unknown']),
    }),
  ]),
});

const commandId = v.string();
const Pending = v.variant('type', [
  v.object({ type: v.literal('dismissTransfer'), commandId, transferId: Id }),
  v.object({ type: v.literal('markNoticesRead'), commandId, noticeIds: v.array(Id) }),
  v.object({ type: v.literal('deleteNotices'), commandId, noticeIds: v.array(Id) }),
  v.object({ type: v.literal('setTimeToAnswer'), commandId, factor: TimeToAnswer }),
  v.object({ type: v.literal('addRecent'), commandId, target: KnownTargetRef }),
]);

const entry = <const K extends string, T extends v.GenericSchema>(kind: K, value: T) =>
  v.object({ kind: v.literal(kind), id: v.string(), value });

/** What is stored under the key `kind.id`. */
const Entry = v.variant('kind', [
  entry('draft', Draft),
  entry('seen', v.object({ index: v.number() })),
  entry('unread', v.object({ at: v.number() })),
  entry('pending', Transfer),
  entry('refused', Refused),
  entry('unsent', Unsent),
  entry('command', Pending),
  entry('notice', Notice),
  entry('deleted', v.object({ at: v.number() })),
]);

/** The entry, or undefined when it is malformed: other code of the origin may write into the storage. */
function parse(key: string, text: string): v.InferOutput<typeof Entry> | undefined {
  const [kind, id] = split(key);
  try {
    const parsed = v.safeParse(Entry, { kind, id, value: JSON.parse(text) });
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * All parts of the state that are stored, by key. The same objects as in the state, so that changes are found by
 * identity.
 */
function entriesOf(state: DesktopFold): ReadonlyMap<string, object> {
  const localNotices = Object.entries(state.notices).filter(([id]) => isLocalNotice(id));
  return new Map<string, object>([
    ...Object.entries(state.drafts).map(([id, draft]) => [`draft.${id}`, draft] as const),
    ...Object.entries(state.seen).map(([id, seen]) => [`seen.${id}`, seen] as const),
    ...Object.entries(state.markedUnread).map(([id, mark]) => [`unread.${id}`, mark] as const),
    ...Object.entries(state.outbox).map(([id, unsent]) => [`unsent.${id}`, unsent] as const),
    ...[...Object.values(state.transfers), ...Object.values(state.internals.earlierTransfers)].flatMap((transfer) =>
      transfer.state === 'pending' ? [[`pending.${transfer.commandId}`, transfer] as const] : [],
    ),
    ...refusalsOf(state).map((refused) => [`refused.${refused.commandId}`, refused] as const),
    ...Object.entries(state.internals.pendingCommands).map(([id, command]) => [`command.${id}`, command] as const),
    ...localNotices.map(([id, notice]) => [`notice.${id}`, notice] as const),
    ...Object.entries(state.internals.deletedNotices).flatMap(([id, deletion]) =>
      deletion.at === undefined ? [] : [[`deleted.${id}`, deletion] as const],
    ),
  ]);
}

function refusalsOf({ internals }: DesktopFold) {
  return Object.values(internals.localTransfers).filter((local) => local.state === 'refused');
}

function conversationOfDraft(key: string, value: object): unknown {
  return key.startsWith('draft.') && 'interactionId' in value ? value.interactionId : undefined;
}

function isSignedOut({ connection }: DesktopFold): boolean {
  return connection.state === 'sessionEnded' && connection.reason === 'signedOut';
}

function split(key: string): [kind: string, id: string] {
  const dot = key.indexOf('.');
  return [key.slice(0, dot), key.slice(dot + 1)];
}
