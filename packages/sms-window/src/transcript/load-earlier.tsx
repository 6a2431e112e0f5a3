import { Button, ErrorState } from '@baton/ui';
import { useTexts } from '../texts';
import type { Earlier } from './use-earlier';
import { part } from '../parts';

/** Offers the messages before the first one shown. */
export function LoadEarlier({ earlier: { more, loading, failure, load } }: { earlier: Earlier }) {
  const { t } = useTexts();
  if (failure) {
    return (
      <ErrorState
        title={t('sms.history.error')}
        onRetry={load}
        retrying={loading}
        failures={failure.times}
        reference={failure.reference}
      />
    );
  }
  if (!more) return null;
  return (
    <div className="sms-earlier">
      <Button part={part('earlier')} variant="quiet" size="sm" busy={loading} onClick={load}>
        {t('sms.history.load')}
      </Button>
    </div>
  );
}
