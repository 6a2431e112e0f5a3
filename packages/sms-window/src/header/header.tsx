import type { Interaction } from '@baton/contracts';
import { useKeys, useNow } from '@baton/module-kit';
import { Avatar, Button, EndIcon, TransferIcon, formatDuration, balanced } from '@baton/ui';
import { useTexts } from '../texts';
import type { Place } from '../window/place';
import { part } from '../parts';

export interface HeaderProps {
  interaction: Interaction;
  /** Id for the heading, which names the window. */
  headingId: string;
  transferButton: Place;
  /** Whether Team Communicator is asked for a target now. */
  picking: boolean;
  /** Why the conversation cannot be transferred now, and whether the window says so elsewhere. */
  transferBlocked: string | undefined;
  transferReasonOnScreen: boolean;
  onTransfer(): void;
  /** Why the conversation cannot be ended now, and whether the window says so elsewhere. */
  endBlocked: string | undefined;
  endReasonOnScreen: boolean;
  onEnd(): void;
}

/** Who the conversation is with, and what can be done with it as a whole. */
export function Header({
  interaction,
  headingId,
  transferButton,
  picking,
  transferBlocked,
  transferReasonOnScreen,
  onTransfer,
  endBlocked,
  endReasonOnScreen,
  onEnd,
}: HeaderProps) {
  const { contact } = interaction;
  const { t } = useTexts();
  const keys = useKeys();
  return (
    <header className="sms-header" part={part('header')}>
      <Avatar name={contact.name} size="lg" />
      <div className="sms-who">
        <h2 id={headingId} tabIndex={-1} className="sms-name" part={part('name')}>
          <bdi>{contact.name}</bdi>
        </h2>
        <p className="sms-facts" part={part('meta')}>
          <bdi dir="ltr">{balanced(contact.displayNumber)}</bdi> · {t('sms.meta.channel')} ·{' '}
          <Age since={interaction.startedAt} />
        </p>
      </div>
      <div className="sms-actions" part={part('actions')} role="group" aria-label={t('sms.actions')}>
        <Button
          ref={transferButton.attach}
          part={part('transfer')}
          icon={TransferIcon}
          aria-expanded={picking}
          keys={keys('transfer.start')}
          disabledReason={transferBlocked}
          reasonOnScreen={transferReasonOnScreen}
          onClick={onTransfer}
        >
          <span className="sms-action-name">{t('sms.transfer')}</span>
        </Button>
        <Button
          part={part('end')}
          icon={EndIcon}
          disabledReason={endBlocked}
          reasonOnScreen={endReasonOnScreen}
          onClick={onEnd}
        >
          <span className="sms-action-name">{t('sms.end')}</span>
        </Button>
      </div>
    </header>
  );
}

function Age({ since }: { since: number }) {
  const texts = useTexts();
  return formatDuration(useNow(10_000) - since, texts);
}
