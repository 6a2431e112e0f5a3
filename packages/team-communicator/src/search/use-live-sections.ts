import { useDesktop, useHost } from '@baton/module-kit';
import { targetKey } from '@baton/contracts';
import type { TargetKey } from '@baton/contracts';
import { useEffect, useMemo, useRef } from 'react';
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
  const shown = useRef<{ query: string; order: readonly TargetKey[] }>({ query, order: [] });

  const arranged = sections.map(({ id, targets }) => {
    const now = withLive(targets, live);
    if (id !== 'everyone') return { id, targets: now };
    const keep = held && shown.current.query === query;
    return { id, targets: keep ? inOrder(now, shown.current.order) : byReadiness(now, collator) };
  });

  useEffect(() => {
    const everyone = arranged.find(({ id }) => id === 'everyone');
    shown.current = { query, order: everyone?.targets.map(targetKey) ?? [] };
  });
  return arranged;
}
