import type { Frame, Page } from '@playwright/test';

/** Brings everything that moves or fades to its end, so that it can be measured and compared. */
export function finishMotion(page: Page | Frame): Promise<void> {
  return page.evaluate(() => {
    const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : [])),
    ];
    for (const animation of roots(document).flatMap((root) => root.getAnimations()))
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  });
}
