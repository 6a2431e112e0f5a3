import { targetKey } from '@baton/contracts';
import type { TargetKey, TargetPage } from '@baton/contracts';
import type { Listeners } from '../contact-centre';

/** How many targets are remembered of an agent: of more, the oldest are forgotten. */
const maxKnown = 10_000;

/** The targets that the windows of each agent know from the directory. Events tell of changes of these only. */
export interface KnownTargets {
  /** A window of the agent takes a snapshot. */
  begin(agentId: string): void;
  /** A read has given an agent these targets. */
  add(agentId: string, targets: TargetPage['targets']): void;
  /** The agent has no windows any more. */
  forget(agentId: string): void;
  listeners(): Listeners;
}

/** `agentIds` have windows from before a restart: what those know is unknown until the next snapshot. */
export function createKnownTargets(agentIds: Iterable<string> = []): KnownTargets {
  const known = new Map<string, Set<TargetKey> | 'all'>([...agentIds].map((id) => [id, 'all']));

  return {
    begin(agentId) {
      // Other windows of the agent still show what they know.
      if (known.get(agentId) === 'all') known.delete(agentId);
    },
    add(agentId, targets) {
      const keys = known.get(agentId) ?? new Set();
      if (keys === 'all') return;
      for (const key of targets.map(targetKey)) {
        keys.delete(key);
        keys.add(key);
      }
      for (const key of keys) {
        if (keys.size <= maxKnown) break;
        keys.delete(key);
      }
      known.set(agentId, keys);
    },
    forget: (agentId) => void known.delete(agentId),
    listeners: () => known,
  };
}
