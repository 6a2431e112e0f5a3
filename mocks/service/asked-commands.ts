import type { Command } from '@baton/contracts';
import type { Answer } from '../contact-centre';
import type { AskedCommand } from '../control/operations';

/** How many commands are kept. */
const maxAskedCommands = 1000;

/** The latest commands of agents' windows. One that is sent again has the same result, and is listed once. */
export interface AskedCommands {
  add(agentId: string, command: Command, answer: Answer<unknown>): void;
  /** Oldest first. */
  list(): AskedCommand[];
}

export function createAskedCommands(): AskedCommands {
  const asked = new Map<string, AskedCommand>();
  return {
    add(agentId, command, answer) {
      const refused = answer.ok ? {} : { refused: answer.problem.code };
      asked.set(JSON.stringify([agentId, command]), { agentId, command, ...refused });
      const [oldest] = asked.keys();
      if (asked.size > maxAskedCommands && oldest !== undefined) asked.delete(oldest);
    },
    list: () => [...asked.values()],
  };
}
