import type { AgentMessage, DesktopState, HostContext, Message, OutboxMessage } from '@baton/contracts';
import { consentOf, isIdempotent } from '@baton/desktop';
import { shownReason } from '../transcript/arrange';
import { transferAnnouncement } from '../transfer/announcement';
import type { Announcement } from '../transfer/announcement';
import { transferContextOf } from '../transfer/transfer-context';

/**
 * The announcements of a change of the desktop state, for agents with a screen reader. They cover all conversations, not
 * only the one in front: an invitation goes on while its sender works on another conversation.
 */
export function announcementsBetween(
  before: DesktopState,
  after: DesktopState,
  cancelAsked: ReadonlySet<string>,
  backendNow: number,
  host: Pick<HostContext, 'declining' | 'readConsent'>,
): Announcement[] {
  // The first snapshot is not announced.
  if (before.agent === undefined) return [];
  return [
    ...transferAnnouncements(before, after, cancelAsked, backendNow, host),
    ...messageAnnouncements(before, after),
    ...interactionAnnouncements(before, after),
    ...consentAnnouncements(before, after, host),
  ];
}

const failedWords: Announcement['words'] = [{ id: 'sms.failed' }];
const unknownWords: Announcement['words'] = [{ id: 'sms.status.unknown' }, { id: 'sms.failed.unknown' }];

function transferAnnouncements(
  before: DesktopState,
  after: DesktopState,
  cancelAsked: ReadonlySet<string>,
  backendNow: number,
  host: Pick<HostContext, 'declining'>,
): Announcement[] {
  if (before.shownTransfers === after.shownTransfers) return [];
  return Object.values(after.shownTransfers).flatMap((transfer) => {
    const { interactionId, commandId } = transfer;
    const customer = nameOf(before, interactionId) ?? nameOf(after, interactionId);
    const context = transferContextOf(after, transfer, customer, cancelAsked.has(commandId), host);
    return transferAnnouncement(before.shownTransfers[interactionId], transfer, context, backendNow) ?? [];
  });
}

/** SW-03: only failures are announced. */
function messageAnnouncements(before: DesktopState, after: DesktopState): Announcement[] {
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

function interactionAnnouncements(before: DesktopState, after: DesktopState): Announcement[] {
  if (before.interactions === after.interactions) return [];
  return Object.values(after.interactions).flatMap((interaction): Announcement[] => {
    const { id, contact } = interaction;
    const known = before.interactions[id];
    if (known === undefined && interaction.state !== 'ended') {
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

/** Whether something can be sent changes while agents write. */
function consentAnnouncements(
  before: DesktopState,
  after: DesktopState,
  { readConsent }: Pick<HostContext, 'readConsent'>,
): Announcement[] {
  if (before.interactions === after.interactions && before.conversations === after.conversations) return [];
  return Object.values(after.interactions).flatMap(({ id, contact }): Announcement[] => {
    const wasOut = consentOf(before, id, readConsent)?.state === 'optedOut';
    const isOut = consentOf(after, id, readConsent)?.state === 'optedOut';
    if (before.interactions[id] === undefined || wasOut === isOut) return [];
    const words = {
      id: isOut ? 'sms.failed.blocked' : 'sms.event.optedIn',
      values: { customer: contact.name },
    } as const;
    return [{ words: [words], priority: 'assertive', id: `consent:${id}` }];
  });
}

function isFailed(message: Message): message is AgentMessage {
  return message.kind === 'agent' && message.delivery.state === 'failed';
}

function nameOf(state: DesktopState, interactionId: string): string | undefined {
  return state.interactions[interactionId]?.contact.name;
}
