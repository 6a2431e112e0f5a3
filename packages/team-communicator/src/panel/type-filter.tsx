import { Button, ChipGroup, ExpandIcon, Menu } from '@baton/ui';
import type { KnownTargetKind } from '@baton/contracts';
import { useRef, useState } from 'react';
import { useTexts } from '../texts';
import { useNarrow } from './use-narrow';
import { part } from '../parts';

/** A kind of target, or all that are offered. */
export type KindFilter = KnownTargetKind | 'all';

const narrowBelowPx = 340;

interface TypeFilterProps {
  kinds: readonly KnownTargetKind[];
  value: KindFilter;
  onChange(value: KindFilter): void;
}

/** The kinds of target to search: chips, or one menu button in a narrow panel. */
export function TypeFilter({ kinds, value, onChange }: TypeFilterProps) {
  const { t } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(frame, narrowBelowPx);

  const options = (['all', ...kinds] as const).map((kind) => ({ value: kind, label: t(`team.filter.${kind}`) }));
  return (
    <div ref={frame} className="tc-filter" part={part('filter')}>
      {narrow ? (
        <TypeMenu options={options} value={value} onChange={onChange} />
      ) : (
        <ChipGroup label={t('team.filter.label')} options={options} value={value} onChange={onChange} />
      )}
    </div>
  );
}

interface TypeMenuProps extends Omit<TypeFilterProps, 'kinds'> {
  options: readonly { value: KindFilter; label: string }[];
}

function TypeMenu({ options, value, onChange }: TypeMenuProps) {
  const { t } = useTexts();
  const [anchor, setAnchor] = useState<HTMLButtonElement>();

  function close(): void {
    anchor?.focus();
    setAnchor(undefined);
  }

  return (
    <>
      <Button
        size="sm"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={({ currentTarget }) => (anchor ? close() : setAnchor(currentTarget))}
      >
        <span>{t('team.filter.button', { type: t(`team.filter.${value}`) })}</span>
        <ExpandIcon />
      </Button>
      {anchor ? (
        <Menu
          label={t('team.filter.label')}
          anchor={anchor}
          start="first"
          onDismiss={close}
          onLeave={() => setAnchor(undefined)}
          items={options.map((option) => ({
            id: option.value,
            label: option.label,
            checked: option.value === value,
            onChoose() {
              close();
              onChange(option.value);
            },
          }))}
        />
      ) : null}
    </>
  );
}
