import {
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { part } from '../parts';
import { windowSize, zoomOf } from '../on-screen';
import { classNames } from './class-names';

/** What a control with a tooltip listens to. */
export interface TooltipHandlers {
  onPointerEnter(event: PointerEvent<HTMLElement>): void;
  onPointerLeave(): void;
  onFocus(event: FocusEvent<HTMLElement>): void;
  onBlur(): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

/**
 * A line of text beside a control, shown while the pointer is on either or the
 * keyboard focus is in the control; Esc hides it. Spread `handlers` on the
 * control and render `tip` after it.
 *
 * @param text nothing is shown without
 * @param describes the id under which the text is the control's description
 *   (`aria-describedby`); without, it only repeats the control's name for the eye
 */
export function useTooltip(
  text: string | undefined,
  describes?: string,
): { handlers: TooltipHandlers; tip: ReactNode } {
  const [control, setControl] = useState<HTMLElement>();
  const [above, setAbove] = useState(false);
  const tip = useRef<HTMLSpanElement>(null);
  const show = (element: HTMLElement | undefined) => text !== undefined && setControl(element);
  const hide = () => setControl(undefined);

  useEffect(() => {
    const element = tip.current;
    if (!control || !element) return;
    element.showPopover?.();
    setAbove(place(element, control));
    return () => element.hidePopover?.();
  }, [control, text]);

  return {
    handlers: {
      onPointerEnter: (event) => show(event.currentTarget),
      onPointerLeave: hide,
      onFocus: (event) => event.currentTarget.matches(':focus-visible') && show(event.currentTarget),
      onBlur: hide,
      onKeyDown: (event) => event.key === 'Escape' && hide(),
    },
    tip:
      text === undefined ? null : (
        <span
          ref={tip}
          popover="manual"
          className={classNames('b-tooltip', above && 'b-tooltip-above')}
          onPointerEnter={() => show(control)}
          onPointerLeave={hide}
          {...(describes ? { role: 'tooltip', id: describes } : { 'aria-hidden': true })}
        >
          {control || describes ? (
            <span className="b-tooltip-text" part={part('tooltip')}>
              {text}
            </span>
          ) : null}
        </span>
      ),
  };
}

/** Puts the tip under the middle of its control, or above when there is no room; true when above. */
function place(tip: HTMLElement, control: HTMLElement): boolean {
  const box = control.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const room = windowSize(control.ownerDocument);
  const above = box.bottom + height > room.height && box.top >= height;
  const left = box.left + (box.width - width) / 2;
  const zoom = zoomOf(tip);
  tip.style.left = `${Math.max(0, Math.min(left, room.width - width)) / zoom}px`;
  tip.style.top = `${(above ? box.top - height : box.bottom) / zoom}px`;
  return above;
}
