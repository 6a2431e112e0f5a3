import { focusedElement, matches, viewOf } from '@baton/ui';
import { mayCommand, platformOf } from '@baton/ui/keys';

export const platform = platformOf(navigator.platform);

/** No shortcut of the product has these keys. */
export const keysOfPanel = { apple: 'Control+Shift+S', other: 'Alt+Shift+S' };

/** Opens the panel and goes there; pressed there, goes back. */
export const keys = keysOfPanel[platform === 'apple' ? 'apple' : 'other'];

export const opensPanel = (event: KeyboardEvent): boolean => mayCommand(event, platform) && matches(event, keys);

/** Passes the keys of the panel on to the page around a frame, which has the panel. Focus comes back to where it was. */
export function passKeysOut(page: Document, around: Document): void {
  page.addEventListener('keydown', (event) => {
    if (!opensPanel(event)) return;
    event.preventDefault();
    const left = focusedElement(page);
    const view = viewOf(page.body);
    view.addEventListener('focus', () => left?.focus(), { once: true });
    around.dispatchEvent(new view.KeyboardEvent('keydown', event));
  });
}
