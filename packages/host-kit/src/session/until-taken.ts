import type { Clock, Command, CommandTaken, Random, Result, RoutingErrorCode } from '@baton/contracts';
import type { DispatchingStore, PendingCommand } from '@baton/desktop';
import { retryDelay } from '@baton/routing';

export interface UntilTakenOptions {
  store: DispatchingStore;
  clock: Clock;
  random: Random;
  send(command: Command): Promise<Result<CommandTaken>>;
}

/** With these the backend may take the same command later. Every other refusal is for good. */
const passing: readonly RoutingErrorCode[] = [
  'unknown_outcome',
  'backend_unavailable',
  'rate_limited',
  'internal',
  'unauthenticated',
];

/** How long the window that was asked is left to tell the backend before others do. As after so many failures. */
const failuresElsewhere = 4;

/**
 * Tells the backend what must not be lost although no code waits for its answer: at once, again after pauses, and when
 * the connection is back, until it is taken or refused for good. What other windows and earlier pages have left is
 * told too; a command that comes twice counts once. Stops with the signal.
 *
 * @returns tells one; the promise is its first answer
 */
export function createUntilTaken({ store, clock, random, send }: UntilTakenOptions, signal: AbortSignal) {
  /** By command, what stops the pause before the next try. */
  const pauses = new Map<string, () => void>();
  let wasLive = false;

  async function tryNow(command: PendingCommand, failures = 0): Promise<Result<CommandTaken>> {
    const { commandId } = command;
    pauses.get(commandId)?.();
    pauses.set(commandId, () => undefined);
    const answer = await send(command);
    if (answer.ok || !passing.includes(answer.error.code)) store.dispatch({ type: 'commandSettled', commandId });
    else if (!signal.aborted && isPending(commandId)) tryAfterPause(command, failures + 1);
    return answer;
  }

  function tryAfterPause(command: PendingCommand, failures: number) {
    pauses.get(command.commandId)?.();
    const stop = clock.setTimeout(() => void tryNow(command, failures), retryDelay(failures, random));
    pauses.set(command.commandId, stop);
  }

  function isPending(commandId: string): boolean {
    return store.getState().book.pendingCommands[commandId] !== undefined;
  }

  function check() {
    const { book, connection } = store.getState();
    const isBack = connection.state === 'live' && !wasLive;
    wasLive = connection.state === 'live';
    for (const [commandId, stop] of pauses) {
      if (isPending(commandId)) continue;
      stop();
      pauses.delete(commandId);
    }
    if (!wasLive) return;
    for (const command of Object.values(book.pendingCommands)) {
      if (isBack) void tryNow(command);
      else if (!pauses.has(command.commandId)) tryAfterPause(command, failuresElsewhere);
    }
  }

  const stopListening = store.subscribe(check);
  signal.addEventListener(
    'abort',
    () => {
      stopListening();
      for (const stop of pauses.values()) stop();
    },
    { once: true },
  );

  return function tell(command: PendingCommand): Promise<Result<CommandTaken>> {
    pauses.set(command.commandId, () => undefined);
    store.dispatch({ type: 'commandPending', command });
    return tryNow(command);
  };
}
