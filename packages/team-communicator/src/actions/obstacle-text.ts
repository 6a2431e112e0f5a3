import { isKnown } from '@baton/contracts';
import type { Contact, KnownTarget } from '@baton/contracts';
import type { TransferObstacle } from '@baton/desktop';
import type { Texts } from '@baton/ui';
import type { TextId } from '../texts';

/** The text that says why a conversation cannot be transferred to a target. `contact`: the customer of the conversation. */
export function obstacleText(
  obstacle: TransferObstacle,
  { name, kind }: KnownTarget,
  { t }: Texts<TextId>,
  contact?: Contact,
): string {
  switch (obstacle.reason) {
    case 'gone':
      return contact === undefined
        ? t('team.disabled.noConversation')
        : t('team.disabled.gone', { customer: contact.name });
    case 'connectionLost':
      return t('connection.needed');
    case 'privilege':
      return t('privilege.transfer');
    case 'pending':
      return t('team.disabled.pending', { name: obstacle.waitingFor });
    case 'kind':
    case 'permission':
      return t(`team.disabled.${obstacle.reason}`, { type: t(`team.kinds.${kind}`) });
    case 'offline':
    case 'noAgents':
    case 'noneReady':
    case 'ended':
    case 'notAllowed':
      return t(`team.disabled.${obstacle.reason}`, { name });
    default:
      // The same text as for the contact centre's own refusal.
      return isKnown(obstacle.reason)
        ? t(`transfer.failed.${obstacle.reason}`, { target: name })
        : t('team.disabled.unknown', { name });
  }
}
