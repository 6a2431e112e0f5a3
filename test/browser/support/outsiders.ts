import type { Page } from '@playwright/test';

/** Written by people, a name of theirs or made from one: not ours to translate. The links to situations are in English. */
const data = ['bdi', '.b-avatar', '[dir="auto"]', 'time', 'kbd', 'textarea', 'input', '.links'].join();
const attributes = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'placeholder',
  'title',
];

/**
 * In the language `en-XA`: what can be read or heard in the page and is in no catalogue. There all
 * letters of ours have accents, so plain ones are from elsewhere; `known` are names of the demo.
 */
export function outsiders(page: Page, known: readonly string[]): Promise<string[]> {
  return page.evaluate(
    ([dataSelector, attributeNames, names]) => {
      // Numbers and times come from the browser, in its own words.
      const fromBrowser = /\d{1,2}:\d{2}(?:\s?[AP]M)?|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/gu;
      const isPlain = (text: string) =>
        /[a-z]{2,}/i.test(names.reduce((rest, name) => rest.replaceAll(name, ''), text.replaceAll(fromBrowser, '')));
      const found: string[] = [];
      const look = (node: Node): void => {
        if (node instanceof Text) {
          if (isPlain(node.data)) found.push(node.data.trim());
          return;
        }
        if (node instanceof Element) {
          if (node.matches('script, style, noscript, template') || !node.checkVisibility()) return;
          for (const name of attributeNames) {
            const value = node.getAttribute(name);
            if (value !== null && isPlain(value)) found.push(`${name}="${value}"`);
          }
          if (node.shadowRoot !== null) look(node.shadowRoot);
          if (node.matches(dataSelector)) return;
        }
        for (const child of node.childNodes) look(child);
      };
      look(document.body);
      if (isPlain(document.title)) found.push(`title of the page: ${document.title}`);
      return [...new Set(found)];
    },
    [data, attributes, known] as const,
  );
}
