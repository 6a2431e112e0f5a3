/** What the library says itself, until the page in the frame speaks; a host's `messages` go before. */
export const english: Readonly<Record<'iframe.failed' | 'iframe.retry' | 'iframe.title', string>> = {
  'iframe.failed': 'Text messages could not be loaded here. ',
  'iframe.retry': 'Try again',
  'iframe.title': 'Baton',
};
