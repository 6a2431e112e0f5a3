import { useHost } from '@baton/module-kit';
import { isElement } from '@baton/ui';
import type { MenuStart } from '@baton/ui';
import { targetKey } from '@baton/contracts';
import type { KnownTarget, TargetKey } from '@baton/contracts';
import { useId, useState } from 'react';
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { Freshness } from '../search/freshness';
import type { Section } from '../search/sections';
import { useTexts } from '../texts';
import { describeTarget, presenceMark } from './describe-target';
import { moved, rowParts } from './grid-position';
import type { RowPart } from './grid-position';
import { elementAt, placeOf, rowsIn, visibleRows } from './rows-in';
import type { Highlight } from '../search/use-highlight';
import { TargetRow } from './target-row';
import { useFocusedTarget } from './use-focused-target';
import { useHold } from './use-hold';
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
  const targets = sections.flatMap((section) => section.targets);
  const byKey = new Map<string, KnownTarget>(targets.map((target) => [targetKey(target), target]));
  const [focused, setFocused] = useState<string>();
  useFocusedTarget(focused === undefined ? undefined : byKey.get(focused));
  const stopKey = stop && byKey.has(stop.key) ? stop.key : byKey.keys().next().value;
  const indexes = new Map([...byKey.keys()].map((key, index) => [key, index]));

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
    const target = place && byKey.get(place.key);
    if (!place || !target) return reenter(event);

    const start = opensMenu(event, place.part);
    if (start) {
      event.preventDefault();
      onOpenMenu(target, elementOfPart(place.element, place.part), start);
      return;
    }
    move(event, place);
  }

  /** TC-12: when a focused row disappears, the grid itself has focus, so that no key acts on another target. */
  function reenter(event: KeyboardEvent): void {
    const grid = gridRef.current;
    if (event.target !== grid || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    rowsIn(grid)[0]?.focus();
  }

  function move(event: KeyboardEvent, { element, part }: { element: HTMLElement; part: RowPart }): void {
    const grid = gridRef.current;
    if (!grid || event.altKey || event.metaKey || event.shiftKey) return;
    const rows = rowsIn(grid);
    const to = moved({ row: rows.indexOf(element), part }, event.key, {
      rows: rows.length,
      page: visibleRows(grid),
      parts: isFavourite ? rowParts : ['row', 'actions'],
      rtl: dir === 'rtl',
    });
    if (!to) return;
    event.preventDefault();
    elementAt(grid, to)?.focus();
  }

  function onClick({ target: pressed, detail }: MouseEvent): void {
    const place = placeOf(pressed);
    const target = place && byKey.get(place.key);
    if (!place || !target) return;
    // A double click on a button counts as one press; on the row, the second has closed the menu and opens it again.
    if (detail > 1 && place.part !== 'row') return;
    if (place.part === 'favourite') onToggleFavourite(target);
    else onOpenMenu(target, elementOfPart(place.element, place.part), 'first');
  }

  return (
    <div
      ref={gridRef}
      role="grid"
      className="tc-grid"
      part={part('grid')}
      aria-label={texts.t('team.grid.label')}
      aria-rowcount={rowCount}
      tabIndex={-1}
      onFocus={onFocus}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerEnter={() => hold.pointer(true)}
      onPointerLeave={() => hold.pointer(false)}
    >
      {sections.map((section) => {
        const heading = `${id}-${section.id}`;
        const rows = section.targets.map((target) => {
          const key = targetKey(target);
          const description = describeTarget(target, freshness, now, texts);
          return (
            <TargetRow
              key={key}
              target={target}
              description={description.join(' · ')}
              label={[target.name, ...description].join(', ')}
              presence={presenceMark(target, freshness)}
              highlight={highlight}
              rowIndex={(indexes.get(key) ?? 0) + 1}
              tabStop={key === stopKey ? (stop?.key === key ? stop.part : 'row') : undefined}
              menuOpen={key === openMenu}
              favourite={isFavourite?.(target)}
            />
          );
        });
        return (
          <div
            key={section.id}
            className="tc-section"
            {...(rows.length > 0 && { role: 'rowgroup', 'aria-labelledby': heading })}
          >
            <div id={heading} className="tc-section-heading" part={part('section-heading')}>
              {texts.t(`team.section.${section.id}`)}
            </div>
            {rows.length > 0 ? (
              rows
            ) : (
              <p className="tc-hint" part={part('hint')}>
                {texts.t('team.empty.favourites')}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Where the Action Menu starts when a key opens it from a part of a row. */
function opensMenu({ key, shiftKey }: KeyboardEvent, part: RowPart): MenuStart | undefined {
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return 'first';
  if (part === 'row') return key === 'Enter' ? 'first' : undefined;
  if (part === 'actions' && key === 'ArrowDown') return 'first';
  if (part === 'actions' && key === 'ArrowUp') return 'last';
  return undefined;
}

function elementOfPart(row: HTMLElement, part: RowPart): HTMLElement {
  return part === 'row' ? row : (row.querySelector<HTMLElement>(`[data-part="${part}"]`) ?? row);
}
