import type { MouseEvent } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import { Button, CopyButton, MarkReadIcon, RetryIcon, useCommand } from '@baton/ui';
import { isLive } from '@baton/desktop';
import type { Notice } from '@baton/contracts';
import { useTexts } from '../texts';
import { part } from '../parts';
import { commandAgain, isFailedTransfer } from './failed-transfer';
import type { FailedTransfer } from './failed-transfer';

/** What can be done about an entry. They are no tab stops: the arrow keys lead from the entry to them. */
export function NoticeActions({
  notice,
  describedBy,
  onAcknowledge,
  onGone,
}: {
  notice: Notice;
  describedBy: string;
  /** The agent says that they have read it; undefined where that is not asked for. */
  onAcknowledge: (() => void) | undefined;
  /** Called before the button that was pressed goes. */
  onGone(): void;
}) {
  const { t } = useTexts();
  return (
    <div className="notice-actions">
      {isFailedTransfer(notice) && <TryAgain notice={notice} describedBy={describedBy} onRetry={onGone} />}
      {onAcknowledge && (
        <Button
          size="sm"
          part={part('notice-acknowledge')}
          icon={MarkReadIcon}
          tabIndex={-1}
          aria-describedby={describedBy}
          onClick={() => {
            onGone();
            onAcknowledge();
          }}
        >
          {t('messages.acknowledge')}
        </Button>
      )}
      {notice.kind === 'draft.kept' && (
        <CopyButton text={notice.text} label={t('messages.copyText')} shown size="sm" tabIndex={-1} />
      )}
      {notice.interactionId !== undefined && (
        <OpenConversation notice={notice} interactionId={notice.interactionId} describedBy={describedBy} />
      )}
    </div>
  );
}

/** Asks for the same transfer again, by the same command, while that is possible. */
function TryAgain({ notice, describedBy, onRetry }: { notice: FailedTransfer; describedBy: string; onRetry(): void }) {
  const { t } = useTexts();
  const { commands, desktop } = useHost();
  const isPossible = useDesktop((state) => commandAgain(state, notice) !== undefined);
  const live = useDesktop(isLive);
  const { busy, run } = useCommand(async () => {
    const { interactionId } = notice;
    const command = commandAgain(desktop.getState(), notice);
    onRetry();
    if (command?.type === 'startTransfer') await commands.startTransfer({ interactionId, target: command.target });
    if (command?.type === 'returnInteraction') await commands.returnInteraction({ interactionId });
  });
  if (!isPossible) return null;
  return (
    <Button
      size="sm"
      part={part('notice-retry')}
      icon={RetryIcon}
      tabIndex={-1}
      busy={busy}
      disabledReason={live ? undefined : t('connection.needed')}
      aria-describedby={describedBy}
      onClick={run}
    >
      {t('messages.tryAgain')}
    </Button>
  );
}

/** A link to the conversation, while the agent has it. */
function OpenConversation({
  notice,
  interactionId,
  describedBy,
}: {
  notice: Notice;
  interactionId: string;
  describedBy: string;
}) {
  const { t } = useTexts();
  const { bus, commands } = useHost();
  const exists = useDesktop((state) => state.interactions[interactionId] !== undefined);
  if (!exists) return null;

  function open(event: MouseEvent) {
    event.preventDefault();
    commands.markNoticesRead([notice.id]);
    // A host without windows has nothing to open; the entry stays as it is.
    void bus.request('interaction.open', { interactionId, focus: true }).catch(() => undefined);
  }

  return (
    <a
      className="notice-link"
      part={part('notice-link')}
      href={`#${interactionId}`}
      tabIndex={-1}
      aria-describedby={describedBy}
      onClick={open}
    >
      {t('messages.open')}
    </a>
  );
}
