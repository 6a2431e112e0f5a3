import type {
  AgentMessage,
  CustomerMessage,
  DeliveryFailure,
  Message,
  OutboxMessage,
  TranscriptEvent,
} from '@baton/contracts';

/** How far a message of an agent has come; `failed` with a command is still in the outbox and can be sent again. */
export type BubbleStatus =
  | { state: 'sending' | 'sent' | 'delivered' }
  | { state: 'failed'; reason: DeliveryFailure | 'network'; outbox?: string };

/** A message as it is drawn. */
export interface Bubble {
  kind: 'bubble';
  key: string;
  side: 'customer' | 'agent';
  /** Who wrote it; undefined is the agent at this desktop. */
  sender: string | undefined;
  at: number;
  text: string;
  status?: BubbleStatus;
  /** First and last of the messages that one person sent in a row. */
  opens: boolean;
  closes: boolean;
  /** Whether it is the last one of the agent at this desktop, whose status is always in words. */
  lastOwn: boolean;
}

/** A line of the transcript. */
export type TranscriptRow =
  | Bubble
  | { kind: 'day'; key: string; at: number }
  | { kind: 'unread'; key: string }
  | { kind: 'event'; key: string; event: TranscriptEvent };

export interface Arrangement {
  messages: readonly Message[];
  outbox: readonly OutboxMessage[];
  /** Id of the agent at this desktop. */
  viewer: string;
  timeZone: string;
  /** Index of the first message that the agent has not seen, if there is one. */
  unreadFrom: number | undefined;
}

/** Longest pause between two messages that are drawn as one group. */
const groupMs = 2 * 60_000;

/** Puts messages into rows: days, events, the unread divider, and bubbles in groups. */
export function arrange({ messages, outbox, viewer, timeZone, unreadFrom }: Arrangement): TranscriptRow[] {
  const dayOf = dayFinder(timeZone);
  const rows: TranscriptRow[] = [];
  let day: string | undefined;
  let divided = false;

  const add = (row: TranscriptRow, at: number) => {
    const itsDay = dayOf(at);
    if (itsDay !== day) rows.push({ kind: 'day', key: `day-${itsDay}`, at });
    day = itsDay;
    rows.push(row);
  };

  for (const message of messages) {
    if (!divided && unreadFrom !== undefined && message.kind === 'customer' && message.index >= unreadFrom) {
      rows.push({ kind: 'unread', key: 'unread' });
      divided = true;
    }
    add(
      message.kind === 'event'
        ? { kind: 'event', key: `event-${message.index}`, event: message }
        : bubbleOf(message, viewer),
      message.at,
    );
  }

  const shown = new Set(messages.flatMap((message) => (message.kind === 'agent' ? message.commandId : [])));
  for (const waiting of outbox.filter(({ commandId }) => !shown.has(commandId)).toSorted((a, b) => a.at - b.at)) {
    add(waitingBubble(waiting), waiting.at);
  }
  return grouped(rows);
}

function bubbleOf(message: CustomerMessage | AgentMessage, viewer: string): Bubble {
  const alone = {
    kind: 'bubble',
    at: message.at,
    text: message.text,
    opens: true,
    closes: true,
    lastOwn: false,
  } as const;
  if (message.kind === 'customer')
    return { ...alone, key: `message-${message.index}`, side: 'customer', sender: message.name };
  const sender = message.from.id === viewer ? undefined : message.from.name;
  // Named after its command, so that it is still the same bubble when it comes out of the outbox.
  return { ...alone, key: message.commandId, side: 'agent', sender, status: message.delivery };
}

function waitingBubble({ commandId, text, at, status }: OutboxMessage): Bubble {
  const state: BubbleStatus = status.state === 'failed' ? { ...status, outbox: commandId } : status;
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
  };
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
    second.at - first.at < groupMs &&
    first.status?.state !== 'failed' &&
    second.status?.state !== 'failed'
  );
}

/** Names the calendar day of a time as the reader sees it. */
export function dayFinder(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => format.format(at);
}
