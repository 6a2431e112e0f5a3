import { isBlank } from '@baton/contracts';
import type { DesktopState, TargetRef } from '@baton/contracts';
import { draftOf, transferUnderWay } from './selectors';

/** What an agent loses by signing out. `customer` is the customer's name, where it is known. */
export interface SignOutLosses {
  /** Typed and not delivered: drafts, texts that were not sent or are on their way, and those that My Messages keeps. They are erased, in all windows. */
  texts: readonly { interactionId?: string; customer?: string | undefined; text: string }[];
  /** Invitations that are withdrawn. */
  transfers: readonly { interactionId: string; customer?: string | undefined; target: TargetRef }[];
  /** Conversations that go to the head of their queues. */
  conversations: readonly { interactionId: string; customer?: string | undefined }[];
}

/** What the agent would lose by signing out now. Hosts show it before they call `baton.signOut()`. */
export function lostAtSignOut(state: DesktopState): SignOutLosses {
  const { drafts, interactions, notices, outbox } = state;
  const nameOf = (interactionId: string) => interactions[interactionId]?.contact.name;
  const customers = new Map(Object.values(drafts).map(({ interactionId, customer }) => [interactionId, customer]));
  const typed = [...customers].map(([interactionId, customer]) => ({
    interactionId,
    customer,
    text: draftOf(state, interactionId),
  }));
  const unsent = Object.values(outbox).map(({ interactionId, customer, text }) => ({
    interactionId,
    customer: customer ?? nameOf(interactionId),
    text,
  }));
  const kept = Object.values(notices)
    .filter((notice) => notice.kind === 'draft.kept')
    .map(({ interactionId, customer, text }) => ({ interactionId, customer, text }));
  const owned = Object.values(interactions).map(({ id, contact }) => ({ interactionId: id, customer: contact.name }));

  return {
    texts: [...typed, ...unsent, ...kept].filter(({ text }) => !isBlank(text)),
    transfers: owned.flatMap((conversation) => {
      const transfer = transferUnderWay(state, conversation.interactionId);
      return transfer === undefined ? [] : [{ ...conversation, target: transfer.target }];
    }),
    conversations: owned.filter(({ interactionId }) => interactions[interactionId]?.state !== 'ended'),
  };
}
