import type { Known, Severity } from '@baton/contracts';
import { useId, type ReactNode } from 'react';
import { CloseIcon, DoneIcon, InformationIcon, ProblemIcon, WarningIcon, type Icon } from '../icons';
import { part } from '../parts';
import { useTexts } from '../texts/texts-context';
import { IconButton } from './icon-button';
import { VisuallyHidden } from './visually-hidden';

const icons: Readonly<Record<Known<Severity>, Icon>> = {
  problem: ProblemIcon,
  warning: WarningIcon,
  information: InformationIcon,
  done: DoneIcon,
};

/**
 * Says in place what happened and what to do next. It is no live region: use the announcer as well. `title` is a line
 * without full stop, `help` a sentence.
 */
export function Banner({
  severity,
  title,
  help,
  actions,
  bar,
  onDismiss,
}: {
  severity: Known<Severity>;
  title: string;
  help?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
  /** A bar of time along the upper edge. */
  bar?: ReactNode;
  /** With it, the banner has a button that closes it. */
  onDismiss?: (() => void) | undefined;
}) {
  const titleId = useId();
  const { t } = useTexts();
  const SeverityIcon = icons[severity];
  return (
    <div
      className={`b-banner b-banner-${severity}`}
      part={part('banner', `banner-${severity}`)}
      role="group"
      aria-labelledby={titleId}
    >
      {bar}
      <span className="b-banner-icon" part={part('banner-icon')}>
        <SeverityIcon />
      </span>
      <div className="b-banner-main">
        <p className="b-banner-title" part={part('banner-title')} id={titleId}>
          <VisuallyHidden>{`${t(`severity.${severity}`)}: `}</VisuallyHidden>
          <span>{title}</span>
        </p>
        {help && (
          <p className="b-banner-help" part={part('banner-help')}>
            {help}
          </p>
        )}
      </div>
      {actions && (
        <div className="b-banner-actions" part={part('banner-actions')}>
          {actions}
        </div>
      )}
      {onDismiss && (
        <IconButton
          className="b-banner-dismiss"
          part={part('banner-dismiss')}
          icon={CloseIcon}
          size="sm"
          label={t('common.dismissNamed', { name: title })}
          onClick={onDismiss}
        />
      )}
    </div>
  );
}
