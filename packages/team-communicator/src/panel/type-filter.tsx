import { Button, ChipGroup, ExpandIcon } from '@baton/ui';
import type { TargetKind } from '@baton/contracts';
import { useRef, useState } from 'react';
import { Menu } from '../actions/menu';
import { useTexts } from '../texts';
import { useNarrow } from './use-narrow';
import { part } from '../parts';

/** A kind of target, or all that are offered. */
export type KindFilter = TargetKind | 'all';

const narrowBelow = 340;

interface TypeFilterProps {
  kinds: readonly TargetKind[];
  value: KindFilter;
  onChange(value: KindFilter): void;
}

/** Which kinds of target to look for: chips, or one menu button where the panel is narrow. */
export function TypeFilter({ kinds, value, onChange }: TypeFilterProps) {
  const { t } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(frame, narrowBelow);

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
        {t('team.filter.button', { type: t(`team.filter.${value}`) })}
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
