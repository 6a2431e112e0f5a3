import { useEffect, useRef, useState, type FocusEvent, type PointerEvent, type ReactNode } from 'react';
import { isHtmlElement, isRoot, isShadowRoot } from '../dom';
import { useAnchored } from '../overlay';
import type { Box, Placement } from '../overlay';
import { part } from '../parts';

/** The handlers of a control with a tooltip. A text field leaves out `onFocus`: its tooltip would stay while the agent writes. */
export interface TooltipHandlers {
  onPointerOver(event: PointerEvent<HTMLElement>): void;
  onPointerLeave(): void;
  onFocus(event: FocusEvent<HTMLElement>): void;
  onBlur(): void;
  /** To be called when the control was pressed: the tooltip would cover what that has opened. */
  onPress(): void;
}

export interface Tooltip {
  /** Nothing is shown without a text or keys. */
  text?: string | undefined;
  /** Keys that do what the control does, as they are printed on the keyboard. */
  keys?: string | undefined;
  /**
   * The id by which the control's `aria-describedby` names the text. Without it the text is hidden from screen readers,
   * because it repeats the control's name.
   */
  describes?: string | undefined;
  /** The text is on the screen already: it is the description only, and no tooltip is shown. */
  onScreen?: boolean;
}

/**
 * A line of text beside a control, shown while the pointer is on either of them or the control has keyboard focus; Esc and
 * a press of the control hide it. Put `handlers` on the control and render `tip` after it.
 */
export function useTooltip({ text, keys, describes, onScreen = false }: Tooltip): {
  handlers: TooltipHandlers;
  tip: ReactNode;
} {
  // Kept while there is nothing to show, too: that may change under a pointer that rests.
  const [target, setTarget] = useState<{ control: HTMLElement; by?: 'focus' } | null>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const isEmpty = text === undefined && keys === undefined;
  const control = (!isEmpty && !onScreen && target?.control) || null;
  const hide = () => setTarget(null);

  useAnchored(tip, control, placement);

  useEffect(() => {
    if (!control) return;
    const page = control.ownerDocument;
    const onKeyDown = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && hide();
    page.addEventListener('keydown', onKeyDown, true);
    return () => page.removeEventListener('keydown', onKeyDown, true);
  }, [control]);

  return {
    handlers: {
      // React does not call `onPointerEnter` when the pointer comes from another React root or shadow root.
      onPointerOver: ({ currentTarget }) => setTarget({ control: currentTarget }),
      onPointerLeave: hide,
      onFocus: ({ currentTarget }) =>
        currentTarget.matches(':focus-visible') && setTarget({ control: currentTarget, by: 'focus' }),
      onBlur: hide,
      onPress: hide,
    },
    tip: isEmpty ? null : (
      <span
        ref={tip}
        popover="manual"
        className="b-tooltip"
        // A tooltip shown by focus lets the pointer through to what it covers.
        data-by={target?.by}
        onPointerEnter={() => control && setTarget({ control })}
        onPointerLeave={hide}
        {...(describes ? { role: 'tooltip', id: describes } : { 'aria-hidden': true })}
      >
        {(control || describes) && (
          <span className="b-tooltip-text" part={part('tooltip')}>
            {text !== undefined && <span>{text}</span>}
            {keys !== undefined && (
              <kbd dir="ltr" translate="no">
                {keys}
              </kbd>
            )}
          </span>
        )}
      </span>
    ),
  };
}

/** If possible, a tooltip covers no banner and no other control. */
const placement: Placement = {
  sides: ['below', 'above', 'left', 'right'],
  align: 'centre',
  // Its own padding is the gap.
  gap: 0,
  isTaken: (box, control) =>
    bannersAround(control).some((banner) => overlap(box, banner)) || liesOverControl(box, control.ownerDocument),
};

/** The boxes of the texts of banners, in the control's own tree and in those around it. */
function bannersAround(control: HTMLElement): Box[] {
  const root = control.getRootNode();
  if (!isRoot(root)) return [];
  const texts = [...root.querySelectorAll('.b-banner-title, .b-banner-help')].map((text) =>
    text.getBoundingClientRect(),
  );
  return isShadowRoot(root) && isHtmlElement(root.host) ? [...texts, ...bannersAround(root.host)] : texts;
}

/** Whether a box would cover a control. */
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
