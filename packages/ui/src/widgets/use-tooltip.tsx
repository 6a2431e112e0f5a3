import { useEffect, useRef, useState, type FocusEvent, type PointerEvent, type ReactNode } from 'react';
import { part } from '../parts';
import { windowSize, zoomOf } from '../on-screen';

/** What a control with a tooltip listens to. A text field leaves out `onFocus`: its tooltip would stay while it is written in. */
export interface TooltipHandlers {
  onPointerOver(event: PointerEvent<HTMLElement>): void;
  onPointerLeave(): void;
  onFocus(event: FocusEvent<HTMLElement>): void;
  onBlur(): void;
  /** The control has done what it is for; the text would cover what that opened. */
  onPress(): void;
}

export interface Tooltip {
  /** Nothing is shown without a text or keys. */
  text?: string | undefined;
  /** Keys that do what the control does, as they are printed on the keyboard. */
  keys?: string | undefined;
  /**
   * The id under which the text is the control's description (`aria-describedby`);
   * without, it only repeats for the eye what the control says of itself.
   */
  describes?: string | undefined;
  /** The text can be read elsewhere: it is the description, and nothing is shown. */
  onScreen?: boolean;
}

/**
 * A line of text beside a control, shown while the pointer is on either or the
 * keyboard focus is in the control; Esc and pressing the control hide it. Spread
 * `handlers` on the control and render `tip` after it.
 */
export function useTooltip({ text, keys, describes, onScreen = false }: Tooltip): {
  handlers: TooltipHandlers;
  tip: ReactNode;
} {
  const [control, setControl] = useState<HTMLElement>();
  const tip = useRef<HTMLSpanElement>(null);
  const isEmpty = text === undefined && keys === undefined;
  const show = (element: HTMLElement | undefined, by: 'focus' | 'pointer' = 'pointer') => {
    if (isEmpty || onScreen) return;
    // One that focus has brought lets the pointer through to what lies under it.
    tip.current?.setAttribute('data-by', by);
    setControl(element);
  };
  const hide = () => setControl(undefined);

  useEffect(() => {
    const element = tip.current;
    if (!control || !element || onScreen) return;
    element.showPopover?.();
    place(element, control);
    return () => element.hidePopover?.();
  }, [control, text, keys, onScreen]);

  useEffect(() => {
    if (!control) return;
    const page = control.ownerDocument;
    const onKeyDown = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && hide();
    page.addEventListener('keydown', onKeyDown, true);
    return () => page.removeEventListener('keydown', onKeyDown, true);
  }, [control]);

  return {
    handlers: {
      // React leaves out `onPointerEnter` where the pointer comes from another of its trees, in or out of a shadow root.
      onPointerOver: (event) => show(event.currentTarget),
      onPointerLeave: hide,
      onFocus: (event) => event.currentTarget.matches(':focus-visible') && show(event.currentTarget, 'focus'),
      onBlur: hide,
      onPress: hide,
    },
    tip: isEmpty ? null : (
      <span
        ref={tip}
        popover="manual"
        className="b-tooltip"
        onPointerEnter={() => show(control)}
        onPointerLeave={hide}
        {...(describes ? { role: 'tooltip', id: describes } : { 'aria-hidden': true })}
      >
        {control || describes ? (
          <span className="b-tooltip-text" part={part('tooltip')}>
            {text}
            {keys === undefined ? null : <kbd dir="ltr">{keys}</kbd>}
          </span>
        ) : null}
      </span>
    ),
  };
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Puts the tip under the middle of its control, or above or beside it, where there is room and it lies across no banner and over no other control. */
function place(tip: HTMLElement, control: HTMLElement): void {
  const box = control.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const room = windowSize(control.ownerDocument);
  const within = (at: number, length: number, all: number) => Math.max(0, Math.min(at, all - length));
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });

  const left = within(box.left + (box.width - width) / 2, width, room.width);
  const top = within(box.top + (box.height - height) / 2, height, room.height);
  const fitting = [
    at(left, box.bottom),
    at(left, box.top - height),
    at(box.left - width, top),
    at(box.right, top),
  ].filter((spot) => spot.left >= 0 && spot.top >= 0 && spot.right <= room.width && spot.bottom <= room.height);
  const banners = bannersAround(control);
  const free = fitting.find(
    (spot) => !banners.some((banner) => overlap(spot, banner)) && !liesOverControl(spot, control.ownerDocument),
  );
  const chosen = free ?? fitting[0] ?? at(left, box.bottom);

  const zoom = zoomOf(tip);
  tip.style.left = `${chosen.left / zoom}px`;
  tip.style.top = `${chosen.top / zoom}px`;
}

/** Where banners say something, in the control's own tree and in those around it. */
function bannersAround(control: HTMLElement): Box[] {
  const root = control.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  const texts = [...root.querySelectorAll('.b-banner-title, .b-banner-help')].map((text) =>
    text.getBoundingClientRect(),
  );
  return root instanceof ShadowRoot && root.host instanceof HTMLElement
    ? [...texts, ...bannersAround(root.host)]
    : texts;
}

/** Whether something that can be pressed or written in is under a spot: it would be out of reach. */
function liesOverControl({ left, top, right, bottom }: Box, page: Document): boolean {
  return [0.1, 0.5, 0.9].some((share) => {
    const [x, y] = [left + (right - left) * share, (top + bottom) / 2];
    // Missing in test environments, which have no layout either.
    let found = page.elementFromPoint?.(x, y) ?? null;
    while (found?.shadowRoot) {
      const inner = found.shadowRoot.elementFromPoint(x, y);
      if (inner === null || inner === found) break;
      found = inner;
    }
    return found !== null && found.closest('a, button, input, textarea, [role="row"]') !== null;
  });
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
