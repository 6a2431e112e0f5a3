import { isKnown } from '@baton/contracts';
import { wasRefused } from '@baton/desktop';
import { calendarDay } from '@baton/ui';
import type {
  AgentMessage,
  Attachment,
  CustomerMessage,
  Delivery,
  DeliveryFailure,
  Message,
  OutboxMessage,
  SendingFailure,
  TranscriptEvent,
  UnknownMessage,
} from '@baton/contracts';

/** How far a message of an agent has come; `failed` with a command is still in the outbox. */
export type BubbleStatus =
  | { state: 'sending' | 'sent' | 'delivered' }
  | {
      state: 'failed';
      reason: DeliveryFailure | SendingFailure;
      outbox?: string;
      permanent?: boolean | undefined;
      code?: string | undefined;
    };

/** A message as it is drawn. */
export interface Bubble {
  kind: 'bubble';
  key: string;
  side: 'customer' | 'agent';
  /** Who wrote it; undefined is the agent at this desktop. */
  sender: string | undefined;
  at: number;
  text: string;
  attachments?: readonly Attachment[] | undefined;
  /** Its place in the record; none while it is in the outbox. */
  index?: number;
  status?: BubbleStatus | undefined;
  /** First and last of the messages that one person sent in a row. */
  opens: boolean;
  closes: boolean;
  /** Whether it is the last one of the agent at this desktop, whose status is always in words. */
  lastOwn: boolean;
  /** Whether the customer wrote it while the conversation was being handed over. */
  duringHandOver: boolean;
}

/** A line of the transcript. */
export type TranscriptRow =
  | Bubble
  | { kind: 'day'; key: string; at: number }
  | { kind: 'unread'; key: string }
  | { kind: 'event'; key: string; event: TranscriptEvent | UnknownMessage };

export interface Arrangement {
  messages: readonly Message[];
  /** The message before them. */
  before: Message | undefined;
  /** Whether a hand-over was under way before that. */
  inHandOver: boolean;
  /** Whether the last message of the conversation is among them. */
  hasEnd: boolean;
  outbox: readonly OutboxMessage[];
  /** Id of the agent at this desktop. */
  viewer: string;
  timeZone: string;
  /** Whether a text counts once, however often it is sent under one command. */
  isIdempotent: boolean;
  /** By the index of the text that leads to them: what customers' texts about consent lead to. */
  consentEvents?: ReadonlyMap<number, TranscriptEvent> | undefined;
  /** Index of the first message that the agent has not seen, if there is one. */
  unreadFrom: number | undefined;
}

/** Longest pause between two messages that are drawn as one group. */
const groupMs = 2 * 60_000;

/** Puts messages into rows: days, events, the unread divider, and bubbles in groups. */
export function arrange({
  messages,
  before,
  inHandOver,
  hasEnd,
  outbox,
  viewer,
  timeZone,
  isIdempotent,
  consentEvents,
  unreadFrom = Infinity,
}: Arrangement): TranscriptRow[] {
  const rows: TranscriptRow[] = [];
  let day: number | undefined;
  let divided = false;
  let isHandOver = inHandOver;
  let begin = 0;

  const add = (row: TranscriptRow, at: number) => {
    const itsDay = calendarDay(at, timeZone);
    if (itsDay !== day) rows.push({ kind: 'day', key: `day-${itsDay}`, at });
    day = itsDay;
    rows.push(row);
  };

  for (const message of before ? [before, ...messages] : messages) {
    if (message === messages[0]) begin = rows.length;
    if (!divided && message.kind === 'customer' && message.index >= unreadFrom) {
      rows.push({ kind: 'unread', key: 'unread' });
      divided = true;
    }
    isHandOver = isHandOverAfter(message, isHandOver);
    add(
      message.kind === 'customer' || message.kind === 'agent'
        ? bubbleOf(message, viewer, isHandOver)
        : { kind: 'event', key: `event-${message.index}`, event: message },
      message.at,
    );
    const event = consentEvents?.get(message.index);
    if (event) add({ kind: 'event', key: `consent-${message.index}`, event }, message.at);
  }

  const shown = new Set(messages.flatMap((message) => (message.kind === 'agent' ? message.commandId : [])));
  const waiting = hasEnd ? outbox.filter(({ commandId }) => !shown.has(commandId)) : [];
  for (const text of waiting.toSorted((a, b) => a.at - b.at)) add(waitingBubble(text, isIdempotent), text.at);
  return grouped(rows).slice(begin);
}

