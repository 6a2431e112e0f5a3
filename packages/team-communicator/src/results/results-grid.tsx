import { flushSync, useHost } from '@baton/module-kit';
import { isElement } from '@baton/ui';
import type { MenuStart } from '@baton/ui';
import { targetKey } from '@baton/contracts';
import type { KnownTarget, TargetKey } from '@baton/contracts';
import { Fragment, useId, useMemo, useState } from 'react';
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { Freshness } from '../search/freshness';
import type { Section } from '../search/sections';
import { useTexts } from '../texts';
import { moved, rowParts } from './grid-position';
import type { GridPosition, RowPart } from './grid-position';
import { partOf, placeOf, rowIn, visibleRows } from './rows-in';
import type { Highlight } from '../search/use-highlight';
import type { RowOffsets } from './row-offsets';
import { FoldRow, foldKey } from './fold-row';
import { TargetRow } from './target-row';
import { useFocusedTarget } from './use-focused-target';
import { useHold } from './use-hold';
import { useRowsInPage } from './use-rows-in-page';
import { part } from '../parts';

interface ResultsGridProps {
  gridRef: RefObject<HTMLDivElement | null>;
  /** Of empty sections only the favourites are given, whose place shows a hint. */
  sections: readonly Section[];
  /** The number of all rows, loaded or not. */
  rowCount: number;
  highlight: Highlight;
  freshness: Freshness['level'];
  /** Backend time. */
  now: number;
  /** The target whose Action Menu is open. */
  openMenu: TargetKey | undefined;
  /** `undefined` when the contact centre keeps no favourites. */
  isFavourite: ((target: KnownTarget) => boolean) | undefined;
  onToggleFavourite(target: KnownTarget): void;
  /** `from` has focus now, and gets it back. */
  onOpenMenu(target: KnownTarget, from: HTMLElement, start: MenuStart): void;
  /** Focus or pointer has entered the grid, or both have left it. */
  onHold(held: boolean): void;
}

