/** The texts of this library, for when the page in the frame shows none. */
export const english = {
  'iframe.failed': 'Text messages could not be loaded here. ',
  'iframe.retry': 'Try again',
  'iframe.title': 'Baton',
} as const;

/** The texts with the host's replacements. */
export function textsOf(messages?: Readonly<Record<string, string>>): Readonly<Record<keyof typeof english, string>> {
  return { ...english, ...messages };
}
