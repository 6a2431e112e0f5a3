import { Button } from '@baton/ui';
import { useTexts } from '../texts';
import type { Place } from '../window/place';
import { part } from '../parts';

/** Stands where the composer was when the conversation has ended. */
export function ReadOnly({
  place,
  busy,
  blocked,
  onClose,
}: {
  place: Place;
  busy: boolean;
  blocked: string | undefined;
  onClose(): void;
}) {
  const { t } = useTexts();
  return (
    <div className="sms-readonly" part={part('ended')}>
      <p>{t('sms.readonly.ended')}</p>
      <Button ref={place.attach} variant="primary" busy={busy} disabledReason={blocked} onClick={onClose}>
        {t('common.close')}
      </Button>
    </div>
  );
}
