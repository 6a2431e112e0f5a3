import type { Command } from '@baton/contracts';
import type { Refusal } from '../contact-centre';
import { maxLoggedCommands } from '../contact-centre/limits';
import { commandIdInUse, isSameCommand } from '../contact-centre/command-log';

/**
 * The latest refused commands: one that is sent again is refused in the same
 * words, even if it would be accepted by then. Refused commands have changed
 * nothing, so they are not in the log.
 */
export interface Refusals {
  /** The earlier refusal of a command, or a conflict when its id belongs to another one; nothing when it is new. */
  of(agentId: string, command: Command): Refusal | undefined;
  /** Adds one; drops the oldest when there are too many. */
  add(agentId: string, command: Command, refusal: Refusal): void;
  clear(): void;
}

export function createRefusals(capacity = maxLoggedCommands): Refusals {
  const kept = new Map<string, { command: Command; refusal: Refusal }>();
  const key = (agentId: string, { commandId }: Command) => `${commandId} ${agentId}`;

  return {
    of(agentId, command) {
      const earlier = kept.get(key(agentId, command));
      return earlier && (isSameCommand(earlier.command, command) ? earlier.refusal : commandIdInUse);
    },
    add(agentId, command, refusal) {
      kept.set(key(agentId, command), { command, refusal });
      const [oldest] = kept.keys();
      if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
    },
    clear: () => kept.clear(),
  };
}
