import { isHtmlElement } from '@baton/ui/dom';
import type { HostContext } from '@baton/contracts';
import { openHostShadowRoot } from '../modules/host-shadow-root';
import { part } from '../parts';
import type { CoveredPlace } from './lock-context';
import type { Texts } from '../texts';

/**
 * Hides what is in the place of a module, with its state, and says there that the desktop is locked. `hide`: also what has
 * come there since.
 */
export function coverPlace(
  { element: place, label }: CoveredPlace,
  look: { texts: Texts; dir: HostContext['dir']; preferences: { get: HostContext['preferences']['get'] } },
  /** Absent: only the host unlocks it. */
  unlock: (() => void) | undefined,
): { focus(): void; hide(): void; remove(): void } {
  const { t } = look.texts;
  const hidden = new Map<HTMLElement, string>();
  let own: Element | null = null;
  hide();
  const { content, remove } = openHostShadowRoot(place, look);
  content.lang = look.texts.language;
  const card = add(content, 'section', 'b-error', part('locked'));
  card.setAttribute('aria-label', label);
  add(card, 'h2', 'b-error-title', part('locked-title'), t('lock.title'));
  add(card, 'p', 'b-error-body', part('locked-help'), t(unlock ? 'lock.help' : 'lock.byHost'));
  const button = unlock && add(card, 'button', 'b-button b-button-primary', part('button', 'unlock'), t('lock.unlock'));
  if (unlock) button?.addEventListener('click', unlock);

  // It is in the place, too.
  own = place.lastElementChild;
  return {
    focus: () => button?.focus(),
    hide,
    remove() {
      remove();
      for (const [child, display] of hidden) child.style.setProperty('display', display, 'important');
    },
  };

  function hide() {
    for (const child of place.children) {
      if (!isHtmlElement(child) || child === own || hidden.has(child)) continue;
      // A modal dialog would keep the page from being used.
      child.shadowRoot?.querySelectorAll<HTMLDialogElement>('dialog[open]').forEach((dialog) => dialog.close());
      hidden.set(child, child.style.display);
      child.style.setProperty('display', 'none', 'important');
    }
  }
}

function add(parent: HTMLElement, tag: string, className: string, ownPart: string, text = ''): HTMLElement {
  const element = parent.ownerDocument.createElement(tag);
  element.className = className;
  element.setAttribute('part', ownPart);
  element.textContent = text;
  parent.append(element);
  return element;
}
