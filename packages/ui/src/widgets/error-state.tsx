import { useId } from 'react';
import { ProblemIcon, RetryIcon } from '../icons';
import { part } from '../parts';
import { useTexts } from '../texts/texts-context';
import { Button } from './button';
import { CopyButton } from './copy-button';

/**
 * Stands where content could not be shown. From the second failure on it shows `reference` and a button that copies
 * `details`, with which support can find the cause.
 */
export function ErrorState({
  title,
  body,
  onRetry,
  retrying = false,
  retryLabel,
  failures = 1,
  reference,
  details = reference,
}: {
  title: string;
  body?: string;
  onRetry?: (() => void) | undefined;
  retrying?: boolean;
  /** Default: "Try again". */
  retryLabel?: string;
  /** How often it has failed in a row. */
  failures?: number;
  reference?: string | undefined;
  /** What "Copy details" copies. */
  details?: string | undefined;
}) {
  const titleId = useId();
  const { t } = useTexts();
  const forSupport = failures >= 2 && reference !== undefined;
  return (
    <div className="b-error" part={part('error')} role="group" aria-labelledby={titleId}>
      <ProblemIcon size={18} />
      <p className="b-error-title" part={part('error-title')} id={titleId}>
        {title}
      </p>
      {body !== undefined && (
        <p className="b-error-body" part={part('error-body')}>
          {body}
        </p>
      )}
      {forSupport && (
        <p className="b-error-reference" part={part('error-reference')} translate="no">
          {t('common.reference', { ref: reference })}
        </p>
      )}
      <div className="b-state-actions">
        {onRetry && (
          <Button icon={RetryIcon} busy={retrying} onClick={onRetry}>
            {retryLabel ?? t('common.tryAgain')}
          </Button>
        )}
        {forSupport && details && <CopyButton text={details} label={t('common.copyDetails')} />}
      </div>
    </div>
  );
}
