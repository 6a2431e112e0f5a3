import { wordsOf } from './words';

/** Says in the frame's place that it is not there, and offers to try again; in the host's words, if it has some. Returns how to remove it. */
export function showFailure(
  element: HTMLElement,
  messages: Readonly<Record<string, string>> | undefined,
  onRetry: () => void,
): () => void {
  const words = wordsOf(messages);
  const card = document.createElement('div');
  const button = document.createElement('button');
  card.role = 'alert';
  if (!messages?.['iframe.failed']) card.lang = 'en';
  button.textContent = words['iframe.retry'];
  button.onclick = onRetry;
  card.append(words['iframe.failed'], button);
  element.append(card);
  return () => card.remove();
}
