import { useDesktop, useHost } from '@baton/module-kit';
import { useQueryClient } from '@tanstack/react-query';
import { targetKey } from '@baton/contracts';
import type { KnownTarget, KnownTargetRef } from '@baton/contracts';
import { useCommand } from '@baton/ui';
import type { Panel, Purpose } from '../opening/panel';
import { useTexts } from '../texts';
import { refOf } from './ref-of';
import type { ConversationToTransfer } from './use-conversation-to-transfer';

/**
 * Performs "SMS transfer": answers the open pick, or, without one, requests a transfer of the conversation in front.
 * Either way the panel closes.
 */
export function useTransfer(
  panel: Panel,
  purpose: Purpose,
): (target: KnownTarget, conversation: ConversationToTransfer) => void {
  const { bus, commands } = useHost();
  const { t } = useTexts();
  const queries = useQueryClient();
  const remembers = useDesktop((state) => state.capabilities?.recents === true);

  const { run: remember } = useCommand(async (target: KnownTargetRef) => {
    await commands.addRecent({ target });
    await queries.invalidateQueries({ queryKey: ['recents'] });
  }, targetKey);
  const { run: ask } = useCommand(async (target: KnownTargetRef, interaction: string) => {
    await bus.request('transfer.start', { interactionId: interaction, target }).catch(() =>
      bus.request('notice.post', {
        severity: 'problem',
        title: t('team.transfer.notStarted', { name: target.name }),
        body: t('team.transfer.notStartedHelp'),
        interactionId: interaction,
      }),
    );
  });

  return (chosen, { interactionId }) => {
    const target = refOf(chosen);
    if (remembers) remember(target);
    if (purpose.for === 'browsing' && interactionId !== null) ask(target, interactionId);
    panel.choose({ action: 'smsTransfer', target }, 'on');
  };
}
