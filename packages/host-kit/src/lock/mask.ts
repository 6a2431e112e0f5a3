import type { Conversation, DesktopState, Message, Notice } from '@baton/contracts';

/** A state without what it knows of customers. What the agent has typed stays: their composer has it, and keeps it. */
export function withoutCustomers(state: DesktopState, byHost: boolean): DesktopState {
  return {
    ...state,
    locked: { byHost },
    interactions: each(state.interactions, (one) => ({
      ...one,
      contact: { id: one.contact.id },
      caseData: undefined,
      handover: undefined,
    })),
    invitations: each(state.invitations, (one) => ({
      ...one,
      contact: { id: one.contact.id },
      caseData: undefined,
      lastMessage: undefined,
      note: undefined,
    })),
    conversations: each(state.conversations, ({ messages, earlier }): Conversation => ({
      messages: messages.map(withoutText),
      earlier,
    })),
    notices: each(state.notices, noticeWithoutCustomer),
    outbox: each(state.outbox, (one) => ({ ...one, customer: undefined, text: '' })),
    drafts: each(state.drafts, (one) => ({ ...one, customer: undefined })),
  };
}

/** The same entries, so that none comes as new when the desktop is unlocked. */
function withoutText(message: Message): Message {
  if (message.kind === 'customer') return { ...message, name: undefined, text: '', attachments: undefined };
  return message.kind === 'agent' ? { ...message, text: '' } : message;
}

/** What the contact centre says to all its agents is not about a customer. */
function noticeWithoutCustomer(notice: Notice): Notice {
  if (notice.kind === 'host') return { ...notice, title: '', body: undefined };
  if (notice.kind === 'draft.kept') return { ...notice, customer: undefined, text: '' };
  return 'customer' in notice ? { ...notice, customer: undefined } : notice;
}

function each<T, R>(entries: Readonly<Record<string, T>>, change: (entry: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, change(entry)]));
}
