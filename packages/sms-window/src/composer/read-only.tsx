import { ActionButton } from '@baton/module-kit';
import type { Action } from '@baton/module-kit';
import { useTexts } from '../texts';
import type { Place } from '../window/place';
import { part } from '../parts';

/** Takes the place of the composer when the conversation has ended. */
export function ReadOnly({
  place,
  close,
}: {
  /** Takes focus in place of the text field. It is no button, so that keys typed into it do nothing. */
  place: Place;
  close: Action;
}) {
  const { t } = useTexts();
  return (
    <div className="sms-readonly" part={part('ended')}>
      <p ref={place.attach} tabIndex={-1}>
        {t('sms.readonly.ended')}
      </p>
      <ActionButton variant="primary" action={close} />
    </div>
  );
}
