import { useDesktop, useHost } from '@baton/module-kit';
import { useQueryClient } from '@tanstack/react-query';
import type { Target } from '@baton/contracts';
import type { Panel, Purpose } from '../opening/panel';
import { useTexts } from '../texts';
import { refOf } from './ref-of';

/**
 * What choosing "SMS transfer" does: answers the pick, or, without one, asks for
 * a transfer of `interactionId`. Either way the panel closes.
 */
export function useTransfer(panel: Panel, purpose: Purpose, interactionId: string | null): (target: Target) => void {
  const { bus, commands } = useHost();
  const { t } = useTexts();
  const queries = useQueryClient();
  const remembers = useDesktop((state) => state.capabilities?.recents === true);

  return (chosen) => {
    const target = refOf(chosen);
    if (remembers) void commands.addRecent({ target }).then(() => queries.invalidateQueries({ queryKey: ['recents'] }));
    if (purpose.for === 'transfer') {
      panel.choose(target);
      return;
    }
    if (interactionId === null) return;
    bus.request('transfer.start', { interactionId, target }).catch(() =>
      bus.request('notice.post', {
        severity: 'problem',
        title: t('team.transfer.notStarted', { name: target.name }),
        body: t('team.transfer.notStartedHelp'),
        interactionId,
      }),
    );
    panel.leave();
  };
}
