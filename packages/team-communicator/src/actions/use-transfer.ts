import { useDesktop, useHost } from '@baton/module-kit';
import { useQueryClient } from '@tanstack/react-query';
import { targetKey } from '@baton/contracts';
import type { Target, TargetRef } from '@baton/contracts';
import { useCommand } from '@baton/ui';
import type { Panel, Purpose } from '../opening/panel';
import { useTexts } from '../texts';
import { refOf } from './ref-of';
import type { Subject } from './use-subject';

/**
 * What choosing "SMS transfer" does: answers the pick, or, without one, asks for
 * a transfer of the conversation in question. Either way the panel closes.
 */
export function useTransfer(panel: Panel, purpose: Purpose): (target: Target, subject: Subject) => void {
  const { bus, commands } = useHost();
  const { t } = useTexts();
  const queries = useQueryClient();
  const remembers = useDesktop((state) => state.capabilities?.recents === true);

  const { run: remember } = useCommand(async (target: TargetRef) => {
    await commands.addRecent({ target });
    await queries.invalidateQueries({ queryKey: ['recents'] });
  }, targetKey);
  const { run: ask } = useCommand(async (target: TargetRef, interaction: string) => {
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
    if (purpose.for === 'transfer') {
      panel.choose(target);
      return;
    }
    if (interactionId === null) return;
    ask(target, interactionId);
    panel.leave();
  };
}
