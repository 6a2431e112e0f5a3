import { useId, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
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
  /** Keys that choose it, for the eye. */
  hint?: string;
  /** What it is about, under the label while it can be chosen. */
  note?: string;
  /** Why it cannot be chosen now. It stays focusable, and says so when it is pressed. */
  reason?: string | undefined;
  /** One of several choices, and whether it is the one in force. */
  checked?: boolean;
  /** Begins a new group of items. */
  separated?: boolean;
  onChoose(): void;
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  anchor: HTMLElement;
  start: MenuStart;
  /** Esc, Tab or a press outside. Take focus back and close. */
  onDismiss(): void;
  /** Focus has gone elsewhere. Close, and leave it there. */
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
      // From where the menu was opened, the browser then goes on by itself.
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
      // Focus stays on an item, wherever the menu is pressed.
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
  const { label, hint, reason, note, checked, separated, onChoose } = item;
  const announce = useAnnounce();
  const description = reason ?? note;
  return (
    <>
      {separated ? <div role="separator" className="b-menu-separator" part={part('menu-separator')} /> : null}
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
        <span className="b-menu-item-text">
          <span id={`${id}-label`}>{label}</span>
          {description === undefined ? null : (
            <span id={`${id}-description`} className="b-menu-item-description" part={part('menu-item-description')}>
              {description}
            </span>
          )}
        </span>
        {hint !== undefined && reason === undefined ? (
          <span className="b-menu-item-hint" part={part('menu-item-hint')} aria-hidden="true">
            {hint}
          </span>
        ) : null}
        {checked ? <SentIcon /> : null}
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
