import type { Interaction } from '@baton/contracts';
import { ConfirmDialog } from '@baton/ui';
import { useTexts } from '../texts';
import { DispositionField } from './disposition-field';
import type { EndControl } from './use-end';

/** Asks before a conversation is ended, and says what ends with it; of one that has ended it asks for its disposition. */
export function EndDialog({
  interaction,
  blocked,
  end,
}: {
  interaction: Interaction;
  /** Why the conversation cannot be ended now. */
  blocked: string | undefined;
  end: EndControl;
}) {
  const { t } = useTexts();
  const { contact, dispositions, state } = interaction;
  const isActive = state === 'active';
  return (
    <ConfirmDialog
      open={end.confirming}
      title={t(isActive ? 'sms.end.confirm' : 'sms.close.confirm')}
      body={[
        end.invited !== undefined && t('sms.end.confirm.invited', { target: end.invited }),
        isActive && t('sms.end.confirm.help', { customer: contact.name }),
      ]
        .filter(Boolean)
        .join(' ')}
      confirmLabel={t(isActive ? 'sms.end.confirm.action' : 'common.close')}
      cancelLabel={t('sms.end.confirm.keep')}
      busy={end.busy}
      confirmBlocked={blocked ?? (end.needsDisposition ? t('sms.end.disposition.needed') : undefined)}
      onConfirm={end.complete}
      onCancel={end.keepOpen}
    >
      {dispositions && (
        <DispositionField dispositions={dispositions} value={end.disposition} busy={end.busy} onChoose={end.choose} />
      )}
    </ConfirmDialog>
  );
}
