import type { AgentMessage, DesktopState, Message, OutboxMessage } from '@baton/contracts';
import { isIdempotent } from '@baton/desktop';
import { shownReason } from '../transcript/arrange';
import { transferAnnouncement } from '../transfer/announcement';
import type { Announcement } from '../transfer/announcement';
import { circumstancesOf } from '../transfer/circumstances';

/**
 * What an agent who cannot see the screen has to hear of a change of the
 * desktop. Everything counts, not just the conversation in front: an invitation
 * goes on while its sender works on something else.
 */
export function newsBetween(
  before: DesktopState,
  after: DesktopState,
  cancelAsked: ReadonlySet<string>,
  backendNow: number,
): Announcement[] {
  // What a desktop starts with is no news.
  if (before.agent === undefined) return [];
  return [
    ...transferNews(before, after, cancelAsked, backendNow),
    ...messageNews(before, after),
    ...interactionNews(before, after),
  ];
}

const failedWords: Announcement['words'] = [{ id: 'sms.failed' }];
const unknownWords: Announcement['words'] = [{ id: 'sms.status.unknown' }, { id: 'sms.failed.unknown' }];

function transferNews(
  before: DesktopState,
  after: DesktopState,
  cancelAsked: ReadonlySet<string>,
  backendNow: number,
): Announcement[] {
  if (before.transfers === after.transfers) return [];
  return Object.values(after.transfers).flatMap((transfer) => {
    const { interactionId, commandId } = transfer;
    const customer = nameOf(before, interactionId) ?? nameOf(after, interactionId) ?? '';
    const circumstances = circumstancesOf(after, customer, cancelAsked.has(commandId));
    return transferAnnouncement(before.transfers[interactionId], transfer, circumstances, backendNow) ?? [];
  });
}

/** SW-03: only failures are said. */
function messageNews(before: DesktopState, after: DesktopState): Announcement[] {
  const unsent = Object.values(after.outbox).filter(
    ({ commandId, status }) => status.state === 'failed' && before.outbox[commandId]?.status.state !== 'failed',
  );
  const undelivered = Object.entries(after.conversations).flatMap(([interactionId, { messages }]) => {
    const earlier = before.conversations[interactionId]?.messages;
    if (earlier === undefined || earlier === messages) return [];
    const failed = new Set(earlier.flatMap((message) => (isFailed(message) ? message.index : [])));
    return messages
      .filter(isFailed)
      .filter((message) => message.from.id === after.agent?.id && !failed.has(message.index));
  });
  const sendsOnce = isIdempotent(after, 'sendMessage');
  const isUnknown = ({ status }: OutboxMessage) =>
    status.state === 'failed' && shownReason(status.reason, sendsOnce) === 'unknown';
  return [
    ...unsent.map((text) => ({ ...text, words: isUnknown(text) ? unknownWords : failedWords })),
    ...undelivered.map((text) => ({ ...text, words: failedWords })),
  ].map(({ commandId, words }) => ({ words, priority: 'assertive', id: `message:${commandId}:failed` }));
}

function interactionNews(before: DesktopState, after: DesktopState): Announcement[] {
  if (before.interactions === after.interactions) return [];
  return Object.values(after.interactions).flatMap((interaction): Announcement[] => {
    const { id, contact } = interaction;
    const known = before.interactions[id];
    if (known === undefined && interaction.state === 'active') {
      const words =
        interaction.receivedFrom === undefined
          ? ({ id: 'sms.assigned', values: { customer: contact.name } } as const)
          : ({ id: 'sms.received', values: { customer: contact.name } } as const);
      return [{ words: [words], priority: 'polite', id: `received:${id}` }];
    }
    if (known?.state === 'active' && interaction.state === 'ended') {
      return [
        {
          words: [{ id: 'conversation.ended', values: { customer: contact.name } }],
          priority: 'polite',
          id: `ended:${id}`,
        },
      ];
    }
    return [];
  });
}

function isFailed(message: Message): message is AgentMessage {
  return message.kind === 'agent' && message.delivery.state === 'failed';
}

function nameOf(state: DesktopState, interactionId: string): string | undefined {
  return state.interactions[interactionId]?.contact.name;
}
