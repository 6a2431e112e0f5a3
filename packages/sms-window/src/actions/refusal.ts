import type { SendPermit } from '@baton/desktop';
import type { TextId, Wording } from '../texts';

/** The text that says why a permit was refused; it may name the `customer`. */
export function refusal(
  permit: SendPermit,
  notAllowed: TextId,
  connectionLost: TextId = 'connection.needed',
): Wording | undefined {
  if (permit.ok) return undefined;
  switch (permit.reason) {
    case 'connectionLost':
      return { id: connectionLost };
    case 'ended':
    case 'gone':
      return { id: 'sms.readonly.ended' };
    case 'optedOut':
      return { id: 'sms.failed.blocked' };
    case 'noTargets':
      return { id: 'sms.transfer.noTargets' };
    case 'privilege':
      return { id: 'privilege.transfer' };
    case 'pending':
    case 'notAllowed':
      return { id: notAllowed };
  }
}
