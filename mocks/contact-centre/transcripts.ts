import type { AgentMessage, CustomerMessage, Message, MessagePage, TranscriptEvent } from '@baton/contracts';
import type { Draft } from './draft';
import { tailLength } from './limits';
import type { CentreState } from './state';
import { find } from './state';

type Without<T> = T extends Message ? Omit<T, 'index' | 'version' | 'at'> : never;

/** An entry before it has its place. */
export type NewMessage = Without<CustomerMessage> | Without<AgentMessage> | Without<TranscriptEvent>;

/** Adds an entry at the end of a transcript; returns its index. */
export function append(draft: Draft, interactionId: string, message: NewMessage): number {
  const transcript = transcriptOf(draft.state, interactionId);
  const index = transcript.length;
  draft.put('transcripts', interactionId, [...transcript, { ...message, index, version: draft.cursor, at: draft.at }]);
  return index;
}

/** An interaction's whole transcript. */
export function transcriptOf(state: CentreState, interactionId: string): readonly Message[] {
  return find(state.transcripts, interactionId) ?? [];
}

/** The page of at most `limit` entries that ends before index `before`; without it, the end of the transcript. */
export function pageOf(state: CentreState, interactionId: string, before = Infinity, limit = tailLength): MessagePage {
  const transcript = transcriptOf(state, interactionId);
  const end = Math.min(Math.max(before, 0), transcript.length);
  const start = Math.max(0, end - limit);
  return { interactionId, messages: transcript.slice(start, end), earlier: start > 0 };
}

/** What the customer wrote last, and since when they wait for an answer. */
export function customerSide(
  state: CentreState,
  interactionId: string,
): { lastMessage?: { text: string; at: number }; waitingSince?: number } {
  let lastMessage: { text: string; at: number } | undefined;
  let waitingSince: number | undefined;
  for (const message of transcriptOf(state, interactionId)) {
    if (message.kind === 'agent') waitingSince = undefined;
    if (message.kind !== 'customer') continue;
    lastMessage = { text: message.text, at: message.at };
    waitingSince ??= message.at;
  }
  return { ...(lastMessage && { lastMessage }), ...(waitingSince !== undefined && { waitingSince }) };
}
