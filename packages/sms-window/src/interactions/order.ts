import type { DesktopState } from '@baton/contracts';
import { activeInteractions, waitingSince } from '@baton/desktop';
import { lastTextAt } from './row';

/** The agent's interactions by their ids: who waits longest first, then the others, newest text first. */
export function inOrder(state: DesktopState): readonly string[] {
  return activeInteractions(state)
    .map((interaction) => ({
      id: interaction.id,
      since: waitingSince(state, interaction.id) ?? Infinity,
      at: lastTextAt(state, interaction.id) ?? interaction.assignedAt,
    }))
    .sort((a, b) => (Math.min(a.since, b.since) < Infinity ? a.since - b.since : b.at - a.at))
    .map(({ id }) => id);
}

/** Puts those that have left back where they stood. */
export function withLeft(
  before: readonly string[],
  now: readonly string[],
  left: readonly string[],
): readonly string[] {
  const places = left.map((id) => ({ id, at: before.indexOf(id) })).filter(({ at }) => at !== -1);
  return places.toSorted((a, b) => a.at - b.at).reduce((list, { id, at }) => list.toSpliced(at, 0, id), now);
}

/** The order while nothing may move: what is there keeps its place, what has come is added at the end. */
export function keepPlaces(before: readonly string[], now: readonly string[]): readonly string[] {
  return [...before.filter((id) => now.includes(id)), ...now.filter((id) => !before.includes(id))];
}
