import type { Icon } from '../icons';
import { Button, type ButtonProps } from './button';
import { classNames } from './class-names';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  icon: Icon;
  /** Accessible name, shown as a tooltip too. */
  label: string;
  /** The icon is filled: for toggles that are on. */
  filled?: boolean;
}

/** A square button with an icon. Its name appears on hover and keyboard focus. */
export function IconButton({ icon: ButtonIcon, label, filled = false, variant = 'quiet', className, ...rest }: IconButtonProps) {
  const button = (
    <Button {...rest} variant={variant} className={classNames('b-icon-button', className)} aria-label={label}>
      <ButtonIcon filled={filled} />
    </Button>
  );
  // A reason why it cannot be pressed brings its own tooltip.
  return rest.disabledReason === undefined ? <Tooltip text={label}>{button}</Tooltip> : button;
}
