import { useId } from 'react';
import type { Dispositions } from '@baton/contracts';
import { part } from '../parts';
import { useTexts } from '../texts';

/** How a conversation has ended for the business, chosen when it is ended. */
export function DispositionField({
  dispositions,
  value,
  busy,
  onChoose,
}: {
  dispositions: Dispositions;
  /** The id of the one that is chosen. */
  value: string | undefined;
  /** What was chosen has been sent, and there is no answer yet. */
  busy: boolean;
  onChoose(id: string | undefined): void;
}) {
  const { t } = useTexts();
  const id = useId();
  return (
    <p className="sms-disposition">
      <label htmlFor={id}>{t('sms.end.disposition')}</label>
      <select
        id={id}
        className="sms-field"
        part={part('disposition')}
        required={dispositions.required}
        disabled={busy}
        value={value ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}
      >
        <option value="">
          {t(dispositions.required === true ? 'sms.end.disposition.choose' : 'sms.end.disposition.none')}
        </option>
        {dispositions.choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </p>
  );
}
