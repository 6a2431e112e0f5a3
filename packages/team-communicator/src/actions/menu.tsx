import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { SentIcon, ancestorsAcrossShadow, classNames, useAnnounce } from '@baton/ui';
import { placeMenu } from './place-menu';
import { part } from '../parts';

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

/**
 * A menu over its anchor, open while it is mounted. It stands in the browser's
 * top layer, so that neither a host's z-index nor its overflow hides it, and it
 * leaves the rest of the page in use.
 */
export function Menu({ label, items, anchor, start, onDismiss, onLeave }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    element.showPopover?.();
    const all = itemsIn(element);
    all.at(start === 'last' ? -1 : 0)?.focus({ preventScroll: true });
  }, [start]);
  // Apart: whoever is in the menu stays where they are when it follows its anchor.
  useLayoutEffect(() => {
    if (menu.current) placeMenu(menu.current, anchor);
  }, [anchor]);

  useDismissOutside(menu, anchor, onDismiss);
  useFollowAnchor(menu, anchor);

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

  function onBlur({ relatedTarget: next, currentTarget }: FocusEvent): void {
    // Nothing follows when the window loses focus. A press on the anchor, or on what it stands in, is the anchor's own business.
    if (next && !currentTarget.contains(next) && !ancestorsAcrossShadow(anchor).some((place) => place === next))
      onLeave();
  }

  return (
    <div
      ref={menu}
      role="menu"
      popover="manual"
      aria-label={label}
      className="tc-menu"
      part={part('menu')}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
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
      {separated ? <div role="separator" className="tc-menu-separator" part={part('menu-separator')} /> : null}
      <button
        type="button"
        role={checked === undefined ? 'menuitem' : 'menuitemradio'}
        aria-checked={checked}
        aria-labelledby={`${id}-label`}
        aria-describedby={description === undefined ? undefined : `${id}-description`}
        aria-disabled={reason === undefined ? undefined : true}
        tabIndex={-1}
        className={classNames('tc-menu-item', reason !== undefined && 'tc-menu-item-disabled')}
        part={part('menu-item', reason !== undefined && 'menu-item-disabled')}
        onClick={reason === undefined ? onChoose : () => announce(reason)}
      >
        <span className="tc-menu-item-text">
          <span id={`${id}-label`}>{label}</span>
          {description === undefined ? null : (
            <span id={`${id}-description`} className="tc-menu-item-description" part={part('menu-item-description')}>
              {description}
            </span>
          )}
        </span>
        {hint !== undefined && reason === undefined ? (
          <span className="tc-menu-item-hint" part={part('menu-item-hint')} aria-hidden="true">
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

/** A press anywhere else closes; one on the anchor is the anchor's own business. */
function useDismissOutside(menu: RefObject<HTMLElement | null>, anchor: HTMLElement, onDismiss: () => void): void {
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      const path = event.composedPath();
      if (menu.current && !path.includes(menu.current) && !path.includes(anchor)) onDismiss();
    };
    document.addEventListener('pointerdown', onPress, true);
    return () => document.removeEventListener('pointerdown', onPress, true);
  }, [menu, anchor, onDismiss]);
}

/** Stays at the anchor while things scroll, the window changes, or new results move its row. */
function useFollowAnchor(menu: RefObject<HTMLElement | null>, anchor: HTMLElement): void {
  useEffect(() => {
    const follow = () => {
      if (menu.current && anchor.isConnected) placeMenu(menu.current, anchor);
    };
    // Scrolling inside a shadow root is not heard outside of it.
    const places: EventTarget[] = [anchor.getRootNode(), window];
    for (const place of places) place.addEventListener('scroll', follow, { capture: true, passive: true });
    window.addEventListener('resize', follow);
    const moves = new MutationObserver(follow);
    moves.observe(anchor.getRootNode(), { childList: true, subtree: true });
    return () => {
      moves.disconnect();
      for (const place of places) place.removeEventListener('scroll', follow, { capture: true });
      window.removeEventListener('resize', follow);
    };
  }, [menu, anchor]);
}
