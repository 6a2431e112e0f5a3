import { probeScale, sheets } from '@baton/ui/theme';
import type { PreferencesStore } from '@baton/contracts';
import { addPlace } from './place';

/** How host-kit's own pieces follow the agent's preferences. */
export interface ShelterLook {
  dir: 'ltr' | 'rtl';
  preferences: PreferencesStore;
}

/**
 * Gives host-kit's own small pieces (skeleton, failure card) a shadow root, so
 * that they look right in any page.
 */
export function openShelter(
  element: HTMLElement,
  { dir, preferences }: ShelterLook,
): { content: HTMLElement; remove(): void } {
  const page = element.ownerDocument;
  const place = addPlace(element);
  const shadow = place.attachShadow({ mode: 'open' });
  const root = page.createElement('div');
  root.className = 'baton-root b-shelter';
  root.dir = dir;
  root.dataset['batonTheme'] = preferences.get().theme;
  root.dataset['batonDensity'] = preferences.get().density;
  root.style.setProperty('--baton-scale', String(probeScale(page)));
  const content = page.createElement('div');
  content.className = 'b-shelter-content';
  root.append(content);
  // Test environments have no constructable style sheets.
  if ('adoptedStyleSheets' in shadow) shadow.adoptedStyleSheets = [...sheets];
  shadow.append(root);
  return { content, remove: () => place.remove() };
}
