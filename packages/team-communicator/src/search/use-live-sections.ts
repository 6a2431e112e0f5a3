import { useHost } from '@baton/module-kit';
import { targetKey } from '@baton/contracts';
import { byName, byReadiness } from '@baton/directory';
import { useMemo, useState } from 'react';
import { useLiveValues, withLive } from './use-live-values';
import { inPlace } from './order';
import type { Section } from './sections';
import { useTargetAvailability } from './use-target-availability';

/**
 * Sections with the live values of their targets. While `held`, because focus or pointer is in the grid, no target
 * changes its place; the results of another search start with a new order.
 *
 * @param question identifies the search of the sections; `undefined` while they are still those of the search before
 */
export function useLiveSections(
  sections: readonly Section[],
  question: string | undefined,
  held: boolean,
): readonly Section[] {
  const { locale } = useHost();
  const live = useLiveValues(sections);
  const inOrder = useTargetAvailability() === 'none' ? byName : byReadiness;
  const order = useMemo(() => inOrder(locale), [inOrder, locale]);
  const [shown, setShown] = useState<{ question: string | undefined; sections: readonly Section[] }>({
    question,
    sections: [],
  });

  const isSameQuestion = question === undefined || question === shown.question;
  const now = sections.map(({ id, targets }) => ({ id, targets: withLive(targets, live) }));
  const arranged =
    held && isSameQuestion
      ? inPlace(now, shown.sections)
      : now.map(({ id, targets }) => ({ id, targets: id === 'everyone' ? targets.toSorted(order) : targets }));

  if (!isSameQuestion || orderOf(arranged) !== orderOf(shown.sections))
    setShown({ question: question ?? shown.question, sections: arranged });
  return arranged;
}

function orderOf(sections: readonly Section[]): string {
  return sections.map(({ id, targets }) => [id, ...targets.map(targetKey)].join()).join(';');
}
