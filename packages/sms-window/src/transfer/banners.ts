import { transferEnded } from '@baton/desktop';
import type { Problem } from '../window/use-problem';
import type { Shown } from '../window/view';
import { transferBanner } from './transfer-banner';
import type { BannerModel, Circumstances } from './transfer-banner';

/** Everything that stands above the transcript, newest first. */
export function bannersOf(
  shown: Shown,
  circumstances: Circumstances,
  problem?: Problem & { at: number },
): BannerModel[] {
  return [
    outcomeBanner(shown, circumstances),
    problem && problemBanner(problem),
    endedBanner(shown),
    receivedBanner(shown),
  ]
    .filter((banner) => banner !== undefined)
    .toSorted((a, b) => b.at - a.at);
}

/** Key of the banner about this window's own problem. */
export const problemKey = 'problem';

function problemBanner({ title, help, at }: Problem & { at: number }): BannerModel {
  return { key: problemKey, severity: 'problem', title, help: [help], actions: [], dismissible: true, at };
}

function outcomeBanner(shown: Shown, circumstances: Circumstances): BannerModel | undefined {
  const { transfer, interaction } = shown;
  if (transfer === undefined) return undefined;
  const banner = transferBanner(transfer, circumstances);
  // The next step that it would tell of is not possible any more.
  const isHistory = interaction.state === 'ended' && transferEnded(transfer) && !tellsTheEnd(shown);
  return isHistory ? { ...banner, help: [], actions: [] } : banner;
}

/** Whether the transfer has failed because the conversation ended: its banner says so. */
function tellsTheEnd({ transfer }: Shown): boolean {
  return (transfer?.state === 'failed' || transfer?.state === 'refused') && transfer.reason === 'ended';
}

function endedBanner(shown: Shown): BannerModel | undefined {
  const { interaction, messages } = shown;
  if (interaction.state !== 'ended' || tellsTheEnd(shown)) return undefined;
  const event = messages.findLast((message) => message.kind === 'event' && message.event === 'ended');
  return {
    key: 'ended',
    severity: 'information',
    title: { id: 'conversation.ended', values: { customer: interaction.contact.name } },
    help: [{ id: 'conversation.ended.help' }],
    actions: [],
    dismissible: false,
    at: event?.at ?? interaction.assignedAt,
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
