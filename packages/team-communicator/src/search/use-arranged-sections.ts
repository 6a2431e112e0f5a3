import { useHost } from '@baton/module-kit';
import { targetKey } from '@baton/contracts';
import type { LiveTargets } from '@baton/contracts';
import { byName, byReadiness } from '@baton/directory';
import { useStore } from '@baton/ui';
import { useMemo, useState } from 'react';
import { inPlace } from './order';
import type { Section } from './sections';
import { newest } from './use-live-target';
import { useTargetAvailability } from './use-target-availability';

/**
 * Sections in the order in which they are shown: all targets by readiness, which changes with the event stream. While
 * `held`, because focus or pointer is in the grid, no target changes its place; the results of another search start with
 * a new order.
 *
 * @param question identifies the search of the sections; `undefined` while they are still those of the search before
 */
export function useArrangedSections(
  sections: readonly Section[],
  question: string | undefined,
  held: boolean,
): readonly Section[] {
  const { locale, desktop } = useHost();
  const inOrder = useTargetAvailability() === 'none' ? byName : byReadiness;
  const [shown, setShown] = useState<{ question: string | undefined; sections: readonly Section[] }>({
    question,
    sections: [],
  });
  const isSameQuestion = question === undefined || question === shown.question;
  const before = held && isSameQuestion ? shown.sections : undefined;

  const store = useMemo(
    () => (before ? heldStore(sections, before) : orderedStore(sections, desktop.targets, inOrder(locale))),
    [sections, before, desktop, inOrder, locale],
  );
  const arranged = useStore(store, (value) => value, areSame);
  if (!isSameQuestion || arranged !== shown.sections)
    setShown({ question: question ?? shown.question, sections: arranged });
  return arranged;
}

function heldStore(sections: readonly Section[], shown: readonly Section[]) {
  const placed = inPlace(sections, shown);
  const kept = areSame(placed, shown) ? shown : placed;
  return { getState: () => kept, subscribe: () => () => undefined };
}

function orderedStore(
  sections: readonly Section[],
  live: LiveTargets,
  order: ReturnType<typeof byReadiness>,
): { getState(): readonly Section[]; subscribe(listener: () => void): () => void } {
  const keys = sections.flatMap(({ id, targets }) => (id === 'everyone' ? targets.map(targetKey) : []));
  return {
    getState: () =>
      sections.map(({ id, targets }) => {
        if (id !== 'everyone') return { id, targets };
        const values = new Map(targets.map((target) => [target, newest(target, live)]));
        return { id, targets: targets.toSorted((a, b) => order(values.get(a) ?? a, values.get(b) ?? b)) };
      }),
    subscribe: (listener) => live.subscribe(keys, listener),
  };
}

/** Whether two lists have the same targets at the same places. */
function areSame(a: readonly Section[], b: readonly Section[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, targets }, index) => {
      const other = b[index];
      return (
        id === other?.id &&
        targets.length === other.targets.length &&
        targets.every((target, place) => target === other.targets[place])
      );
    })
  );
}
