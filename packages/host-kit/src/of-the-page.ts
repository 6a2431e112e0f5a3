// What Baton needs of the page, and says when it is not there.

/** The id may be misspelt, or the script may run before its element exists. */
export function requireElement(element: unknown, module: string): void {
  if (!isElement(element)) throw new TypeError(noElement(module));
}

const isElement = (found: unknown): boolean => typeof found === 'object' && found !== null && 'append' in found;

export const noElement = (module: string): string =>
  `There is no element for "${module}". Look for one that the page has, and mount when it is there: from a script of type "module", or after DOMContentLoaded.`;

/** The page's own copy is needed: two copies of single-spa do not know each other's applications. */
export function requireSingleSpa(singleSpa: unknown): void {
  if (typeof singleSpa === 'object' && singleSpa !== null && 'registerApplication' in singleSpa) return;
  throw new TypeError(
    "register needs the page's own single-spa, the one that the page starts: " +
      "import * as singleSpa from 'single-spa', and baton.register(element, { …, singleSpa }).",
  );
}

/** Frameworks run components on their servers, too. */
export function requirePage(): void {
  if (typeof document !== 'undefined') return;
  throw new Error(
    'createBaton needs a page, and there is none: this code runs on a server. Importing @baton/host-kit there is fine; create Baton in the browser, where your framework has mounted: in useEffect (React), onMounted (Vue, Svelte) or afterNextRender (Angular).',
  );
}
