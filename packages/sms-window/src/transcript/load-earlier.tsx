import { memo } from 'react';
import { Button, ErrorState } from '@baton/ui';
import { useTexts } from '../texts';
import type { Earlier } from './use-earlier';
import { part } from '../parts';

interface LoadEarlierProps extends Pick<Earlier, 'more' | 'loading' | 'failure' | 'load'> {
  /** Shows messages that are here and not in the page, if there are any. */
  showOlder: (() => void) | undefined;
}

/** Offers the messages before the first one shown. */
export const LoadEarlier = memo(function LoadEarlier({ more, loading, failure, load, showOlder }: LoadEarlierProps) {
  const { t } = useTexts();
  if (failure && !showOlder) {
    return (
      <ErrorState
        title={t('sms.history.error')}
        onRetry={() => void load()}
        retrying={loading}
        failures={failure.times}
        reference={failure.reference}
      />
    );
  }
  if (!more && !showOlder) return null;
  return (
    <div className="sms-earlier">
      <Button
        part={part('earlier')}
        variant="quiet"
        size="sm"
        busy={loading}
        onClick={showOlder ?? (() => void load())}
      >
        {t('sms.history.load')}
      </Button>
    </div>
  );
});
