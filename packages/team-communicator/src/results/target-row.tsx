import { memo } from 'react';
import { Avatar, ExpandIcon, IconButton, StarIcon, classNames } from '@baton/ui';
import { targetKey } from '@baton/contracts';
import type { KnownTarget } from '@baton/contracts';
import type { Freshness } from '../search/freshness';
import type { Highlight } from '../search/use-highlight';
import { useLiveTarget } from '../search/use-live-target';
import { useTexts } from '../texts';
import { describeTarget, presenceMark } from './describe-target';
import { Highlighted } from './highlighted';
import type { RowPart } from './grid-position';
import { part } from '../parts';

interface TargetRowProps {
  /** As its page has it. The row shows the newest value. */
  target: KnownTarget;
  /** Place among all rows, counted from 0. */
  row: number;
  freshness: Freshness['level'];
  /** Backend time. */
  now: number;
  highlight: Highlight;
  /** The part that Tab leads to, when it is in this row. */
  tabStop: RowPart | undefined;
  menuOpen: boolean;
  /** Whether the star is on; without it the row has no star. */
  favourite: boolean | undefined;
}

/** One target. Keys and presses are handled by the grid around it. */
export const TargetRow = memo(function TargetRow({
  target: ofPage,
  row,
  freshness,
  now,
  highlight,
  tabStop,
  menuOpen,
  favourite,
}: TargetRowProps) {
  const texts = useTexts();
  const { t } = texts;
  const target = useLiveTarget(ofPage);
  const { name } = target;
  const presence = presenceMark(target, freshness);
  const description = describeTarget(target, freshness, now, texts);
  const offline = presence === 'offline';
  const tabIndex = (place: RowPart) => (tabStop === place ? 0 : -1);

  return (
    <div
      role="row"
      aria-label={[name, ...description].join(', ')}
      aria-rowindex={row + 1}
      tabIndex={tabIndex('row')}
      data-target={targetKey(target)}
      data-index={row}
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
            {description.join(' · ')}
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
