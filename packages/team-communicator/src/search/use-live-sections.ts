import { useDesktop, useHost } from '@baton/module-kit';
import { targetKey } from '@baton/contracts';
import { useMemo, useState } from 'react';
import { withLive } from './live-targets';
import { byReadiness, inPlace } from './order';
import type { Section } from './sections';

/**
 * Sections with what is known of their targets now. While `held`, because focus
 * or pointer is among them, nothing changes its place; the answer to another question starts afresh.
 *
 * @param question what the sections answer; `undefined` while they are still those of the one before
 */
export function useLiveSections(
  sections: readonly Section[],
  question: string | undefined,
  held: boolean,
): readonly Section[] {
  const { locale } = useHost();
  const live = useDesktop((state) => state.targets);
  const collator = useMemo(() => new Intl.Collator(locale), [locale]);
  const [shown, setShown] = useState<{ question: string | undefined; sections: readonly Section[] }>({
    question,
    sections: [],
  });

  const isSameQuestion = question === undefined || question === shown.question;
  const now = sections.map(({ id, targets }) => ({ id, targets: withLive(targets, live) }));
  const arranged =
    held && isSameQuestion
      ? inPlace(now, shown.sections)
      : now.map(({ id, targets }) => ({ id, targets: id === 'everyone' ? byReadiness(targets, collator) : targets }));

  if (!isSameQuestion || orderOf(arranged) !== orderOf(shown.sections))
    setShown({ question: question ?? shown.question, sections: arranged });
  return arranged;
}

function orderOf(sections: readonly Section[]): string {
  return sections.map(({ id, targets }) => [id, ...targets.map(targetKey)].join()).join(';');
}
