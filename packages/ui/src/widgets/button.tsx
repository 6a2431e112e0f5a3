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
  /** The action is under way: the button keeps width and name, and does nothing when pressed. */
  busy?: boolean;
  /** Why it cannot be pressed now. The button stays focusable and shows the reason. */
  disabledReason?: string | undefined;
  /** The reason is on the screen already, and not shown as a tooltip. */
  reasonOnScreen?: boolean;
  /** Shows the name on hover and keyboard focus, unless there is a reason to show. */
  tooltip?: string;
  /** The keys that do the same, shown on hover and keyboard focus unless there is a reason to show. */
  keys?: KeyNames | undefined;
  /** Part names besides those of every button. */
  part?: string;
}

/** A second click of a fast series within this time is the same press. */
const doubleClickMs = 500;

/** A native button that stays in the tab order while its action is not possible. */
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
  onMouseDown,
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
    // Measured from the last click that reached this button: the first one of the series may have hit something else.
    const isSamePress = event.detail > 1 && event.timeStamp - pressedAt.current < doubleClickMs;
    // Also keeps a submit button from submitting its form.
    if (inert || isSamePress) return event.preventDefault();
    pressedAt.current = event.timeStamp;
    handlers.onPress();
    onClick?.(event);
  }

  // The second click takes no focus from what the first has opened.
  function keepFocus(event: MouseEvent<HTMLButtonElement>): void {
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
        onMouseDown={both(keepFocus, onMouseDown)}
        onClick={onActivate}
        onPointerOver={both(handlers.onPointerOver, onPointerOver)}
        onPointerLeave={both(handlers.onPointerLeave, onPointerLeave)}
        onFocus={both(handlers.onFocus, onFocus)}
        onBlur={both(handlers.onBlur, onBlur)}
      >
        <span className="b-button-content">
          {ButtonIcon && <ButtonIcon />}
          {typeof children === 'string' ? <span>{children}</span> : children}
        </span>
        {busy && <Spinner />}
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
