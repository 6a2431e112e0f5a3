import { isElement, viewOf } from '@baton/ui/dom';
import { isSlot } from '../page/tree';

/** The words of a node as they are read: without what is hidden, and with the names of what has one by attribute. */
export function wordsOf(node: Node): string {
  return inOneLine(isElement(node) && isUnseen(node) ? '' : read(node));
}

/** The words in an element, whether or not it is hidden itself: what refers to it by id reads them. */
export function contentOf(element: Element): string {
  return inOneLine(readInside(element));
}

function read(node: Node): string {
  if (!isElement(node)) return node.nodeType === 3 ? (node.nodeValue ?? '') : '';
  if (isUnseen(node)) return '';
  const named = node.getAttribute('aria-label') ?? node.getAttribute('alt');
  const words = named ?? readInside(node);
  const { display } = viewOf(node).getComputedStyle(node);
  return display === 'inline' || display === '' ? words : ` ${words} `;
}

function readInside(element: Element): string {
  const assigned = isSlot(element) ? element.assignedNodes() : [];
  const nodes = assigned.length > 0 ? assigned : (element.shadowRoot ?? element).childNodes;
  return [...nodes].map(read).join('');
}

function isUnseen(element: Element): boolean {
  if (element.matches('[aria-hidden="true"], [hidden], script, style')) return true;
  const { display, visibility } = viewOf(element).getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
}

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
