import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import { isRoot } from '@baton/ui/dom';
import { contentOf } from './words';

/** Roles of elements that dom-accessibility-api leaves out. */
const further: Readonly<Record<string, string>> = {
  blockquote: 'blockquote',
  code: 'code',
  del: 'deletion',
  em: 'emphasis',
  iframe: 'iframe',
  ins: 'insertion',
  p: 'paragraph',
  search: 'search',
  strong: 'strong',
  svg: 'img',
  time: 'time',
};

const sectioning = 'article, aside, main, nav, section';

/** The role that assistive technology is told; none for an element without a meaning of its own. */
export function roleOf(element: Element): string | undefined {
  const role = getRole(element) ?? further[element.localName];
  if (role === undefined || role === 'none' || role === 'presentation' || role === 'generic') return undefined;
  if (element.hasAttribute('role')) return role;
  const name = element.localName;
  // Landmarks of the page, and only there; regions and forms only with a name.
  if ((name === 'header' || name === 'footer') && element.closest(sectioning)) return undefined;
  if ((name === 'section' || name === 'form') && nameOf(element) === '') return undefined;
  if (name === 'li' && !element.parentElement?.matches('ul, ol, menu, [role="list"]')) return undefined;
  return role;
}

const namedByContent = new Set(
  'button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio row rowheader switch tab tooltip treeitem'.split(
    ' ',
  ),
);

/**
 * The accessible name; empty when there is none. What a name is made of is read here, as dom-accessibility-api leaves
 * out labels of controls in it and spaces at the ends of its elements.
 */
export function nameOf(element: Element): string {
  const labels = referred(element, 'aria-labelledby');
  if (labels.length > 0) return labels.map((label) => label.getAttribute('aria-label') ?? contentOf(label)).join(' ');
  const isNamed = element.matches('[aria-label], input, select, textarea');
  const content = !isNamed && namedByContent.has(getRole(element) ?? '') ? contentOf(element) : '';
  return content || computeAccessibleName(element);
}

function referred(element: Element, attribute: string): Element[] {
  const root = element.getRootNode();
  const ids = element.getAttribute(attribute)?.match(/\S+/g) ?? [];
  return isRoot(root) ? ids.flatMap((id) => root.getElementById(id) ?? []) : [];
}
