import { transferEnded } from '@baton/desktop';
import type { Problem } from '../window/use-problem';
import type { Shown } from '../window/view';
import { transferBanner } from './transfer-banner';
import type { BannerModel, TransferContext } from './transfer-banner';

/**
 * All banners above the transcript, newest first.
 *
 * @param endedAt when the conversation ended, if it has
 */
export function bannersOf(
  shown: Shown,
  context: TransferContext,
  endedAt?: number,
  problem?: Problem & { at: number },
): BannerModel[] {
  return [
    outcomeBanner(shown, context),
    problem && problemBanner(problem),
    endedBanner(shown, endedAt),
    receivedBanner(shown),
  ]
    .filter((banner) => banner !== undefined)
    .toSorted((a, b) => b.at - a.at);
}

/** Key of the banner about a problem of this window. */
export const problemKey = 'problem';

function problemBanner({ title, help, at }: Problem & { at: number }): BannerModel {
  return { key: problemKey, severity: 'problem', title, help: [help], actions: [], dismissible: true, at };
}

function outcomeBanner(shown: Shown, context: TransferContext): BannerModel | undefined {
  const { transfer, interaction } = shown;
  if (transfer === undefined) return undefined;
  const banner = transferBanner(transfer, context);
  // The conversation has ended, so its actions are not possible any more.
  const isHistory = interaction.state === 'ended' && transferEnded(transfer) && !saysEnded(shown);
  return isHistory ? { ...banner, help: [], actions: [] } : banner;
}

/** Whether the banner of the transfer says that the conversation has ended. */
function saysEnded({ transfer }: Shown): boolean {
  return (transfer?.state === 'failed' || transfer?.state === 'refused') && transfer.reason === 'ended';
}

function endedBanner(shown: Shown, endedAt: number | undefined): BannerModel | undefined {
  const { interaction } = shown;
  if (interaction.state !== 'ended' || saysEnded(shown)) return undefined;
  return {
    key: 'ended',
    severity: 'information',
    title: { id: 'conversation.ended', values: { customer: interaction.contact.name } },
    help: [{ id: 'conversation.ended.help' }],
    actions: [],
    dismissible: false,
    at: endedAt ?? interaction.assignedAt,
  };
}

function receivedBanner({ interaction }: Shown): BannerModel | undefined {
  const { receivedFrom, assignedAt, contact } = interaction;
  if (receivedFrom === undefined) return undefined;
  return {
    key: 'received',
    severity: 'done',
    title: { id: 'transfer.received' },
    help: [{ id: 'transfer.received.help', values: { source: receivedFrom.name, customer: contact.name } }],
    actions: [],
    passing: true,
    dismissible: false,
    at: assignedAt,
  };
}
