import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names';

/**
 * Shows a line of text beside a control while the pointer is on it or the
 * keyboard focus is in it; Esc hides it. With `describes` it is the control's
 * description (`aria-describedby`) under that id; without, it repeats for the
 * eye what the control's name says already.
 */
export function Tooltip({ text, describes, children }: { text: string; describes?: string; children: ReactNode }) {
  const [shown, setShown] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const [above, setAbove] = useState(false);

  useEffect(() => {
    const element = tip.current;
    if (!shown || !element || !anchor.current) return;
    element.showPopover?.();
    setAbove(place(element, anchor.current));
    return () => element.hidePopover?.();
  }, [shown, text]);

  return (
    <span
      ref={anchor}
      className="b-tooltip-anchor"
      onPointerEnter={() => setShown(true)}
      onPointerLeave={() => setShown(false)}
      onFocus={(event: FocusEvent) => setShown(event.target.matches(':focus-visible'))}
      onBlur={() => setShown(false)}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && setShown(false)}
    >
      {children}
      <span
        ref={tip}
        popover="manual"
        className={classNames('b-tooltip', above && 'b-tooltip-above')}
        {...(describes ? { role: 'tooltip', id: describes } : { 'aria-hidden': true })}
      >
        {shown || describes ? <span className="b-tooltip-text" part="tooltip">{text}</span> : null}
      </span>
    </span>
  );
}

/** Puts the tip under the middle of its control, or above when there is no room; true when above. */
function place(tip: HTMLElement, anchor: HTMLElement): boolean {
  const control = anchor.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const above = control.bottom + height > clientHeight && control.top >= height;
  const left = control.left + (control.width - width) / 2;
  tip.style.left = `${Math.max(0, Math.min(left, clientWidth - width))}px`;
  tip.style.top = `${above ? control.top - height : control.bottom}px`;
  return above;
}
