import type { Message } from '@baton/contracts';
import { foldedText, soughtIn } from '@baton/directory';

/** Messages do not change what they say, and are searched again at every key. */
const folded = new WeakMap<Message, string>();

/** The indexes of the messages that say what a query says, newest first: conversations are read from the end. */
export function findMatches(messages: readonly Message[], query: string): number[] {
  const sought = soughtIn(query);
  if (sought === '') return [];
  return messages
    .filter((message) => foldedOf(message).includes(sought))
    .map(({ index }) => index)
    .toReversed();
}

/**
 * The match after or before the one that is shown, in a circle; undefined when there is none, or when the one shown is
 * the last and more may be `beyond` it.
 */
export function nextMatch(
  matches: readonly number[],
  current: number | undefined,
  direction: 'earlier' | 'later',
  beyond: boolean,
): number | undefined {
  const at = current === undefined ? -1 : matches.indexOf(current);
  if (direction === 'later') return matches.at(Math.max(at, 0) - 1);
  return matches[at + 1] ?? (beyond ? undefined : matches[0]);
}

function foldedOf(message: Message): string {
  if (message.kind !== 'customer' && message.kind !== 'agent') return '';
  let text = folded.get(message);
  if (text === undefined) folded.set(message, (text = foldedText(message.text)));
  return text;
}