/** Targets as a grid: one tab stop, arrow keys within, Enter opens a row's Action Menu. */
export function ResultsGrid({
  gridRef,
  sections,
  rowCount,
  highlight,
  freshness,
  now,
  openMenu,
  isFavourite,
  onToggleFavourite,
  onOpenMenu,
  onHold,
}: ResultsGridProps) {
  const { dir } = useHost();
  const texts = useTexts();
  const id = useId();
  const hold = useHold(onHold);
  const [stop, setStop] = useState<{ key: string; part: RowPart }>();
  const [focused, setFocused] = useState<string>();
  const [isFolded, setFolded] = useState(false);
  const { targets, keys, rowOf, starts, lengths } = useMemo(() => listOf(sections, isFolded), [sections, isFolded]);
  useFocusedTarget(focused === undefined ? undefined : targets[rowOf.get(focused) ?? -1]);
  const stopRow = (stop && rowOf.get(stop.key)) ?? 0;
  const menuRow = openMenu === undefined ? -1 : (rowOf.get(openMenu) ?? -1);
  // The first row takes the keys of the search field.
  const { rows, offsets } = useRowsInPage(gridRef, keys, [0, stopRow, menuRow]);

  function onFocus({ target }: FocusEvent): void {
    const place = placeOf(target);
    setFocused(place?.key);
    if (!place) return;
    setStop(place);
    hold.focus(true);
  }

  function onBlur({ relatedTarget, currentTarget }: FocusEvent): void {
    if (isElement(relatedTarget) && currentTarget.contains(relatedTarget)) return;
    // Tab leads back to the row, not to a part of it.
    setStop((last) => last && { ...last, part: 'row' });
    setFocused(undefined);
    hold.focus(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const place = placeOf(event.target);
    const row = place && rowOf.get(place.key);
    const target = row === undefined ? undefined : targets[row];
    if (!place || row === undefined) return reenter(event);

    const start = opensMenu(event, place.part);
    if (target && start) {
      event.preventDefault();
      onOpenMenu(target, partOf(place.element, place.part), start);
      return;
    }
    move(event, { row, part: place.part });
  }

  /** TC-12: when a focused row disappears, the grid itself has focus, so that no key acts on another target. */
  function reenter(event: KeyboardEvent): void {
    const grid = gridRef.current;
    if (event.target !== grid || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    rowIn(grid, keys[0])?.focus();
  }

  function move(event: KeyboardEvent, from: GridPosition): void {
    const grid = gridRef.current;
    if (!grid || event.altKey || event.metaKey || event.shiftKey) return;
    const to = moved(from, event.key, {
      rows: keys.length,
      page: visibleRows(grid),
      parts: targets[from.row] === undefined ? ['row'] : isFavourite ? rowParts : ['row', 'actions'],
      rtl: dir === 'rtl',
    });
    const key = to && keys[to.row];
    if (!to || key === undefined) return;
    event.preventDefault();
    // Puts the row into the page.
    flushSync(() => setStop({ key, part: to.part }));
    const row = rowIn(grid, key);
    if (row) partOf(row, to.part).focus();
  }

  function onClick({ target: pressed, detail }: MouseEvent): void {
    const place = placeOf(pressed);
    if (place?.key === foldKey && detail <= 1) setFolded(!isFolded);
    const target = place && targets[rowOf.get(place.key) ?? -1];
    if (!place || !target) return;
    // A double click on a button counts as one press; on the row, the second has closed the menu and opens it again.
    if (detail > 1 && place.part !== 'row') return;
    if (place.part === 'favourite') onToggleFavourite(target);
    else onOpenMenu(target, partOf(place.element, place.part), 'first');
  }

  return (
    <div
      ref={gridRef}
      role="grid"
      className="tc-grid"
      part={part('grid')}
      aria-label={texts.t('team.grid.label')}
      aria-rowcount={
        rowCount === -1 ? -1 : rowCount + keys.length - sections.flatMap((section) => section.targets).length
      }
      tabIndex={-1}
      onFocus={onFocus}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerEnter={() => hold.pointer(true)}
      onPointerLeave={() => hold.pointer(false)}
    >
      {sections.map(({ id: section, targets: listed }, index) => {
        const heading = `${id}-${index}`;
        const first = starts[index] ?? 0;
        const length = lengths[index] ?? 0;
        const inPage = rows.filter((row) => row >= first && row < first + length);
        return (
          <div
            key={heading}
            className="tc-section"
            {...(length > 0 && { role: 'rowgroup', 'aria-labelledby': heading })}
          >
            {section !== 'unavailable' && (
              <div id={heading} className="tc-section-heading" part={part('section-heading')}>
                {texts.t(`team.section.${section}`)}
              </div>
            )}
            {inPage.map((row, place) => (
              <Fragment key={keys[row]}>
                <Gap from={(inPage[place - 1] ?? first - 1) + 1} to={row} offsets={offsets} />
                {keys[row] === foldKey ? (
                  <FoldRow
                    id={heading}
                    row={row}
                    count={listed.length}
                    isOpen={!isFolded}
                    isTabStop={row === stopRow}
                  />
                ) : (
                  rowAt(row)
                )}
              </Fragment>
            ))}
            <Gap from={(inPage.at(-1) ?? first - 1) + 1} to={first + length} offsets={offsets} />
            {length === 0 ? (
              <p className="tc-hint" part={part('hint')}>
                {texts.t('team.empty.favourites')}
              </p>
            ) : null}
          </div>
        );
      })}
    </div>
  );

  function rowAt(row: number) {
    const target = targets[row];
    const key = keys[row];
    return (
      target && (
        <TargetRow
          target={target}
          row={row}
          freshness={freshness}
          now={now}
          highlight={highlight}
          tabStop={row === stopRow ? (key === stop?.key ? stop?.part : 'row') : undefined}
          menuOpen={key === openMenu}
          favourite={isFavourite?.(target)}
        />
      )
    );
  }
}

/** In place of rows that are not in the page. */
function Gap({ from, to, offsets }: { from: number; to: number; offsets: RowOffsets }) {
  if (from >= to) return null;
  return <div data-index={from} style={{ blockSize: offsets.top(to) - offsets.top(from) }} />;
}

/** All sections as one list of rows. The row that folds the last one has no target. */
function listOf(sections: readonly Section[], isFolded: boolean) {
  const lists = sections.map(({ id, targets }) =>
    id === 'unavailable' ? [undefined, ...(isFolded ? [] : targets)] : targets,
  );
  const targets = lists.flat();
  const keys = targets.map((target) => (target ? targetKey(target) : foldKey));
  const rowOf = new Map<string, number>(keys.map((key, row) => [key, row]));
  const lengths = lists.map(({ length }) => length);
  let next = 0;
  const starts = lengths.map((length) => (next += length) - length);
  return { targets, keys, rowOf, starts, lengths };
}

/** Where the Action Menu starts when a key opens it from a part of a row. */
function opensMenu({ key, shiftKey }: KeyboardEvent, part: RowPart): MenuStart | undefined {
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return 'first';
  if (part === 'row') return key === 'Enter' ? 'first' : undefined;
  if (part === 'actions' && key === 'ArrowDown') return 'first';
  if (part === 'actions' && key === 'ArrowUp') return 'last';
  return undefined;
}
