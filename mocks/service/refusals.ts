import type { Command } from '@baton/contracts';
import type { Refusal } from '../contact-centre';
import { maxRemembered } from '../contact-centre/limits';
import { idInUse, isSame } from '../contact-centre/taken';

/**
 * The latest commands that were refused, so that each is refused again in the
 * same words when it comes again, whatever is possible by then. They have
 * changed nothing, so they are no part of what the contact centre keeps.
 */
export interface Refusals {
  /** How a command was refused before, or that its id was another one's; nothing when it is new. */
  of(agentId: string, command: Command): Refusal | undefined;
  /** Remembers one. The oldest are forgotten. */
  add(agentId: string, command: Command, refusal: Refusal): void;
  clear(): void;
}

export function createRefusals(capacity = maxRemembered): Refusals {
  const kept = new Map<string, { command: Command; refusal: Refusal }>();
  const key = (agentId: string, { commandId }: Command) => `${commandId} ${agentId}`;

  return {
    of(agentId, command) {
      const earlier = kept.get(key(agentId, command));
      return earlier && (isSame(earlier.command, command) ? earlier.refusal : idInUse);
    },
    add(agentId, command, refusal) {
      kept.set(key(agentId, command), { command, refusal });
      const [oldest] = kept.keys();
      if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
    },
    clear: () => kept.clear(),
  };
}
