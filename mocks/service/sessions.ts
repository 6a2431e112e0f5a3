import type { Random } from '@baton/contracts';

/** How many sessions an agent may have: one for each window, open or gone. */
export const maxSessions = 200;

/** Which agents' windows hold which tokens. */
export interface Sessions {
  /** The agent of a token. */
  agentOf(token: string): string | undefined;
  /**
   * A token for a further window of an agent. At the limit it replaces the oldest token without a
   * stream; nothing when all tokens have one.
   */
  open(agentId: string): string | undefined;
  /** Whether an agent has any. */
  has(agentId: string): boolean;
  /** Ends all of an agent's. */
  end(agentId: string): void;
  /** Agents by token, oldest first. */
  all(): Record<string, string>;
}

export interface SessionsOptions {
  random: Random;
  /** Whether an event stream is open for this token. */
  hasStream(token: string): boolean;
  /** Sessions from a stored log. */
  known?: Readonly<Record<string, string>>;
}

export function createSessions({ random, hasStream, known = {} }: SessionsOptions): Sessions {
  const agents = new Map(Object.entries(known));
  const of = (agentId: string) => [...agents].flatMap(([token, owner]) => (owner === agentId ? [token] : []));

  return {
    agentOf: (token) => agents.get(token),
    open(agentId) {
      const tokens = of(agentId);
      if (tokens.length >= maxSessions) {
        const unused = tokens.find((token) => !hasStream(token));
        if (unused === undefined) return undefined;
        agents.delete(unused);
      }
      const token = random.id();
      agents.set(token, agentId);
      return token;
    },
    has: (agentId) => [...agents.values()].includes(agentId),
    end: (agentId) => of(agentId).forEach((token) => agents.delete(token)),
    all: () => Object.fromEntries(agents),
  };
}
