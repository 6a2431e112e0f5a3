import type { DesktopState } from '@baton/contracts';
import { canComplete, canSend, canTransfer } from '@baton/desktop';
import type { Permit } from '@baton/desktop';
import { transferBanner } from '../transfer/transfer-banner';
import type { Circumstances } from '../transfer/transfer-banner';
import type { TextId, Wording } from '../texts';
import type { View } from './view';

/** Why something cannot be done with the conversation now; undefined when it can. */
export interface Obstacles {
  send: Wording | undefined;
  transfer: Wording | undefined;
  end: Wording | undefined;
}

/** What the agent cannot do with the conversation shown, in words. */
export function obstaclesOf(
  view: Exclude<View, { kind: 'empty' }>,
  state: DesktopState,
  circumstances: Circumstances,
): Obstacles {
  const { interaction, transfer } = view;
  if (view.kind === 'leaving') {
    const moved: Wording = { id: 'sms.readonly.moved', values: { target: view.to } };
    return { send: moved, transfer: moved, end: moved };
  }
  const permitted = canTransfer(state, interaction.id);
  const isPending = !permitted.ok && permitted.reason === 'pending' && transfer !== undefined;
  const requesting = transfer?.state === 'requesting' ? transferBanner(transfer, circumstances).title : undefined;
  return {
    send: refusal(canSend(state, interaction.id), 'sms.compose.notAllowed', 'connection.lost.help'),
    transfer: isPending ? transferBanner(transfer, circumstances).title : refusal(permitted, 'sms.transfer.notAllowed'),
    end: requesting ?? refusal(canComplete(state, interaction.id), 'sms.end.notAllowed'),
  };
}

/** Whether a banner or the composer's place says the same: nothing else says these. */
export function isOnScreen(obstacle: Wording | undefined): boolean {
  const onlyThere: readonly string[] = ['sms.transfer.notAllowed', 'sms.end.notAllowed'];
  return obstacle !== undefined && !onlyThere.includes(obstacle.id);
}

/** Why a permit was refused, in words. */
export function refusal(
  permit: Permit,
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
    case 'pending':
    case 'notAllowed':
      return { id: notAllowed };
  }
}
