import { ExpandIcon, classNames } from '@baton/ui';
import { useTexts } from '../texts';
import { part } from '../parts';

/** The key of the row that folds the targets that are not available. No target has it. */
export const foldKey = 'unavailable';

interface FoldRowProps {
  /** Labels the group of rows. */
  id: string;
  /** Place among all rows, counted from 0. */
  row: number;
  /** How many rows it folds. */
  count: number;
  isOpen: boolean;
  isTabStop: boolean;
}

/** The heading of the targets that are not available, which folds them away. Keys and presses are handled by the grid around it. */
export function FoldRow({ id, row, count, isOpen, isTabStop }: FoldRowProps) {
  const { t } = useTexts();
  return (
    <div role="row" aria-rowindex={row + 1} data-target={foldKey} data-index={row}>
      <div role="gridcell">
        <button
          id={id}
          type="button"
          className={classNames('tc-fold', isOpen && 'tc-fold-open')}
          part={part('fold')}
          aria-expanded={isOpen}
          tabIndex={isTabStop ? 0 : -1}
          data-part="row"
        >
          <ExpandIcon />
          <span>{t('team.section.unavailable', { count })}</span>
        </button>
      </div>
    </div>
  );
}
