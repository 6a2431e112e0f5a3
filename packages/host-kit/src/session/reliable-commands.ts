import type { Clock, Command, CommandTaken, Random, Result, RoutingErrorCode } from '@baton/contracts';
import type { DispatchingStore, PendingCommand } from '@baton/desktop';
import { retryDelay } from '@baton/runtime';

export interface ReliableSendOptions {
  store: DispatchingStore;
  clock: Clock;
  random: Random;
  send(command: Command): Promise<Result<CommandTaken>>;
}

/** With these the backend may take the same command later. Every other refusal is final. */
const temporary: readonly RoutingErrorCode[] = [
  'unknown_outcome',
  'backend_unavailable',
  'rate_limited',
  'internal',
  'unauthenticated',
];

/** Other windows wait as long as after this many failures, so that the window that made the command sends it first. */
const failuresElsewhere = 4;

/**
 * Sends commands until the backend has taken or finally refused them: at once, again with growing pauses, and when the
 * connection is restored. Pending commands are stored, so commands of other windows and earlier pages are sent too; the
 * backend counts a repeated command once. Stops with the signal.
 *
 * @returns sends one command; the promise resolves to the first answer
 */
export function createReliableSend({ store, clock, random, send }: ReliableSendOptions, signal: AbortSignal) {
  /** Cancels the pause before the next attempt, by command. */
  const pauses = new Map<string, () => void>();
  let wasLive = false;

  async function tryNow(command: PendingCommand, failures = 0): Promise<Result<CommandTaken>> {
    const { commandId } = command;
    pauses.get(commandId)?.();
    pauses.set(commandId, () => undefined);
    const answer = await send(command);
    if (answer.ok || !temporary.includes(answer.error.code)) store.dispatch({ type: 'commandSettled', commandId });
    else if (!signal.aborted && isPending(commandId)) tryAfterPause(command, failures + 1, answer.error.retryAfterMs);
    return answer;
  }

  function tryAfterPause(command: PendingCommand, failures: number, askedMs?: number) {
    pauses.get(command.commandId)?.();
    const delay = retryDelay(failures, random, { askedMs });
    const stop = clock.setTimeout(() => void tryNow(command, failures), delay);
    pauses.set(command.commandId, stop);
  }

  function isPending(commandId: string): boolean {
    return store.getState().internals.pendingCommands[commandId] !== undefined;
  }

  function check() {
    const { internals, connection } = store.getState();
    const isBack = connection.state === 'live' && !wasLive;
    wasLive = connection.state === 'live';
    for (const [commandId, stop] of pauses) {
      if (isPending(commandId)) continue;
      stop();
      pauses.delete(commandId);
    }
    if (!wasLive) return;
    for (const command of Object.values(internals.pendingCommands)) {
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

  return function sendReliably(command: PendingCommand): Promise<Result<CommandTaken>> {
    pauses.set(command.commandId, () => undefined);
    store.dispatch({ type: 'commandPending', command });
    return tryNow(command);
  };
}