/** Whether a hand-over is under way before the message with this index. */
export function isHandOverBefore(messages: readonly Message[], index: number): boolean {
  const last = messages.findLast((message) => message.index < index && isTurn(message));
  return last !== undefined && isHandOverAfter(last, false);
}

function isHandOverAfter(message: Message, before: boolean): boolean {
  if (!isTurn(message)) return before;
  // One member of a pool has answered, and the next one is asked.
  return message.event === 'invited' || message.next !== undefined;
}

/** Whether a message says that a hand-over has begun, goes on, or is over. */
function isTurn(message: Message): message is TranscriptEvent {
  return message.kind === 'event' && isKnown(message.event) && !aboutConsent.includes(message.event);
}

const aboutConsent: readonly TranscriptEvent['event'][] = ['optedOut', 'optedIn', 'helpAsked'];

function bubbleOf(message: CustomerMessage | AgentMessage, viewer: string, isHandOver: boolean): Bubble {
  const alone = {
    kind: 'bubble',
    at: message.at,
    text: message.text,
    index: message.index,
    opens: true,
    closes: true,
    lastOwn: false,
    duringHandOver: false,
  } as const;
  if (message.kind === 'customer')
    return {
      ...alone,
      key: `message-${message.index}`,
      side: 'customer',
      sender: message.name,
      duringHandOver: isHandOver,
      attachments: message.attachments,
    };
  const sender = message.from.id === viewer ? undefined : message.from.name;
  // Named after its command, so that it is still the same bubble when it comes out of the outbox.
  const key = message.commandId ?? `message-${message.index}`;
  return { ...alone, key, side: 'agent', sender, status: statusOf(message.delivery) };
}

/** Of how far it has come in words that are unknown here, nothing is said. */
function statusOf(delivery: Delivery): BubbleStatus | undefined {
  return delivery.state === 'sent' || delivery.state === 'delivered' || delivery.state === 'failed'
    ? delivery
    : undefined;
}

function waitingBubble({ commandId, text, at, status }: OutboxMessage, isIdempotent: boolean): Bubble {
  const state: BubbleStatus =
    status.state === 'failed'
      ? { ...status, reason: shownReason(status.reason, isIdempotent), outbox: commandId }
      : status;
  return {
    kind: 'bubble',
    key: commandId,
    side: 'agent',
    sender: undefined,
    at,
    text,
    status: state,
    opens: true,
    closes: true,
    lastOwn: false,
    duringHandOver: false,
  };
}

/** Why a text of the outbox was not sent: `unknown` when it may have been sent, and may be sent twice. */
export function shownReason(reason: SendingFailure, isIdempotent: boolean): SendingFailure {
  return wasRefused(reason) || isIdempotent ? reason : 'unknown';
}

function grouped(rows: readonly TranscriptRow[]): TranscriptRow[] {
  const lastOwn = rows.findLast((row) => row.kind === 'bubble' && row.side === 'agent' && row.sender === undefined);
  return rows.map((row, index) =>
    row.kind === 'bubble'
      ? {
          ...row,
          opens: !belong(rows[index - 1], row),
          closes: !belong(row, rows[index + 1]),
          lastOwn: row === lastOwn,
        }
      : row,
  );
}

/** Whether two neighbours are drawn as one group. What was not sent stands alone, with its own line and buttons. */
function belong(first: TranscriptRow | undefined, second: TranscriptRow | undefined): boolean {
  return (
    first?.kind === 'bubble' &&
    second?.kind === 'bubble' &&
    first.side === second.side &&
    first.sender === second.sender &&
    first.duringHandOver === second.duringHandOver &&
    second.at - first.at < groupMs &&
    first.status?.state !== 'failed' &&
    second.status?.state !== 'failed'
  );
}
