import { ConfirmDialog } from '@baton/ui';
import { useTexts } from '../texts';
import type { EndControl } from './use-end';

/** Asks before a conversation is ended, and says what ends with it. */
export function EndDialog({
  customer,
  blocked,
  end,
}: {
  customer: string | undefined;
  /** Why the conversation cannot be ended now. */
  blocked: string | undefined;
  end: EndControl;
}) {
  const { t } = useTexts();
  return (
    <ConfirmDialog
      open={end.confirming}
      title={t('sms.end.confirm')}
      body={[
        end.invited !== undefined && t('sms.end.confirm.invited', { target: end.invited }),
        t('sms.end.confirm.help', { customer }),
      ]
        .filter(Boolean)
        .join(' ')}
      confirmLabel={t('sms.end.confirm.action')}
      cancelLabel={t('sms.end.confirm.keep')}
      busy={end.busy}
      confirmBlocked={blocked}
      onConfirm={end.complete}
      onCancel={end.keepOpen}
    />
  );
}
