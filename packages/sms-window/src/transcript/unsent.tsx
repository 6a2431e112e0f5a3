import { useState } from 'react';
import { isKnown } from '@baton/contracts';
import type { DeliveryFailure, SendingFailure } from '@baton/contracts';
import { canSend, isIdempotent } from '@baton/desktop';
import { useDesktop, useHost } from '@baton/module-kit';
import { Button, DeleteIcon, RetryIcon, useCommand } from '@baton/ui';
import type { Texts } from '@baton/ui';
import { refusal } from '../actions/refusal';
import { useTexts } from '../texts';
import type { TextId } from '../texts';
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
  status: Failed;
  interactionId: string;
  customer: string | undefined;
}) {
  const { adapters, commands, desktop, readConsent } = useHost();
  const { t } = useTexts();
  const { reason, outbox, permanent = isInVain(reason) } = status;
  const question = t('sms.sendAgain.help', { customer });
  const permit = useDesktop((state) => canSend(state, interactionId, readConsent));
  const obstacle = refusal(permit, 'sms.compose.notAllowed');
  const [again, setAgain] = useState<
    { taken: BubbleStatus } | { refused: string; mayBeSent: boolean; isSupported: boolean }
  >();
  const [isAsked, setAsked] = useState(false);
  const isRefused = again && 'refused' in again;
  const isOptedOut = reason === 'optedOut' && !permit.ok && permit.reason === 'optedOut';
  const mayHelp = !permanent && !isOptedOut && (!isRefused || again.isSupported);
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
  const why = isRefused ? again.refused : whyNot(t, status, customer);
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

type Failed = Extract<BubbleStatus, { state: 'failed' }>;

/** Whether another try is in vain, where the product does not say. */
function isInVain(reason: DeliveryFailure | SendingFailure): boolean {
  return ['blocked', 'number', 'carrierBlocked', 'numberUnknown', 'filtered', 'unsupported'].includes(reason);
}

function whyNot(
  t: Texts<TextId>['t'],
  { reason, code, permanent, outbox }: Failed,
  customer: string | undefined,
): string {
  const why =
    reason === 'optedOut'
      ? t('sms.failed.blocked', { customer })
      : isKnown(reason)
        ? t(`sms.failed.${reason}`, { customer })
        : code === undefined
          ? t('sms.failed.other')
          : t('sms.failed.code', { code });
  // The customer may opt in again, and the agent can find other words.
  const isSaid = reason === 'blocked' || reason === 'filtered';
  const isFinal = outbox === undefined && !isSaid && (permanent ?? isInVain(reason));
  return isFinal ? `${why} ${t('sms.failed.permanent')}` : why;
}
