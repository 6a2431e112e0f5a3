import { ChipGroup } from '@baton/ui';
import type { KnownTargetKind } from '@baton/contracts';
import { useTexts } from '../texts';
import { part } from '../parts';

/** Which targets are shown: all that are offered, those of them that can take the conversation now, or one kind. */
export type TargetFilterValue = KnownTargetKind | 'all' | 'now';

/** How many targets each choice shows. */
export type TargetCounts = Readonly<Partial<Record<TargetFilterValue, number>>>;

interface TargetFilterProps {
  options: readonly TargetFilterValue[];
  /** Absent while not all targets are known. */
  counts: TargetCounts | undefined;
  value: TargetFilterValue;
  onChange(value: TargetFilterValue): void;
}

/** What to show, as chips with their counts in one line, which scrolls where it is too long. */
export function TargetFilter({ options, counts, value, onChange }: TargetFilterProps) {
  const { t } = useTexts();
  const chips = options.map((option) => ({
    value: option,
    label: t(`team.filter.${option}`),
    count: counts && (counts[option] ?? 0),
  }));
  return (
    <div className="tc-filter" part={part('filter')}>
      <ChipGroup label={t('team.filter.label')} options={chips} value={value} onChange={onChange} />
    </div>
  );
}
