import { textsOf } from './texts';

/**
 * Shows in place of the frame that it could not be loaded, with a button to try again. Returns a function that removes
 * it.
 */
export function showFailure(
  element: HTMLElement,
  messages: Readonly<Record<string, string>> | undefined,
  onRetry: () => void,
): () => void {
  const texts = textsOf(messages);
  const card = document.createElement('div');
  const button = document.createElement('button');
  card.role = 'alert';
  if (!messages?.['iframe.failed']) card.lang = 'en';
  button.textContent = texts['iframe.retry'];
  button.onclick = onRetry;
  card.append(texts['iframe.failed'], button);
  element.append(card);
  return () => card.remove();
}
