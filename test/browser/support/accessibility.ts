import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type axe from 'axe-core';
import { finishMotion } from './motion';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong in the page, or in the elements that match `within`, in one line each; empty when clean. Shadow
 * roots are included.
 */
export async function axeViolations(page: Page | Frame, within = 'html'): Promise<string[]> {
  // A script element would be refused by the page's content security policy.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  // A colour half faded in is none of the theme's.
  await finishMotion(page);
  return page.evaluate(
    async ({ where, runOnly }) => {
      const { violations } = await window.axe.run(where, { runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    },
    { where: within, runOnly: tags },
  );
}

/** Where keyboard focus is. */
export interface FocusStop {
  /** Tag, role and name, for people. */
  what: string;
  /** Focus is nowhere. */
  nowhere: boolean;
  /** What lies over the element, at its centre or near a corner. */
  coveredBy: string[];
  /** A ring of two pixels or more shows where the focus is. */
  ringed: boolean;
}

/** Looks at the focused element, through shadow roots. */
export function focusStop(page: Page): Promise<FocusStop> {
  return page.evaluate(() => {
    const focused = deepest(document.activeElement);
    const what = focused === null ? 'nothing' : describe(focused);
    if (focused === null || focused === document.body) return { what, nowhere: true, coveredBy: [], ringed: false };
    return {
      what,
      nowhere: false,
      coveredBy: covering(focused),
      ringed: [focused, focused.parentElement, focused.parentElement?.parentElement].some(hasRing),
    };

    function deepest(element: Element | null): Element | null {
      const inner = element?.shadowRoot?.activeElement;
      return inner ? deepest(inner) : element;
    }

    function describe(element: Element): string {
      const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
      return `${element.tagName.toLowerCase()}.${element.className} “${name}”`;
    }

    function covering(element: Element): string[] {
      const box = element.getBoundingClientRect();
      // Where the page or a list scrolls, a large element is seen in part.
      const inset = Math.min(3, box.width / 4, box.height / 4);
      const left = Math.max(box.left, 0) + inset;
      const right = Math.min(box.right, innerWidth) - inset;
      const top = Math.max(box.top, 0) + inset;
      const bottom = Math.min(box.bottom, innerHeight) - inset;
      if (left > right || top > bottom) return ['out of sight'];
      const points = [
        [(left + right) / 2, (top + bottom) / 2],
        [left, top],
        [right, top],
        [left, bottom],
        [right, bottom],
      ] as const;
      return points.flatMap(([x, y]) => {
        const hit = at(document, x, y);
        return hit === null || related(hit, element) ? [] : [describe(hit)];
      });
    }

    function at(root: DocumentOrShadowRoot, x: number, y: number): Element | null {
      const hit = root.elementFromPoint(x, y);
      return hit?.shadowRoot && hit.shadowRoot !== root ? (at(hit.shadowRoot, x, y) ?? hit) : hit;
    }

    function related(one: Element, other: Element): boolean {
      return line(one).includes(other) || line(other).includes(one);
    }

    function line(element: Element): Element[] {
      const parent = element.parentElement ?? shadowHost(element);
      return parent === null ? [element] : [element, ...line(parent)];
    }

    function shadowHost(element: Element): Element | null {
      const root = element.getRootNode();
      return root instanceof ShadowRoot ? root.host : null;
    }

    function hasRing(element: Element | null | undefined): boolean {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2;
    }
  });
}

/** Presses Tab from the top of the page until the focus leaves it, and looks at each stop. */
export async function tabStops(page: Page): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  await page.evaluate(() => {
    scrollTo(0, 0);
    // From the beginning, wherever the focus was.
    const start = document.createElement('span');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
  });
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await focusStop(page);
    if (stop.nowhere) return stops;
    stops.push(stop);
    if (stops.length > 200)
      throw new Error(
        `Tab does not leave the page: ${stops
          .slice(-5)
          .map(({ what }) => what)
          .join(', ')}`,
      );
  }
}
