import type { Page } from '@playwright/test';

/** Every computed property of every element inside the modules' shadow roots, in the order of the page. */
export interface Looks {
  properties: string[];
  elements: { name: string; values: string[] }[];
}

export function looksOf(page: Page): Promise<Looks> {
  return page.evaluate(() => {
    const properties = [...getComputedStyle(document.documentElement)];
    // What is closed keeps where it stood last, and is seen nowhere; what watches for moves never has a box.
    const isUnseen = (element: Element) =>
      element.matches('[popover]:not(:popover-open)') || element.localName.startsWith('baton-moves');
    const elements = all(document).filter((element) => element.getRootNode() !== document && !isUnseen(element));
    return {
      properties,
      elements: elements.flatMap((element) =>
        [null, ...pseudoElementsOf(element)].map((pseudo) => look(element, pseudo)),
      ),
    };

    function all(root: ParentNode): Element[] {
      return [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    }

    function pseudoElementsOf(element: Element): string[] {
      return [
        ...['::before', '::after'].filter((pseudo) => getComputedStyle(element, pseudo).content !== 'none'),
        ...(element.matches('li') ? ['::marker'] : []),
        ...(element.matches('input, textarea') ? ['::placeholder'] : []),
        ...(element.matches('dialog, [popover]') ? ['::backdrop'] : []),
        ...([...element.childNodes].some((node) => node instanceof Text) ? ['::selection'] : []),
      ];
    }

    function look(element: Element, pseudo: string | null) {
      const style = getComputedStyle(element, pseudo);
      return {
        name: `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}${pseudo ?? ''}`,
        values: properties.map((property) => style.getPropertyValue(property)),
      };
    }
  });
}

/** What differs, one line each. */
export function differences(clean: Looks, other: Looks): string[] {
  if (clean.elements.length !== other.elements.length)
    return [
      `${clean.elements.length} elements in the clean page, ${other.elements.length} in the other`,
      ...namesOnlyIn(clean, other).map((name) => `${name} in the clean page alone`),
      ...namesOnlyIn(other, clean).map((name) => `${name} in the other alone`),
    ];
  return clean.elements.flatMap(({ name, values }, index) => {
    const found = other.elements[index];
    if (found?.name !== name) return [`${name} in the clean page, ${found?.name} in the other`];
    return clean.properties.flatMap((property, at) =>
      values[at] === found.values[at] ? [] : [`${name} { ${property}: ${values[at]} } became ${found.values[at]}`],
    );
  });
}

/** The names of elements that one page has, or has more of. */
function namesOnlyIn(one: Looks, other: Looks): string[] {
  const left = other.elements.map(({ name }) => name);
  return one.elements.flatMap(({ name }) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at >= 0 ? [] : [name];
  });
}
