import { isKnownNotice } from '@baton/contracts';
import type { BackendCapabilities, Clock, Random, RoutingBackend } from '@baton/contracts';
import { systemClock, systemRandom } from '@baton/runtime';
import { allCapabilities } from './capabilities';
import { createCommands } from './commands';
import type { CommandHandlers } from './commands';
import { createDeadlines } from './deadlines';
import { failure } from './failure';
import { AdapterError } from './adapter-error';
import type { News } from './news';
import { createAdapterReads } from './reads';
import type { AdapterReads } from './reads';
import { refuse } from './refusal';
import { snapshotOf } from './snapshot';
import { step } from './step';
import { createFrameStream } from './stream';
import { nothingReported } from './reported';

/** The parts of an adapter. */
export interface AdapterOptions {
  /** Default: the device's clock. Pass the same as to `createBaton`. */
  clock?: Clock;
  /** Default: random numbers of the browser. */
  random?: Random;
  /** What the product can do. Capabilities that are left out count as missing. */
  capabilities: Partial<BackendCapabilities>;
  /**
   * The handler of each command. Commands without one are refused with `unsupported`, except `markNoticesRead`,
   * `deleteNotices` and `dismissTransfer`, which the kit handles itself.
   */
  commands: CommandHandlers;
  reads: AdapterReads;
  /** Ends your connection to the product. Called once, when Baton closes or the adapter is closed. */
  close?(): void;
}

/** Connects a routing product to the port, for one agent in one window. */
export interface Adapter {
  /** For the option `backend` of `createBaton`. */
  readonly backend: RoutingBackend;
  /**
   * Reports what has happened in the product. Each call is one step: desktops receive all of it at once, or nothing.
   * After `close` it does nothing.
   *
   * @param commandId the command that caused it, if known
   * @throws {TypeError} with field and cure when a value does not fit the contract; then desktops receive nothing
   */
  tell(say: (news: News) => void, commandId?: string): void;
  /** The connection to the product is lost; the next attempt follows in `retryInMs`. */
  connectionBroke(retryInMs: number): void;
  /** The connection to the product is restored, and everything missed has been reported. */
  connectionRestored(): void;
  /** The product no longer accepts the agent's token: they have to sign in again. */
  sessionLost(message: string): void;
  /**
   * Stops all timers and followers, and disconnects from the product. Baton calls it when it closes. Requests from now
   * on fail with `backend_unavailable`.
   */
  close(): void;
}

/**
 * Makes a routing backend of a product's commands and news.
 *
 * @throws {TypeError} when a capability is set whose command or read is missing
 */
export function createAdapter({
  clock = systemClock,
  random = systemRandom,
  capabilities: some,
  commands,
  reads,
  close: disconnect,
}: AdapterOptions): Adapter {
  const capabilities = allCapabilities(some, commands, reads);
  // The positions of a reloaded page come after those that the device has stored.
  const origin = clock.now();
  const stream = createFrameStream(origin);
  /** The command of each text, by the product's id of the message. */
  const commandByMessage = new Map<string, string>();
  let reported = nothingReported();
  let cursor = origin;
  let isClosed = false;
  let isTelling = false;

  const commandOf = (messageId: string) => commandByMessage.get(messageId);
  const handlers: CommandHandlers = { ...ownHandlers(), ...commands };
  const commandLog = createCommands(
    handlers,
    { clock, random },
    tell,
    ({ commandId, interactionId }, { messageId }) => {
      commandByMessage.set(messageId, commandId);
      const message = reported.messages.get(interactionId)?.get(messageId);
      if (message?.kind === 'agent')
        tell((news) => news.messages(interactionId, [{ ...message, id: messageId, commandId }]), commandId);
    },
  );
  const deadlines = createDeadlines(clock, (ids) =>
    tell((news) => ids.forEach((id) => news.invitationEnded(id, 'expired'))),
  );

  function tell(say: (news: News) => void, commandId?: string): void {
    if (isClosed) return;
    if (isTelling)
      throw new AdapterError('tell: a step within a step. Say all of it in one call, or one call after the other.');
    const at = clock.now();
    isTelling = true;
    let next;
    try {
      next = step(reported, { version: cursor + 1, at, commandId, commandOf }, say);
    } finally {
      isTelling = false;
    }
    if (commandId !== undefined) commandLog.seen(commandId);
    if (next.events.length === 0) return;
    reported = next.reported;
    cursor += 1;
    deadlines.watch([...reported.invitations.values()]);
    stream.tell({ v: 1, cursor, at, ...(commandId !== undefined && { commandId }), events: next.events });
  }

  /** Handlers for products that store neither My Messages nor outcomes. */
  function ownHandlers(): CommandHandlers {
    return {
      markNoticesRead({ noticeIds }, tell) {
        const unread = noticeIds.flatMap((id) => reported.notices.get(id) ?? []).filter(isKnownNotice);
        tell((news) => unread.forEach((notice) => news.notice({ ...notice, read: true })));
      },
      deleteNotices: ({ noticeIds }, tell) => tell((news) => noticeIds.forEach((id) => news.noticeDeleted(id))),
      dismissTransfer({ transferId }, tell) {
        const state = reported.transfers.get(transferId)?.transfer.state;
        if (state === undefined) refuse('not_found', 'The agent has no such transfer.');
        if (state === 'pending') refuse('conflict', 'The transfer is under way.');
        tell((news) => news.transferDismissed(transferId));
      },
    };
  }

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    deadlines.stop();
    stream.close();
    disconnect?.();
  }

  const closed = () => failure('backend_unavailable', 'The adapter has been closed.', random);

  const adapterReads = createAdapterReads(reads, {
    clock,
    random,
    reported: () => reported,
    cursor: () => cursor,
    commandOf,
    async snapshot() {
      if (isClosed) refuse('backend_unavailable', 'The adapter has been closed.');
      await reads.refresh?.();
      const recentCommands = commandLog.recent();
      return snapshotOf(reported, { cursor, origin, at: clock.now(), capabilities, recentCommands });
    },
  });

  return {
    backend: {
      ...adapterReads,
      send: async (command) => (isClosed ? closed() : commandLog.send(command)),
      follow: stream.follow,
      close,
    },
    tell,
    connectionBroke: stream.broke,
    connectionRestored: stream.restored,
    sessionLost: (message) => stream.lost(failure('unauthenticated', message, random).error),
    close,
  };
}
