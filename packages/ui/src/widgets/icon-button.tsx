import type { Icon } from '../icons';
import { Button, type ButtonProps } from './button';
import { classNames } from './class-names';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'tooltip' | 'aria-label'> {
  icon: Icon;
  /** Accessible name, shown as a tooltip too. */
  label: string;
  /** Fills the icon: for toggles that are on. */
  filled?: boolean;
}

/** A square button with an icon. Its name, and its keys, appear on hover and keyboard focus. */
export function IconButton({
  icon: ButtonIcon,
  label,
  filled = false,
  variant = 'quiet',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Button
      {...rest}
      variant={variant}
      className={classNames('b-icon-button', className)}
      aria-label={label}
      tooltip={label}
    >
      <ButtonIcon filled={filled} />
    </Button>
  );
}
