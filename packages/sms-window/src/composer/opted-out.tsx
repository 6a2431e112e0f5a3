import type { RefObject } from 'react';
import type { Consent, Interaction } from '@baton/contracts';
import { draftOf } from '@baton/desktop';
import { useDesktop } from '@baton/module-kit';
import { WarningIcon, formatTime } from '@baton/ui';
import { useTexts } from '../texts';
import { useReader } from '../transcript/use-reader';
import type { Place } from '../window/place';
import { part } from '../parts';
import { useFocusKept } from './use-focus-kept';

/** Takes the place of the composer while the customer has opted out. What was typed is kept, and shown. */
export function OptedOut({
  interaction: { id, contact },
  consent: { since, word },
  place,
  hadFocus,
}: {
  interaction: Interaction;
  consent: Consent;
  /** Takes focus in place of the text field, where that had it. */
  place: Place;
  hadFocus: RefObject<boolean>;
}) {
  const { t } = useTexts();
  const reader = useReader();
  const draft = useDesktop((state) => draftOf(state, id));
  useFocusKept(place, hadFocus);
  const customer = contact.name;
  const reason =
    word === undefined || since === undefined
      ? t('sms.failed.blocked', { customer })
      : t('sms.optedOut', { customer, word, time: formatTime(since, reader) });
  return (
    <div className="sms-note sms-opted-out" part={part('opted-out')}>
      <WarningIcon />
      <div className="sms-note-body">
        <p ref={place.attach} tabIndex={-1}>
          <strong>{reason}</strong>
          <span>{` ${t('sms.optedOut.help')}`}</span>
        </p>
        {draft !== '' && (
          <>
            <p className="sms-opted-out-kept">{t('sms.optedOut.draft')}</p>
            <p className="sms-note-text" dir="auto" translate="no">
              {draft}
            </p>
          </>
        )}
      </div>
    </div>
  );
}
