import type { HostContext, Message, TranscriptEvent } from '@baton/contracts';

/**
 * What the customer's texts lead to, by the index of the text, where the backend has no entries for it: as the backend
 * would write it into the record.
 */
export function consentEvents(
  messages: readonly Message[],
  readConsent: HostContext['readConsent'],
): ReadonlyMap<number, TranscriptEvent> {
  const events = new Map<number, TranscriptEvent>();
  let isOut = false;
  for (const message of readConsent ? messages : []) {
    const act = message.kind === 'customer' ? readConsent?.(message.text)?.act : undefined;
    if (!act) continue;
    const { index, version, at } = message;
    // "Yes" is an answer like any other while they have not opted out.
    if (act === 'help' || isOut === (act === 'optIn'))
      events.set(index, { kind: 'event', index, version, at, event: names[act] });
    if (act !== 'help') isOut = act === 'optOut';
  }
  return events;
}

const names = { help: 'helpAsked', optOut: 'optedOut', optIn: 'optedIn' } as const;
