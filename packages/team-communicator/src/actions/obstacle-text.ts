import type { Target } from '@baton/contracts';
import type { TeamTexts } from '../texts';
import type { TransferObstacle } from './transfer-obstacle';

/** Says why a conversation cannot be transferred to a target. */
export function obstacleText(obstacle: TransferObstacle, { name, kind }: Target, { t }: TeamTexts): string {
  switch (obstacle.reason) {
    case 'gone':
      return t('shell.openConversation');
    case 'connectionLost':
      return t('connection.needed');
    case 'pending':
      return t('team.disabled.pending', { name: obstacle.waitingFor });
    case 'permission':
      return t('team.disabled.permission', { type: t(`targetKinds.${kind}`) });
    default:
      return t(`team.disabled.${obstacle.reason}`, { name });
  }
}
