import { useId, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useAnnounce } from '../hooks/announcer-context';
import { SentIcon } from '../icons';
import { useAnchored, useDismissOutside } from '../overlay';
import type { Placement } from '../overlay';
import { part } from '../parts';
import { classNames } from './class-names';

/** Where focus goes when a menu opens. */
export type MenuStart = 'first' | 'last';

export interface MenuItem {
  id: string;
  label: string;
  /** Before the label, hidden from screen readers: an avatar. */
  mark?: ReactNode;
  /** Keys that choose it, hidden from screen readers. */
  hint?: string;
  /** A description under the label, while the item can be chosen. */
  note?: string;
  /** Why it cannot be chosen now. The item stays focusable, and announces the reason when it is pressed. */
  reason?: string | undefined;
  /** Makes the item a radio item, checked or not. */
  checked?: boolean;
  /** The item begins a new group. */
  separated?: boolean;
  onChoose(): void;
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  anchor: HTMLElement;
  start: MenuStart;
  /** Esc, Tab or a press outside: close, and move focus back to the anchor. */
  onDismiss(): void;
  /** Focus has moved elsewhere: close, and leave it there. */
  onLeave(): void;
}

const placement: Placement = { sides: ['below', 'above'], align: 'end', gap: 4 };

/** A menu at its anchor, open while it is mounted. Its styles are `menuSheet`. */
export function Menu({ label, items, anchor, start, onDismiss, onLeave }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();

  useAnchored(menu, anchor, placement);
  useDismissOutside(menu, anchor, (by) => (by === 'press' ? onDismiss() : onLeave()));
  useLayoutEffect(() => {
    const items = menu.current ? itemsIn(menu.current) : [];
    items.at(start === 'last' ? -1 : 0)?.focus({ preventScroll: true });
  }, [start]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Tab') {
      // The owner moves focus back to the anchor, and the browser moves it on from there.
      onDismiss();
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      onDismiss();
      return;
    }
    const next = nextItem(itemsIn(event.currentTarget), event.target, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <div
      ref={menu}
      role="menu"
      popover="manual"
      aria-label={label}
      className="b-menu"
      part={part('menu')}
      onKeyDown={onKeyDown}
      // A press between the items does not take focus from them.
      onMouseDown={(event) => event.preventDefault()}
      onContextMenu={(event) => event.preventDefault()}
    >
      {items.map((item) => (
        <MenuRow key={item.id} item={item} id={`${id}-${item.id}`} />
      ))}
    </div>
  );
}

function MenuRow({ item, id }: { item: MenuItem; id: string }) {
  const { label, mark, hint, reason, note, checked, separated, onChoose } = item;
  const announce = useAnnounce();
  const description = reason ?? note;
  return (
    <>
      {separated && <div role="separator" className="b-menu-separator" part={part('menu-separator')} />}
      <button
        type="button"
        role={checked === undefined ? 'menuitem' : 'menuitemradio'}
        aria-checked={checked}
        aria-labelledby={`${id}-label`}
        aria-describedby={description === undefined ? undefined : `${id}-description`}
        aria-disabled={reason === undefined ? undefined : true}
        tabIndex={-1}
        className={classNames('b-menu-item', reason !== undefined && 'b-menu-item-disabled')}
        part={part('menu-item', reason !== undefined && 'menu-item-disabled')}
        onClick={reason === undefined ? onChoose : () => announce(reason)}
      >
        {mark}
        <span className="b-menu-item-text">
          <span id={`${id}-label`}>{label}</span>
          {description !== undefined && (
            <span id={`${id}-description`} className="b-menu-item-description" part={part('menu-item-description')}>
              {description}
            </span>
          )}
        </span>
        {hint !== undefined && reason === undefined && (
          <span className="b-menu-item-hint" part={part('menu-item-hint')} aria-hidden="true">
            {hint}
          </span>
        )}
        {checked && <SentIcon />}
      </button>
    </>
  );
}

function itemsIn(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('button')];
}

function nextItem(items: readonly HTMLElement[], from: EventTarget, key: string): HTMLElement | undefined {
  const index = items.findIndex((item) => item === from);
  switch (key) {
    case 'ArrowDown':
      return items[index + 1] ?? items[0];
    case 'ArrowUp':
      return items[index - 1] ?? items.at(-1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return undefined;
  }
}
