import type { KeyValueStorage } from '@baton/contracts';

/** A text that was typed and not sent. */
export interface Draft {
  interactionId: string;
  customer: string;
  text: string;
}

/** Which interactions have a draft, and with whom they are: a storage cannot be searched. */
const indexKey = 'drafts';

/** Where the draft of an interaction is kept. */
export function draftKey(interactionId: string): string {
  return `draft.${interactionId}`;
}

/** The text that waits in an interaction's composer; empty when there is none. */
export function readDraft(storage: KeyValueStorage, interactionId: string): string {
  return storage.get(draftKey(interactionId)) ?? '';
}

/** Keeps a draft on this device; an empty one is forgotten. */
export function writeDraft(storage: KeyValueStorage, { interactionId, customer, text }: Draft): void {
  const { [interactionId]: known, ...others } = readIndex(storage);
  if (text === '') {
    storage.remove(draftKey(interactionId));
    if (known !== undefined) storage.set(indexKey, JSON.stringify(others));
  } else {
    storage.set(draftKey(interactionId), text);
    if (known !== customer) storage.set(indexKey, JSON.stringify({ ...others, [interactionId]: customer }));
  }
}

/** Takes out the drafts of interactions that are no longer here. What is only white space is dropped. */
export function takeOrphans(storage: KeyValueStorage, isHere: (interactionId: string) => boolean): Draft[] {
  const orphans = Object.entries(readIndex(storage))
    .filter(([interactionId]) => !isHere(interactionId))
    .map(([interactionId, customer]) => ({ interactionId, customer, text: readDraft(storage, interactionId) }));
  for (const orphan of orphans) writeDraft(storage, { ...orphan, text: '' });
  return orphans.filter(({ text }) => text.trim() !== '');
}

function readIndex(storage: KeyValueStorage): Record<string, string> {
  const kept = parse(storage.get(indexKey));
  const entries = Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries);
}

/** Anybody can write into a browser's storage: what cannot be read counts as nothing. */
function parse(json: string | undefined): object {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
