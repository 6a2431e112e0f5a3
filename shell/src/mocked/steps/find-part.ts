import type { PartOfPage } from '@baton/mocks/browser';

/** The parts of this name that can be seen, in the order of the document. */
export function findParts(part: PartOfPage, page: Document): HTMLElement[] {
  const [place, ...names] = part.split(' ');
  const selector = names.map((name) => `[part~="${name}"]`).join(' ');
  const roots =
    place === 'shell'
      ? [page, ...openRootsOfHost(page)]
      : [...page.querySelectorAll(`[data-baton-module="${place}"]`)].flatMap((module) => openRootsIn(module));
  return roots
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
    .filter((element) => element.checkVisibility());
}

/** Where host-kit shows what stands in a module's place: it is part of the shell. */
function openRootsOfHost(page: Document): ShadowRoot[] {
  return [...page.querySelectorAll('#baton *')].flatMap(({ shadowRoot }) =>
    shadowRoot && !shadowRoot.host.matches('[data-baton-module]') ? [shadowRoot] : [],
  );
}

/** The open shadow roots of an element and of everything in it. */
export function openRootsIn(place: Element | Document | ShadowRoot): ShadowRoot[] {
  const own = 'shadowRoot' in place ? place.shadowRoot : null;
  if (own) return [own, ...openRootsIn(own), ...inLight(place)];
  return inLight(place);
}

function inLight(place: ParentNode): ShadowRoot[] {
  return [...place.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...openRootsIn(shadowRoot)] : [],
  );
}

/** The element that has the focus, also inside of shadow roots. */
export function focusedIn(page: Document): Element {
  let focused = page.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused ?? page.body;
}
