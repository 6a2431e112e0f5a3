import { useState } from 'react';
import { knownOr } from '@baton/contracts';
import { canSend, isIdempotent } from '@baton/desktop';
import { useDesktop, useHost } from '@baton/module-kit';
import { Button, DeleteIcon, RetryIcon, useCommand } from '@baton/ui';
import { refusal } from '../actions/refusal';
import { useTexts } from '../texts';
import type { BubbleStatus } from './arrange';
import { part } from '../parts';

/** Why a message was not sent, and what can be done about it. */
export function Unsent({
  index,
  status,
  interactionId,
  customer,
}: {
  /** Its place in the record; none while it is in the outbox. */
  index: number | undefined;
  status: Extract<BubbleStatus, { state: 'failed' }>;
  interactionId: string;
  customer: string | undefined;
}) {
  const { adapters, commands, desktop, readConsent } = useHost();
  const { t } = useTexts();
  const { reason, outbox } = status;
  const question = t('sms.sendAgain.help', { customer });
  const permit = useDesktop((state) => canSend(state, interactionId, readConsent));
  const obstacle = refusal(permit, 'sms.compose.notAllowed');
  const [again, setAgain] = useState<
    { taken: BubbleStatus } | { refused: string; mayBeSent: boolean; isSupported: boolean }
  >();
  const [isAsked, setAsked] = useState(false);
  const isRefused = again && 'refused' in again;
  const isHopeless = reason === 'blocked' || reason === 'number' || reason === 'unsupported';
  const isOptedOut = reason === 'optedOut' && !permit.ok && permit.reason === 'optedOut';
  const mayHelp = !isHopeless && !isOptedOut && (!isRefused || again.isSupported);
  const mayBeSent = isRefused ? again.mayBeSent : reason === 'unknown';

  const retry = useCommand(async () => {
    setAsked(false);
    if (outbox !== undefined) return commands.retryMessage(outbox);
    if (index === undefined) return;
    const result = await commands.redeliverMessage({ interactionId, index });
    if (result.ok) return setAgain({ taken: status });
    const { code, reference } = result.error;
    const isSupported = code !== 'unsupported';
    const mayBeSent = code === 'unknown_outcome' && !isIdempotent(desktop.getState(), 'redeliverMessage');
    const failed =
      code === 'opted_out'
        ? t('sms.failed.blocked', { customer })
        : isSupported
          ? t('sms.retry.failed', { ref: reference })
          : t('sms.failed.unsupported');
    const refused = mayBeSent ? t('sms.failed.unknown') : failed;
    setAgain({ refused, mayBeSent, isSupported });
    adapters.announcer.announce(refused, { priority: 'assertive' });
  });

  function ask() {
    setAsked(true);
    adapters.announcer.announce(question, { priority: 'assertive' });
  }

  // What becomes of it comes with the message: another failure is another status.
  if (again && 'taken' in again && again.taken === status) return null;
  const why = isRefused
    ? again.refused
    : t(`sms.failed.${reason === 'optedOut' ? 'blocked' : knownOr(reason, 'other')}`, { customer });
  return (
    <div className="sms-unsent" part={part('unsent')}>
      <p>{isAsked ? question : why}</p>
      <div className="sms-unsent-actions">
        {mayHelp ? (
          <Button
            size="sm"
            icon={RetryIcon}
            busy={retry.busy}
            disabledReason={obstacle && t(obstacle.id, { customer })}
            onClick={mayBeSent && !isAsked ? ask : retry.run}
          >
            {t(isAsked ? 'sms.sendAgain' : 'sms.status.retry')}
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
