import type { AgentMessage, Attachment, DeliveryFailure } from '@baton/contracts';
import type { ConversationMessage } from './conversations';

/** What is used of a `Message` of @twilio/conversations. */
export interface SdkMessage {
  index: number;
  body: string | null;
  author: string | null;
  participantSid: string | null;
  dateCreated: Date | null;
  attributes: unknown;
  aggregatedDeliveryReceipt: { delivered: string; read: string; failed: string; undelivered: string } | null;
  attachedMedia: SdkMedia[] | null;
  getDetailedDeliveryReceipts(): Promise<{ status: string; errorCode: string | number }[]>;
}

interface SdkMedia {
  sid: string;
  contentType: string;
  filename: string | null;
  getContentTemporaryUrl(): PromiseLike<string | null>;
}

/** @param typeOf the type of a participant: `chat` for agents, `sms` and others for customers */
export async function messageFrom(
  message: SdkMessage,
  typeOf: (participantSid: string) => string | undefined,
): Promise<ConversationMessage> {
  const { index, body, author, participantSid, dateCreated, attributes } = message;
  const type = participantSid === null ? undefined : typeOf(participantSid);
  return {
    index,
    at: dateCreated?.getTime() ?? 0,
    // A participant who has left has no type any more; a customer's author is then the address.
    isFromCustomer: type === undefined ? isAddress(author ?? '') : type !== 'chat',
    author: author ?? '',
    text: body ?? '',
    attachments: await Promise.all((message.attachedMedia ?? []).map(attachmentOf)),
    attributes,
    delivery: await deliveryOf(message),
  };
}

const isAddress = (author: string) => /^(?:[a-z]+:)?\+?\d{3,15}$/.test(author);

async function attachmentOf(media: SdkMedia): Promise<Attachment> {
  const { sid: id, contentType: mediaType, filename } = media;
  const url = await Promise.resolve(media.getContentTemporaryUrl()).catch(() => null);
  return { id, mediaType, ...(filename !== null && { name: filename }), ...(url !== null && { url }) };
}

async function deliveryOf(message: SdkMessage): Promise<AgentMessage['delivery']> {
  const receipt = message.aggregatedDeliveryReceipt;
  if (!receipt) return { state: 'sent' };
  const { delivered, read, failed, undelivered } = receipt;
  if (failed !== 'none' || undelivered !== 'none') return failureOf(message);
  return delivered !== 'none' || read !== 'none' ? { state: 'delivered' } : { state: 'sent' };
}

async function failureOf(message: SdkMessage): Promise<AgentMessage['delivery']> {
  const receipts = await message.getDetailedDeliveryReceipts().catch(() => []);
  const failed = receipts.find(({ status }) => status === 'failed' || status === 'undelivered');
  const code = failed?.errorCode ? `${failed.errorCode}`.slice(0, 40) : undefined;
  const reason = code === undefined ? 'server' : (reasons[code] ?? (`unknown:${code}` as const));
  return { state: 'failed', reason, ...(code !== undefined && { code }) };
}

/** Error codes of Twilio for texts that were not delivered. */
const reasons: Readonly<Record<string, DeliveryFailure>> = {
  21610: 'blocked',
  30001: 'server',
  30003: 'unreachable',
  30004: 'carrierBlocked',
  30005: 'numberUnknown',
  30006: 'number',
  30007: 'filtered',
  30008: 'server',
};
