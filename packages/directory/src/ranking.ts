import { knownOr, targetKey } from '@baton/contracts';
import type { Known, KnownTarget, PresenceState } from '@baton/contracts';

const ranks: Record<Known<PresenceState>, number> = {
  ready: 0,
  busy: 1,
  afterCallWork: 2,
  notReady: 2,
  unknown: 3,
  offline: 4,
};

/** There are ranks from 0 up to this number, which is none. */
export const rankCount = 5;

/** How soon a target can take a conversation: at once with rank 0, and not before it signs in with the last one. */
export function rankOf(target: KnownTarget): number {
  if (target.kind === 'agent') return ranks[knownOr(target.presence?.state ?? 'unknown', 'unknown')];
  const ready = target.figures?.ready;
  if (ready === undefined) return ranks.unknown;
  if (ready > 0) return ranks.ready;
  return target.sms.available === false && target.sms.reason === 'noAgents' ? ranks.offline : ranks.notReady;
}

/**
 * Those that can take a conversation soonest come first; of the others each keeps its place.
 *
 * @param now what is known of a target by now
 */
export function inOrderOfReadiness<T>(targets: readonly T[], now: (target: T) => KnownTarget): T[] {
  const groups = Array.from({ length: rankCount }, (): T[] => []);
  for (const target of targets) groups[rankOf(now(target))]?.push(target);
  return groups.flat();
}

/** What a target is called. */
export type Named = Pick<KnownTarget, 'kind' | 'id' | 'name'>;

/** An order of names. Two different targets are never equal. */
export type NameOrder = (a: Named, b: Named) => number;

/** In alphabetical order. */
export function byName(locale: string): NameOrder {
  const collator = new Intl.Collator(locale, { numeric: true });
  return (a, b) => collator.compare(a.name, b.name) || compare(targetKey(a), targetKey(b));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
