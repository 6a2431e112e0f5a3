import * as v from 'valibot';
import { Id, Notice, TargetRef, TimeToAnswer, Transfer, transferFailures } from '@baton/contracts';
import type { Clock, KeyValueStorage, Random, SendingFailure } from '@baton/contracts';
import type { DesktopFold, DispatchingStore } from '@baton/desktop';

export interface DeviceMemoryOptions {
  store: DispatchingStore;
  storage: KeyValueStorage;
  clock: Clock;
  random: Random;
  /** The page's window: tells when the page goes and when it is back. */
  page: EventTarget;
}

/**
 * Keeps on this device what the backend does not know, or may have forgotten when the agent comes back: drafts, texts
 * that were not sent, pending and refused transfers, notices of the desktop itself, commands that it has not taken. An
 * earlier page's come back, and other windows of the agent hear of each; of pending transfers the backend tells them.
 *
 * Each thing has a key of its own, so that no window writes over what another one keeps. A window removes a key when
 * the thing leaves its state: then it is settled, for every window.
 *
 * Signing out leaves a mark and nothing else. A window that finds another mark than when it began, late or after having
 * been off line, takes its session for ended and removes what it has kept itself. A storage without a mark was emptied by
 * other code of the origin, or cannot be read now: what is on the screen stays, and is kept again.
 *
 * @returns stops keeping; what this window is still sending is left as not sent
 */
