import { adoptSheets, probeScale, sheets } from '@baton/ui/theme';
import type { PreferencesStore } from '@baton/contracts';
import { addPlace } from './place';

/** What determines how host-kit's own elements look. */
export interface HostLook {
  dir: 'ltr' | 'rtl';
  preferences: Pick<PreferencesStore, 'get'>;
}

/**
 * Adds a shadow root for host-kit's own elements (skeleton, failure card), so that styles of the page do not apply to
 * them.
 */
export function openHostShadowRoot(
  element: HTMLElement,
  { dir, preferences }: HostLook,
): { content: HTMLElement; remove(): void } {
  const page = element.ownerDocument;
  const place = addPlace(element);
  const shadow = place.attachShadow({ mode: 'open' });
  const root = page.createElement('div');
  root.className = 'baton-root b-placeholder';
  root.dir = dir;
  root.dataset['batonTheme'] = preferences.get().theme;
  root.dataset['batonDensity'] = preferences.get().density;
  root.style.setProperty('--baton-scale', String(probeScale(page)));
  const content = page.createElement('div');
  content.className = 'b-placeholder-content';
  root.append(content);
  adoptSheets(shadow, sheets);
  shadow.append(root);
  return { content, remove: () => place.remove() };
}
