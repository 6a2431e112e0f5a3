import { useId, type ComponentProps, type MouseEvent } from 'react';
import type { Icon } from '../icons';
import { part } from '../parts';
import { classNames } from './class-names';
import { Spinner } from './spinner';
import { useTooltip } from './use-tooltip';

export interface ButtonProps extends Omit<
  ComponentProps<'button'>,
  'disabled' | 'aria-disabled' | 'aria-busy' | 'title'
> {
  /** `primary` is the one thing to do next. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'md' | 'sm';
  icon?: Icon;
  /** What was asked for is under way: keeps width and name, does nothing when pressed. */
  busy?: boolean;
  /** Why it cannot be pressed now. The button stays focusable and says so. */
  disabledReason?: string | undefined;
  /** Repeats the name for the eye, on hover and keyboard focus. A reason goes before it. */
  tooltip?: string;
  /** Names of parts besides those that every button has. */
  part?: string;
}

/** A native button that is never taken out of the tab order while its action is not possible. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon: ButtonIcon,
  busy = false,
  disabledReason,
  tooltip,
  className,
  part: ownParts,
  children,
  onClick,
  onPointerEnter,
  onPointerLeave,
  onFocus,
  onBlur,
  onKeyDown,
  'aria-describedby': describedBy,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const disabled = disabledReason !== undefined;
  const { handlers, tip } = useTooltip(disabledReason ?? tooltip, disabled ? reasonId : undefined);
  const inert = busy || disabled;

  function onActivate(event: MouseEvent<HTMLButtonElement>): void {
    // Also keeps a submit button from submitting its form.
    if (inert) event.preventDefault();
    else onClick?.(event);
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
        aria-describedby={[disabled && reasonId, describedBy].filter(Boolean).join(' ') || undefined}
        onClick={onActivate}
        onPointerEnter={both(handlers.onPointerEnter, onPointerEnter)}
        onPointerLeave={both(handlers.onPointerLeave, onPointerLeave)}
        onFocus={both(handlers.onFocus, onFocus)}
        onBlur={both(handlers.onBlur, onBlur)}
        onKeyDown={both(handlers.onKeyDown, onKeyDown)}
      >
        <span className="b-button-content">
          {ButtonIcon ? <ButtonIcon /> : null}
          {children}
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
