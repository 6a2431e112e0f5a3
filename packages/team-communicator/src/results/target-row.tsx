import { memo } from 'react';
import { Avatar, ExpandIcon, IconButton, StarIcon, classNames } from '@baton/ui';
import { targetKey } from '@baton/contracts';
import type { PresenceState, KnownTarget } from '@baton/contracts';
import type { Highlight } from '../search/use-highlight';
import { useTexts } from '../texts';
import { Highlighted } from './highlighted';
import type { RowPart } from './grid-position';
import { part } from '../parts';

interface TargetRowProps {
  target: KnownTarget;
  /** The text about the target, without its name. */
  description: string;
  /** The same for screen readers, with the name. */
  label: string;
  presence: PresenceState | undefined;
  highlight: Highlight;
  /** Place among all rows, counted from 1. */
  rowIndex: number;
  /** The part that Tab leads to, when it is in this row. */
  tabStop: RowPart | undefined;
  menuOpen: boolean;
  /** Whether the star is on; without it the row has no star. */
  favourite: boolean | undefined;
}

/** One target. Keys and presses are handled by the grid around it. */
export const TargetRow = memo(function TargetRow({
  target,
  description,
  label,
  presence,
  highlight,
  rowIndex,
  tabStop,
  menuOpen,
  favourite,
}: TargetRowProps) {
  const { t } = useTexts();
  const { name } = target;
  const offline = presence === 'offline';
  const tabIndex = (place: RowPart) => (tabStop === place ? 0 : -1);

  return (
    <div
      role="row"
      aria-label={label}
      aria-rowindex={rowIndex}
      tabIndex={tabIndex('row')}
      data-target={targetKey(target)}
      className={classNames('tc-row', offline && 'tc-row-offline', menuOpen && 'tc-row-open')}
      part={part('row', offline && 'row-offline', menuOpen && 'row-open')}
    >
      <div role="gridcell" className="tc-row-cell">
        <Avatar kind={target.kind} name={name} presence={presence} />
        <span className="tc-row-text">
          <span className="tc-row-name" part={part('name')} title={name}>
            <bdi translate="no">
              <Highlighted name={name} highlight={highlight} />
            </bdi>
          </span>
          <span className="tc-row-meta" part={part('meta')}>
            {description}
          </span>
        </span>
        <span className="tc-row-buttons">
          {favourite === undefined ? null : (
            <IconButton
              icon={StarIcon}
              filled={favourite}
              label={t('team.row.favourite', { name })}
              aria-pressed={favourite}
              tabIndex={tabIndex('favourite')}
              data-part="favourite"
              part={part('favourite', favourite && 'favourite-on')}
            />
          )}
          <IconButton
            icon={ExpandIcon}
            label={t('team.row.actions', { name })}
            aria-haspopup="menu"
            aria-expanded={menuOpen}
            tabIndex={tabIndex('actions')}
            data-part="actions"
            part={part('actions')}
          />
        </span>
      </div>
    </div>
  );
});
