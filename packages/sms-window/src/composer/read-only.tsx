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
  /** Where focus goes instead of to a text field: what is typed here presses nothing. */
  place: Place;
  busy: boolean;
  blocked: string | undefined;
  onClose(): void;
}) {
  const { t } = useTexts();
  return (
    <div className="sms-readonly" part={part('ended')}>
      <p ref={place.attach} tabIndex={-1}>
        {t('sms.readonly.ended')}
      </p>
      <Button variant="primary" busy={busy} disabledReason={blocked} onClick={onClose}>
        {t('common.close')}
      </Button>
    </div>
  );
}
