import { useHost } from '@baton/module-kit';
import { targetKey } from '@baton/contracts';
import type { KnownTarget, LiveTargets } from '@baton/contracts';
import { byName, inOrderOfReadiness } from '@baton/directory';
import { useStore } from '@baton/ui';
import { useMemo, useState } from 'react';
import { canTakeNow } from './can-take-now';
import { inPlace } from './order';
import type { Section } from './sections';
import { newest } from './use-live-target';
import { useTargetAvailability } from './use-target-availability';

/** What is shown of the sections, and how. */
interface Arrangement {
  /** Without targets that cannot take a conversation now. While `held`, those that are shown stay. */
  onlyNow: boolean;
  /** Whether these are all targets. Rows of further pages come after those that are there, so that nothing can come last. */
  isWhole: boolean;
}

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
  { onlyNow, isWhole }: Arrangement,
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
    () =>
      before
        ? heldStore(onlyNow ? fitting(sections, desktop.targets, before) : sections, before)
        : orderedStore(sections, desktop.targets, { locale, isByReadiness, onlyNow, isWhole }),
    [sections, before, desktop, locale, isByReadiness, onlyNow, isWhole],
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
  { locale, isByReadiness, onlyNow, isWhole }: { locale: string; isByReadiness: boolean } & Arrangement,
): { getState(): readonly Section[]; subscribe(listener: () => void): () => void } {
  const everyone = sections
    .flatMap(({ id, targets }) => (id === 'everyone' ? targets : []))
    // What costs most is done once. Who has a new name gets its place when the directory is read again.
    .toSorted(byName(locale))
    .map((target) => ({ target, key: targetKey(target) }));
  const followed = onlyNow
    ? sections.flatMap(({ targets }) => targets.map((target) => targetKey(target)))
    : everyone.map(({ key }) => key);
  const arranged = () =>
    isByReadiness ? inOrderOfReadiness(everyone, ({ target, key }) => newest(target, live, key)) : everyone;
  return {
    getState() {
      const ordered = sections.map(({ id, targets }) => ({
        id,
        targets: id === 'everyone' ? arranged().map(({ target }) => target) : targets,
      }));
      if (onlyNow) return fitting(ordered, live);
      return isByReadiness && isWhole ? withUnavailableLast(ordered, live) : ordered;
    },
    subscribe: (listener) => live.subscribe(followed, listener),
  };
}

/** Of all targets, those that cannot be chosen come under a heading of their own. Favourites and recent ones stay where agents know them. */
function withUnavailableLast(sections: readonly Section[], live: LiveTargets): Section[] {
  return sections.flatMap(({ id, targets }): Section[] => {
    if (id !== 'everyone') return [{ id, targets }];
    const isOut = (target: KnownTarget) => newest(target, live, targetKey(target)).sms.available === false;
    const groups: Section[] = [
      { id, targets: targets.filter((target) => !isOut(target)) },
      { id: 'unavailable', targets: targets.filter(isOut) },
    ];
    return groups.filter((section) => section.targets.length > 0);
  });
}

/** The targets that can take a conversation now, and those that are `shown`; without empty sections. */
function fitting(sections: readonly Section[], live: LiveTargets, shown: readonly Section[] = []): Section[] {
  const kept = new Set(shown.flatMap(({ targets }) => targets).map(targetKey));
  return sections
    .map(({ id, targets }) => ({
      id,
      targets: targets.filter((target) => {
        const key = targetKey(target);
        return kept.has(key) || canTakeNow(newest(target, live, key));
      }),
    }))
    .filter(({ targets }) => targets.length > 0);
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
