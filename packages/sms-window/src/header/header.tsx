import type { Interaction } from '@baton/contracts';
import { useKeys, useNow } from '@baton/module-kit';
import { Avatar, Button, EndIcon, TransferIcon, formatDuration } from '@baton/ui';
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
  /** Why the conversation cannot be transferred now. */
  transferBlocked: string | undefined;
  onTransfer(): void;
  /** Why the conversation cannot be ended now. */
  endBlocked: string | undefined;
  onEnd(): void;
}

/** Who the conversation is with, and what can be done with it as a whole. */
export function Header({
  interaction,
  headingId,
  transferButton,
  picking,
  transferBlocked,
  onTransfer,
  endBlocked,
  onEnd,
}: HeaderProps) {
  const { contact } = interaction;
  const { t } = useTexts();
  const keys = useKeys();
  return (
    <header className="sms-header" part={part('header')}>
      <Avatar name={contact.name} size="lg" />
      <div className="sms-who">
        <h2 id={headingId} className="sms-name" part={part('name')}>
          <bdi>{contact.name}</bdi>
        </h2>
        <p className="sms-facts" part={part('meta')}>
          <bdi dir="ltr">{contact.displayNumber}</bdi> · {t('sms.meta.channel')} · <Age since={interaction.startedAt} />
        </p>
      </div>
      <div className="sms-actions" part={part('actions')} role="group" aria-label={t('sms.actions')}>
        <Button
          ref={transferButton.attach}
          part={part('transfer')}
          icon={TransferIcon}
          aria-expanded={picking}
          aria-keyshortcuts={keys('transfer.start')}
          disabledReason={transferBlocked}
          onClick={onTransfer}
        >
          <span className="sms-action-name">{t('sms.transfer')}</span>
        </Button>
        <Button part={part('end')} icon={EndIcon} disabledReason={endBlocked} onClick={onEnd}>
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
