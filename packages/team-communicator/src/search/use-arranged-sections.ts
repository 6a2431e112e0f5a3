import { useHost } from '@baton/module-kit';
import { targetKey } from '@baton/contracts';
import type { LiveTargets } from '@baton/contracts';
import { byName, inOrderOfReadiness } from '@baton/directory';
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
  const isByReadiness = useTargetAvailability() !== 'none';
  const [shown, setShown] = useState<{ question: string | undefined; sections: readonly Section[] }>({
    question,
    sections: [],
  });
  const isSameQuestion = question === undefined || question === shown.question;
  const before = held && isSameQuestion ? shown.sections : undefined;

  const store = useMemo(
    () => (before ? heldStore(sections, before) : orderedStore(sections, desktop.targets, locale, isByReadiness)),
    [sections, before, desktop, locale, isByReadiness],
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
  locale: string,
  isByReadiness: boolean,
): { getState(): readonly Section[]; subscribe(listener: () => void): () => void } {
  const everyone = sections
    .flatMap(({ id, targets }) => (id === 'everyone' ? targets : []))
    // What costs most is done once. Who has a new name gets its place when the directory is read again.
    .toSorted(byName(locale))
    .map((target) => ({ target, key: targetKey(target) }));
  const arranged = () =>
    isByReadiness ? inOrderOfReadiness(everyone, ({ target, key }) => newest(target, live, key)) : everyone;
  return {
    getState: () =>
      sections.map(({ id, targets }) => ({
        id,
        targets: id === 'everyone' ? arranged().map(({ target }) => target) : targets,
      })),
    subscribe: (listener) =>
      live.subscribe(
        everyone.map(({ key }) => key),
        listener,
      ),
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
