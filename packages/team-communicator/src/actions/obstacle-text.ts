import type { Target } from '@baton/contracts';
import type { TeamTexts } from '../texts';
import type { TransferObstacle } from './transfer-obstacle';

/** Says why a conversation cannot be transferred to a target. `customer`: whose conversation the agent had in mind. */
export function obstacleText(
  obstacle: TransferObstacle,
  { name, kind }: Target,
  { t }: TeamTexts,
  customer?: string,
): string {
  switch (obstacle.reason) {
    case 'gone':
      return customer === undefined ? t('shell.openConversation') : t('team.disabled.gone', { customer });
    case 'connectionLost':
      return t('connection.needed');
    case 'pending':
      return t('team.disabled.pending', { name: obstacle.waitingFor });
    case 'permission':
      return t('team.disabled.permission', { type: t(`targetKinds.${kind}`) });
    case 'offline':
    case 'noAgents':
    case 'noneReady':
    case 'ended':
    case 'notAllowed':
      return t(`team.disabled.${obstacle.reason}`, { name });
    default:
      // In the words in which the contact centre's refusal would be told.
      return t(`transfer.failed.${obstacle.reason}`, { target: name });
  }
}
