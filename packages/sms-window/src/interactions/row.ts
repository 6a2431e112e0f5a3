import type { DesktopState, InteractionTransfer } from '@baton/contracts';
import {
  conversationOf,
  draftOf,
  outboxOf,
  transferUnderWay,
  unreadOf,
  waitingSince as waitingSinceOf,
} from '@baton/desktop';

/** What was said last in a conversation; without a writer nothing was. */
export interface LastText {
  writer: 'customer' | 'self' | 'colleague' | undefined;
  /** A colleague's name. */
  author: string | undefined;
  text: string;
  at: number | undefined;
}

/** What a row of the list shows of a conversation. */
export interface Row extends LastText {
  unread: number;
  waitingSince: number | undefined;
  transfer: InteractionTransfer | undefined;
  hasDraft: boolean;
  /** The agent's last text has not reached the customer. */
  isNotSent: boolean;
}

/** More is never in sight. */
const maxLength = 200;

/** The row of an interaction, for the agent `viewer`. */
export function rowOf(state: DesktopState, interactionId: string, viewer: string): Row {
  const last = lastTextOf(state, interactionId, viewer);
  return {
    ...last,
    text: last.text.slice(0, maxLength),
    unread: unreadOf(state, interactionId),
    waitingSince: waitingSinceOf(state, interactionId),
    transfer: transferUnderWay(state, interactionId),
    hasDraft: draftOf(state, interactionId) !== '',
    isNotSent: isNotSent(state, interactionId),
  };
}

/** When something was last said in a conversation. */
export function lastTextAt(state: DesktopState, interactionId: string): number | undefined {
  return (outboxOf(state, interactionId).at(-1) ?? lastMessageOf(state, interactionId))?.at;
}

function lastTextOf(state: DesktopState, interactionId: string, viewer: string): LastText {
  const own = outboxOf(state, interactionId).at(-1);
  if (own) return { writer: 'self', author: undefined, text: own.text, at: own.at };
  const message = lastMessageOf(state, interactionId);
  switch (message?.kind) {
    case 'customer':
      return { writer: 'customer', author: undefined, text: message.text, at: message.at };
    case 'agent': {
      const { from, text, at } = message;
      return from.id === viewer
        ? { writer: 'self', author: undefined, text, at }
        : { writer: 'colleague', author: from.name, text, at };
    }
    case undefined:
      return { writer: undefined, author: undefined, text: '', at: undefined };
  }
}

function lastMessageOf(state: DesktopState, interactionId: string) {
  return conversationOf(state, interactionId).messages.findLast(
    (message) => message.kind === 'customer' || message.kind === 'agent',
  );
}

function isNotSent(state: DesktopState, interactionId: string): boolean {
  if (outboxOf(state, interactionId).some(({ status }) => status.state === 'failed')) return true;
  const last = conversationOf(state, interactionId).messages.findLast((message) => message.kind === 'agent');
  return last?.delivery.state === 'failed';
}
