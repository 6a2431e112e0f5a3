import type { Random } from '@baton/contracts';

/** How many sessions an agent may have: one for each window, and those of windows that have gone. */
export const maxSessions = 200;

/** Which agents' windows hold which tokens. */
export interface Sessions {
  /** The agent of a token. */
  agentOf(token: string): string | undefined;
  /**
   * A token for a further window of an agent, in the place of the oldest one without a stream where
   * there are as many as may be; nothing when all of those have one.
   */
  open(agentId: string): string | undefined;
  /** Ends all of an agent's. */
  end(agentId: string): void;
  /** Agents by token, oldest first. */
  all(): Record<string, string>;
}

export interface SessionsOptions {
  random: Random;
  /** Whether a window listens with this token. */
  isFollowed(token: string): boolean;
  /** Those that there are already. */
  known?: Readonly<Record<string, string>>;
}

export function createSessions({ random, isFollowed, known = {} }: SessionsOptions): Sessions {
  const agents = new Map(Object.entries(known));
  const of = (agentId: string) => [...agents].flatMap(([token, owner]) => (owner === agentId ? [token] : []));

  return {
    agentOf: (token) => agents.get(token),
    open(agentId) {
      const tokens = of(agentId);
      if (tokens.length >= maxSessions) {
        const unused = tokens.find((token) => !isFollowed(token));
        if (unused === undefined) return undefined;
        agents.delete(unused);
      }
      const token = random.id();
      agents.set(token, agentId);
      return token;
    },
    end: (agentId) => of(agentId).forEach((token) => agents.delete(token)),
    all: () => Object.fromEntries(agents),
  };
}
