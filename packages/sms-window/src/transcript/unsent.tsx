import { canSend } from '@baton/desktop';
import { useDesktop, useHost } from '@baton/module-kit';
import { Button, DeleteIcon, RetryIcon } from '@baton/ui';
import { useTexts } from '../texts';
import type { BubbleStatus } from './arrange';
import { part } from '../parts';

/** Why a message was not sent, and what can be done about it. */
export function Unsent({
  text,
  status: { reason, outbox },
  interactionId,
  customer,
}: {
  text: string;
  status: Extract<BubbleStatus, { state: 'failed' }>;
  interactionId: string;
  customer: string;
}) {
  const { commands } = useHost();
  const { t } = useTexts();
  const permit = useDesktop((state) => canSend(state, interactionId));
  const mayHelp = reason === 'network' || reason === 'server';

  const retry = () => {
    if (outbox === undefined) void commands.sendMessage({ interactionId, text });
    else commands.retryMessage(outbox);
  };

  return (
    <div className="sms-unsent" part={part('unsent')}>
      <p>{t(`sms.failed.${reason}`, { customer })}</p>
      <div className="sms-unsent-actions">
        {mayHelp ? (
          <Button
            size="sm"
            icon={RetryIcon}
            disabledReason={permit.ok ? undefined : t('connection.needed')}
            onClick={retry}
          >
            {t('sms.status.retry')}
          </Button>
        ) : null}
        {outbox === undefined ? null : (
          <Button size="sm" icon={DeleteIcon} onClick={() => commands.discardMessage(outbox)}>
            {t('sms.status.delete')}
          </Button>
        )}
      </div>
    </div>
  );
}
