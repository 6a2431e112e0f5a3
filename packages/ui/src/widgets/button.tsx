import { useId, type ComponentProps, type MouseEvent } from 'react';
import type { Icon } from '../icons';
import { classNames } from './class-names';
import { Spinner } from './spinner';
import { Tooltip } from './tooltip';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'aria-disabled' | 'aria-busy'> {
  /** `primary` is the one thing to do next. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'md' | 'sm';
  icon?: Icon;
  /** What was asked for is under way: keeps width and name, does nothing when pressed. */
  busy?: boolean;
  /** Why it cannot be pressed now. The button stays focusable and says so. */
  disabledReason?: string | undefined;
}

/** A native button that is never taken out of the tab order while its action is not possible. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon: ButtonIcon,
  busy = false,
  disabledReason,
  className,
  onClick,
  children,
  'aria-describedby': describedBy,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const inert = busy || disabledReason !== undefined;

  function onActivate(event: MouseEvent<HTMLButtonElement>): void {
    // Also keeps a submit button from submitting its form.
    if (inert) event.preventDefault();
    else onClick?.(event);
  }

  const button = (
    <button
      type="button"
      part={`button button-${variant}`}
      {...rest}
      className={classNames('b-button', `b-button-${variant}`, size === 'sm' && 'b-button-sm', className)}
      aria-disabled={inert || undefined}
      aria-busy={busy || undefined}
      aria-describedby={[disabledReason !== undefined && reasonId, describedBy].filter(Boolean).join(' ') || undefined}
      onClick={onActivate}
    >
      <span className="b-button-content">
        {ButtonIcon ? <ButtonIcon /> : null}
        {children}
      </span>
      {busy ? <Spinner /> : null}
    </button>
  );
  return disabledReason === undefined ? (
    button
  ) : (
    <Tooltip text={disabledReason} describes={reasonId}>
      {button}
    </Tooltip>
  );
}
