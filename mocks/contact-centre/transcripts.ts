import { consentReader } from '@baton/contracts';
import type { AgentMessage, Consent, CustomerMessage, Message, MessagePage, TranscriptEvent } from '@baton/contracts';
import type { Transaction } from './transaction';
import { defaultPageLength } from './limits';
import type { CentreState, Transcript } from './state';
import { without } from './state';
import { find } from './table';

type Without<T> = T extends Message ? Omit<T, 'index' | 'version' | 'at'> : never;

/** An entry without index, version and time. */
export type NewMessage = Without<CustomerMessage> | Without<AgentMessage> | Without<TranscriptEvent>;

/** Entries of a page: as many are copied when one is added or changed. */
const pageLength = 64;

/** Adds an entry at the end of a transcript; returns its index. */
export function append(tx: Transaction, interactionId: string, message: NewMessage): number {
  const transcript = stored(tx.state, interactionId);
  const index = lengthOf(transcript);
  put(tx, interactionId, withCustomerFacts(transcript, { ...message, index, version: tx.cursor, at: tx.at }));
  return index;
}

/** Replaces the entry with the same index. */
export function replaceMessage(tx: Transaction, interactionId: string, message: Message): void {
  put(tx, interactionId, withMessage(stored(tx.state, interactionId), message));
}

/** The transcript that these entries make. */
export function transcriptWith(messages: readonly Message[]): Transcript {
  return messages.reduce(withCustomerFacts, empty);
}

/** An interaction's whole transcript. */
export function transcriptOf(state: CentreState, interactionId: string): readonly Message[] {
  return stored(state, interactionId).pages.flat();
}

/** What a customer's text says about consent. */
export const readConsent = consentReader();

/** Whether the customer agrees to get texts. */
export function consentOf(state: CentreState, interactionId: string): Consent {
  return stored(state, interactionId).consent;
}

/** The entry with this index. */
export function messageAt(state: CentreState, interactionId: string, index: number): Message | undefined {
  return stored(state, interactionId).pages[Math.floor(index / pageLength)]?.[index % pageLength];
}

/** Entries that were added or changed since an earlier state of a transcript, at position `version`. */
export function newMessages(before: Transcript = empty, after: Transcript, version: number): Message[] {
  return after.pages
    .filter((page, number) => page !== before.pages[number])
    .flat()
    .filter((message) => message.version === version);
}

/** The page of at most `limit` entries that ends before index `before`; without `before`, the last one. */
export function pageOf(
  state: CentreState,
  interactionId: string,
  before = Infinity,
  limit = defaultPageLength,
): MessagePage {
  const { pages } = stored(state, interactionId);
  const end = Math.min(Math.max(before, 0), lengthOf({ pages }));
  const start = Math.max(0, end - limit);
  const first = Math.floor(start / pageLength);
  const messages = pages.slice(first, Math.ceil(end / pageLength)).flat();
  const skipped = first * pageLength;
  return { interactionId, messages: messages.slice(start - skipped, end - skipped), earlier: start > 0 };
}

/** What the customer wrote last, and since when they wait for an answer. */
export function customerFacts(state: CentreState, interactionId: string): Omit<Transcript, 'pages'> {
  return without(stored(state, interactionId), 'pages');
}

const empty: Transcript = { pages: [], consent: { state: 'subscribed' } };

function stored(state: CentreState, interactionId: string): Transcript {
  return find(state.transcripts, interactionId) ?? empty;
}

function put(tx: Transaction, interactionId: string, transcript: Transcript): void {
  tx.put('transcripts', interactionId, transcript);
}

function lengthOf({ pages }: Pick<Transcript, 'pages'>): number {
  return Math.max(0, pages.length - 1) * pageLength + (pages.at(-1)?.length ?? 0);
}

/** Adds an entry, and updates the customer's last message and waiting time. */
function withCustomerFacts(transcript: Transcript, message: Message): Transcript {
  const next = withMessage(transcript, message);
  if (message.kind === 'agent') return without(next, 'waitingSince');
  if (message.kind !== 'customer') return next;
  const { text, at, attachments } = message;
  const lastMessage = { text, at, ...(attachments && { attachments: attachments.length }) };
  return {
    ...next,
    lastMessage,
    waitingSince: next.waitingSince ?? at,
    consent: consentAfter(next.consent, text, at),
  };
}

/** The same object when a text changes nothing. */
function consentAfter(consent: Consent, text: string, since: number): Consent {
  const { act, word } = readConsent(text) ?? {};
  const state = act === 'optOut' ? 'optedOut' : act === 'optIn' ? 'subscribed' : consent.state;
  return state === consent.state ? consent : { state, since, ...(word && { word }) };
}

/** Puts an entry at its index. */
function withMessage(transcript: Transcript, message: Message): Transcript {
  const number = Math.floor(message.index / pageLength);
  const page = (transcript.pages[number] ?? []).slice();
  page[message.index % pageLength] = message;
  const pages = transcript.pages.slice();
  pages[number] = page;
  return { ...transcript, pages };
}
