import { useDesktop, useHost } from '@baton/module-kit';
import { targetKey } from '@baton/contracts';
import type { TargetKey } from '@baton/contracts';
import { useMemo, useState } from 'react';
import { withLive } from './live-targets';
import { byReadiness, inOrder } from './order';
import type { Section } from './sections';

/**
 * Sections with what is known of their targets now. While `held`, because focus
 * or pointer is among them, nothing changes its place; another `query` starts afresh.
 */
export function useLiveSections(sections: readonly Section[], query: string, held: boolean): readonly Section[] {
  const { locale } = useHost();
  const live = useDesktop((state) => state.targets);
  const collator = useMemo(() => new Intl.Collator(locale), [locale]);
  const [shown, setShown] = useState<{ query: string; order: readonly TargetKey[] }>({ query, order: [] });

  const kept = held && shown.query === query;
  const arranged = sections.map(({ id, targets }) => {
    const now = withLive(targets, live);
    if (id !== 'everyone') return { id, targets: now };
    return { id, targets: kept ? inOrder(now, shown.order) : byReadiness(now, collator) };
  });

  const order = arranged.find(({ id }) => id === 'everyone')?.targets.map(targetKey) ?? [];
  if (shown.query !== query || !isSame(shown.order, order)) setShown({ query, order });
  return arranged;
}

function isSame(before: readonly TargetKey[], after: readonly TargetKey[]): boolean {
  return before.length === after.length && before.every((key, place) => key === after[place]);
}
