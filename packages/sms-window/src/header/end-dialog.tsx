import { ConfirmDialog } from '@baton/ui';
import { useTexts } from '../texts';
import type { EndControl } from './use-end';

/** Asks before a conversation is ended. */
export function EndDialog({ customer, end }: { customer: string; end: EndControl }) {
  const { t } = useTexts();
  return (
    <ConfirmDialog
      open={end.confirming}
      title={t('sms.end.confirm')}
      body={t('sms.end.confirm.help', { customer })}
      confirmLabel={t('sms.end.confirm.action')}
      cancelLabel={t('sms.end.confirm.keep')}
      busy={end.busy}
      onConfirm={end.complete}
      onCancel={end.keepOpen}
    />
  );
}
