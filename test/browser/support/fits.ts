import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** Where something stands, and how large. */
export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It takes no room');
  return box;
}

/** Nothing has to be read by scrolling sideways. */
export async function fitsSideways(page: Page, state: string): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect.soft(scrollWidth, `${state}: width of the page's content`).toBeLessThanOrEqual(clientWidth);
}

/** What is wider or higher than its own place, so that its end is not seen. Names that end in an ellipsis are shown whole elsewhere. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    return all(document)
      .filter((element) => {
        const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(element);
        if (textOverflow === 'ellipsis' || clipPath !== 'none' || element.clientWidth === 0) return false;
        const wide =
          element.scrollWidth > element.clientWidth + 1 &&
          (overflowX === 'hidden' || element.matches('button, a, h1, h2, h3, p'));
        const high =
          element.scrollHeight > element.clientHeight + 1 && (overflowY === 'hidden' || element.matches('button'));
        return wide || high;
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
}