export function keepDeviceMemory({ store, storage, clock, random, page }: DeviceMemoryOptions): () => void {
  /** By key, what the state and the storage agree on: only what is really stored. */
  const known = new Map<string, object | undefined>();
  /** By command, the texts that other windows are sending: ends the wait for their outcome. */
  const sentElsewhere = new Map<string, () => void>();
  const mark = storage.get(markKey) ?? noSignOut;
  const isSignedOutElsewhere = watchSignOut(storage);
  let marked = false;
  let isOpen = false;
  let hearing = false;
  let ended = false;

  function keep() {
    if (hearing || ended) return;
    if (isSignedOut(store.getState())) return forget();
    if (isSignedOutElsewhere()) return endSession();
    keepMark();
    const wanted = worthKeeping(store.getState());
    const unstored = [...wanted].filter(([key, thing]) => known.get(key) !== thing && !stores(key, thing));
    const settled = [...known].filter(([key]) => !wanted.has(key));
    for (const [key] of settled) {
      known.delete(key);
      storage.remove(key);
    }
    // There may be room now. Where there is not, what was stored of a draft before is better than nothing.
    for (const [key, thing] of unstored) {
      if (stores(key, thing)) continue;
      const conversation = conversationOfDraft(key, thing);
      for (const [formerKey, former] of settled)
        if (former && conversation && conversationOfDraft(formerKey, former) === conversation)
          stores(formerKey, former);
    }
  }

  /** A storage that is full throws away what it is given. */
  function stores(key: string, thing: object): boolean {
    const text = JSON.stringify(thing);
    const before = known.get(key);
    known.set(key, thing);
    storage.set(key, text);
    if (storage.get(key) === text || known.get(key) !== thing) return true;
    if (before === undefined) known.delete(key);
    else known.set(key, before);
    return false;
  }

  /** Without it the storage may have been emptied: what is no longer there was not settled by another window. */
  function keepMark() {
    if (storage.get(markKey) === undefined) {
      if (marked) for (const key of known.keys()) if (storage.get(key) === undefined) known.delete(key);
      storage.set(markKey, mark);
    }
    marked ||= storage.get(markKey) === mark;
  }

  /** Takes over what the storage says of a key. */
  function hear(key: string) {
    // What windows that are open know of pending transfers, the backend tells each of them.
    if (ended || (isOpen && split(key)[0] === 'pending')) return;
    const stored = storage.get(key);
    if (isSignedOutElsewhere()) return endSession();
    keepMark();
    // It is there, and cannot be read now.
    if (stored === undefined && storage.keys().includes(key)) return;
    const thing = stored === undefined ? undefined : parse(key, stored);
    // Not ours, or of a newer Baton.
    if (stored !== undefined && thing === undefined) return;
    hearing = true;
    if (thing !== undefined) bring(thing);
    else if (known.has(key)) drop(key);
    hearing = false;
    const held = worthKeeping(store.getState()).get(key);
    if (thing !== undefined || (held !== undefined && known.has(key))) known.set(key, held);
    else known.delete(key);
    // What the state did not take is settled, and what it led to is to be kept.
    keep();
  }

  function hearAll() {
    for (const key of new Set([...storage.keys(), ...known.keys()])) hear(key);
  }

  function bring({ kind, id, thing }: v.InferOutput<typeof Kept>) {
    switch (kind) {
      case 'draft':
        return store.dispatch({ type: 'draftKept', draftId: id, draft: thing });
      case 'command':
        return store.dispatch({ type: 'commandPending', command: thing });
      case 'pending':
        return thing.state === 'pending' && store.dispatch({ type: 'transferRemembered', transfer: thing });
      case 'refused':
        return store.dispatch({ ...thing, type: 'transferRefused' });
      case 'notice': {
        const read = thing.read || store.getState().notices[thing.id]?.read === true;
        return store.dispatch({ type: 'noticePosted', notice: { ...thing, read } });
      }
      case 'unsent': {
        const { status, ...message } = thing;
        const { commandId } = message;
        // The window that sends a text knows best.
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

  function drop(key: string) {
    const [kind, id] = split(key);
    if (kind === 'draft') store.dispatch({ type: 'draftDropped', draftId: id });
    else if (kind === 'unsent') store.dispatch({ type: 'messageDiscarded', commandId: id });
    else if (kind === 'notice') store.dispatch({ type: 'noticeDropped', noticeId: id });
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

  /** The page goes, and with it the requests that are on their way. */
  function leaveUnsent() {
    for (const commandId of Object.keys(store.getState().outbox)) if (!sentElsewhere.has(commandId)) notSent(commandId);
  }

  function endSession() {
    store.dispatch({ type: 'connectionChanged', connection: { state: 'sessionEnded', reason: 'signedOut' } });
    // A session that had ended otherwise before stays so.
    if (!ended) forget();
  }

  function forget() {
    ended = true;
    const isFirst = !isSignedOutElsewhere();
    const left = random.id();
    if (isFirst) storage.set(markKey, left);
    // What has come since the mark belongs to a new session.
    for (const key of isFirst ? storage.keys() : known.keys()) if (key !== markKey) storage.remove(key);
    // A storage that was full has room for it now.
    if (isFirst) storage.set(markKey, left);
  }

  hearAll();
  isOpen = true;
  // The pages that were sending them are gone; only the agent may send them again.
  for (const commandId of sentElsewhere.keys()) notSent(commandId);
  keep();

  const stopListening = store.subscribe(keep);
  const stopWatching = storage.watch((key) => (key === undefined ? keep() : hear(key)));
  const onPageShow = (event: Event) => 'persisted' in event && event.persisted === true && hearAll();
  page.addEventListener('pagehide', leaveUnsent);
  // A page that was put aside has heard nothing meanwhile.
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
 * Watches for a sign-out of the agent on this device, in whichever window, from now on.
 *
 * @returns whether there was one
 */
export function watchSignOut(storage: Pick<KeyValueStorage, 'get'>): () => boolean {
  const before = storage.get(markKey) ?? noSignOut;
  return () => (storage.get(markKey) ?? before) !== before;
}

/** Left by the latest sign-out on this device. */
const markKey = 'signedOut';

/** The mark where there was none yet: it tells a storage that was emptied from one that was never used. */
const noSignOut = 'never';

/** A command is answered by then, and asked after: longer, and the window that sent it is gone. In milliseconds. */
const outcomeMs = 20_000;

const Draft = v.object({ interactionId: Id, customer: v.string(), text: v.string(), at: v.number() });
const Refused = v.object({
  state: v.literal('refused'),
  interactionId: Id,
  target: TargetRef,
  commandId: v.string(),
  endedAt: v.number(),
  reason: v.picklist(transferFailures),
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
    v.object({ state: v.literal('failed'), reason: v.picklist(['network', 'server', 'refused', 'unknown']) }),
  ]),
});

const commandId = v.string();
const Pending = v.variant('type', [
  v.object({ type: v.literal('dismissTransfer'), commandId, transferId: Id }),
  v.object({ type: v.literal('markNoticesRead'), commandId, noticeIds: v.array(Id) }),
  v.object({ type: v.literal('setTimeToAnswer'), commandId, factor: TimeToAnswer }),
  v.object({ type: v.literal('addRecent'), commandId, target: TargetRef }),
]);

const kept = <const K extends string, T extends v.GenericSchema>(kind: K, thing: T) =>
  v.object({ kind: v.literal(kind), id: v.string(), thing });

/** One thing, as it is kept under `kind.id`. */
const Kept = v.variant('kind', [
  kept('draft', Draft),
  kept('pending', Transfer),
  kept('refused', Refused),
  kept('unsent', Unsent),
  kept('command', Pending),
  kept('notice', Notice),
]);

/** Anybody can write into a browser's storage. */
function parse(key: string, stored: string): v.InferOutput<typeof Kept> | undefined {
  const [kind, id] = split(key);
  try {
    const read = v.safeParse(Kept, { kind, id, thing: JSON.parse(stored) });
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

/** By key, everything that this device keeps of the state: the very objects, so that a change shows. */
function worthKeeping(state: DesktopFold): ReadonlyMap<string, object> {
  const localNotices = Object.entries(state.notices).filter(([id]) => id.startsWith('local.'));
  return new Map<string, object>([
    ...Object.entries(state.drafts).map(([id, draft]) => [`draft.${id}`, draft] as const),
    ...Object.entries(state.outbox).map(([id, unsent]) => [`unsent.${id}`, unsent] as const),
    ...[...Object.values(state.book.transfers), ...Object.values(state.book.earlierTransfers)].flatMap((transfer) =>
      transfer.state === 'pending' ? [[`pending.${transfer.commandId}`, transfer] as const] : [],
    ),
    ...refusalsOf(state).map((refused) => [`refused.${refused.commandId}`, refused] as const),
    ...Object.entries(state.book.pendingCommands).map(([id, command]) => [`command.${id}`, command] as const),
    ...localNotices.map(([id, notice]) => [`notice.${id}`, notice] as const),
  ]);
}

function refusalsOf({ book }: DesktopFold) {
  return Object.values(book.localTransfers).filter((local) => local.state === 'refused');
}

function conversationOfDraft(key: string, thing: object): unknown {
  return key.startsWith('draft.') && 'interactionId' in thing ? thing.interactionId : undefined;
}

function isSignedOut({ connection }: DesktopFold): boolean {
  return connection.state === 'sessionEnded' && connection.reason === 'signedOut';
}

function split(key: string): [kind: string, id: string] {
  const dot = key.indexOf('.');
  return [key.slice(0, dot), key.slice(dot + 1)];
}
