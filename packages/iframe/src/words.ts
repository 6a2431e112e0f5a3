/** What the library says itself, until the page in the frame speaks. */
export const english = {
  'iframe.failed': 'Text messages could not be loaded here. ',
  'iframe.retry': 'Try again',
  'iframe.title': 'Baton',
} as const;

/** The same in the host's words, as far as it has some. */
export function wordsOf(messages?: Readonly<Record<string, string>>): Readonly<Record<keyof typeof english, string>> {
  return { ...english, ...messages };
}
