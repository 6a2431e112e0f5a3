import { useEffect, useRef, useState, type FocusEvent, type PointerEvent, type ReactNode } from 'react';
import { isHtmlElement, isRoot, isShadowRoot } from '../dom';
import { useAnchored } from '../overlay';
import type { Box, Placement } from '../overlay';
import { part } from '../parts';

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
  const [control, setControl] = useState<HTMLElement | null>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const isEmpty = text === undefined && keys === undefined;
  const show = (element: HTMLElement | null, by: 'focus' | 'pointer' = 'pointer') => {
    if (isEmpty || onScreen) return;
    // One that focus has brought lets the pointer through to what lies under it.
    tip.current?.setAttribute('data-by', by);
    setControl(element);
  };
  const hide = () => setControl(null);

  useAnchored(tip, onScreen ? null : control, placement);

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
            {text === undefined ? null : <span>{text}</span>}
            {keys === undefined ? null : (
              <kbd dir="ltr" translate="no">
                {keys}
              </kbd>
            )}
          </span>
        ) : null}
      </span>
    ),
  };
}

/** Where it lies across no banner and over no other control, if there is such a place. */
const placement: Placement = {
  sides: ['below', 'above', 'left', 'right'],
  align: 'centre',
  // Its own padding is the gap.
  gap: 0,
  isTaken: (box, control) =>
    bannersAround(control).some((banner) => overlap(box, banner)) || liesOverControl(box, control.ownerDocument),
};

/** Where banners say something, in the control's own tree and in those around it. */
function bannersAround(control: HTMLElement): Box[] {
  const root = control.getRootNode();
  if (!isRoot(root)) return [];
  const texts = [...root.querySelectorAll('.b-banner-title, .b-banner-help')].map((text) =>
    text.getBoundingClientRect(),
  );
  return isShadowRoot(root) && isHtmlElement(root.host) ? [...texts, ...bannersAround(root.host)] : texts;
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
