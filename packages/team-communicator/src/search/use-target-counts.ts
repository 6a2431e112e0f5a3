import { useHost } from '@baton/module-kit';
import { targetKey } from '@baton/contracts';
import type { LiveTargets } from '@baton/contracts';
import { useState } from 'react';
import { canTakeNow } from './can-take-now';
import type { Section } from './sections';
import { newest } from './use-live-target';
import type { Results } from './use-results';

/**
 * How many targets of each kind answer a question, and how many of all can take a conversation now: from the results for
 * all kinds, once they are all loaded. While only one kind is shown, as they were.
 */
export function useTargetCounts(
  results: Results,
  question: string,
  isOfAllKinds: boolean,
): Readonly<Record<string, number>> | undefined {
  const { desktop } = useHost();
  const [whole, setWhole] = useState<{ question: string; sections: readonly Section[] }>();
  const isWhole = isOfAllKinds && results.state === 'ready' && results.current && results.more === 'none';
  if (isWhole && (results.sections !== whole?.sections || question !== whole.question))
    setWhole({ question, sections: results.sections });
  return whole?.question === question ? countsOf(whole.sections, desktop.targets) : undefined;
}

function countsOf(sections: readonly Section[], live: LiveTargets): Record<string, number> {
  const targets = sections.flatMap((section) => section.targets);
  const counts: Record<string, number> = { all: targets.length, now: 0 };
  for (const target of targets) {
    counts[target.kind] = (counts[target.kind] ?? 0) + 1;
    if (canTakeNow(newest(target, live, targetKey(target)))) counts.now = (counts.now ?? 0) + 1;
  }
  return counts;
}
