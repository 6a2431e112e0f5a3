import { useId, useRef, type ComponentProps, type MouseEvent } from 'react';
import type { Icon } from '../icons';
import { part } from '../parts';
import type { KeyNames } from '../shortcuts/describe';
import { classNames } from './class-names';
import { Spinner } from './spinner';
import { useTooltip } from './use-tooltip';

export interface ButtonProps extends Omit<
  ComponentProps<'button'>,
  'disabled' | 'aria-disabled' | 'aria-busy' | 'aria-keyshortcuts' | 'title'
> {
  /** `primary` is the one thing to do next. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'md' | 'sm';
  icon?: Icon;
  /** What was asked for is under way: keeps width and name, does nothing when pressed. */
  busy?: boolean;
  /** Why it cannot be pressed now. The button stays focusable and says so. */
  disabledReason?: string | undefined;
  /** The reason can be read beside it: it is not shown a second time. */
  reasonOnScreen?: boolean;
  /** Repeats the name for the eye, on hover and keyboard focus. A reason goes before it. */
  tooltip?: string;
  /** The keys that do the same, shown on hover and keyboard focus. A reason goes before them. */
  keys?: KeyNames | undefined;
  /** Names of parts besides those that every button has. */
  part?: string;
}

/** Clicks of one spot within this are one press, in milliseconds. */
const doubleClickMs = 500;

/** A native button that is never taken out of the tab order while its action is not possible. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon: ButtonIcon,
  busy = false,
  disabledReason,
  reasonOnScreen = false,
  tooltip,
  keys,
  className,
  part: ownParts,
  children,
  onClick,
  onPointerOver,
  onPointerLeave,
  onFocus,
  onBlur,
  'aria-describedby': describedBy,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const disabled = disabledReason !== undefined;
  const { handlers, tip } = useTooltip(
    disabled
      ? { text: disabledReason, describes: reasonId, onScreen: reasonOnScreen }
      : { text: tooltip, keys: keys?.printed },
  );
  const inert = busy || disabled;
  const pressedAt = useRef(-Infinity);

  function onActivate(event: MouseEvent<HTMLButtonElement>): void {
    // A click that follows one which did not reach the button is a press of its own.
    const isSamePress = event.detail > 1 && event.timeStamp - pressedAt.current < doubleClickMs;
    // Also keeps a submit button from submitting its form.
    if (inert || isSamePress) return event.preventDefault();
    pressedAt.current = event.timeStamp;
    handlers.onPress();
    onClick?.(event);
  }

  // The second click takes no focus from what the first has opened.
  function onMouseDown(event: MouseEvent<HTMLButtonElement>): void {
    if (event.detail > 1) event.preventDefault();
  }

  return (
    <>
      <button
        type="button"
        {...rest}
        className={classNames('b-button', `b-button-${variant}`, size === 'sm' && 'b-button-sm', className)}
        part={classNames(
          part('button', `button-${variant}`, disabled && 'button-disabled', busy && 'button-busy'),
          ownParts,
        )}
        aria-disabled={inert || undefined}
        aria-busy={busy || undefined}
        aria-keyshortcuts={keys?.aria}
        aria-describedby={[disabled && reasonId, describedBy].filter(Boolean).join(' ') || undefined}
        onMouseDown={onMouseDown}
        onClick={onActivate}
        onPointerOver={both(handlers.onPointerOver, onPointerOver)}
        onPointerLeave={both(handlers.onPointerLeave, onPointerLeave)}
        onFocus={both(handlers.onFocus, onFocus)}
        onBlur={both(handlers.onBlur, onBlur)}
      >
        <span className="b-button-content">
          {ButtonIcon ? <ButtonIcon /> : null}
          {typeof children === 'string' ? <span>{children}</span> : children}
        </span>
        {busy ? <Spinner /> : null}
      </button>
      {tip}
    </>
  );
}

function both<E>(first: (event: E) => void, second?: (event: E) => void): (event: E) => void {
  return (event) => {
    first(event);
    second?.(event);
  };
}
