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
  const { transfer } = shown;
  return [
    transfer && transferBanner(transfer, circumstances),
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

function endedBanner({ interaction, messages, transfer }: Shown): BannerModel | undefined {
  const told = (transfer?.state === 'failed' || transfer?.state === 'refused') && transfer.reason === 'ended';
  if (interaction.state !== 'ended' || told) return undefined;
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
