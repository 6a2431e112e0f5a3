import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/world';
import type { Desktop } from './support/desktop';

test.use({ scenario: 'incoming-transfer' });

for (const ms of [520, 650, 800, 1000, 1300]) {
  test(`IP-07 a click with the mouse ${ms} ms after the card appeared accepts`, async ({ world }) => {
    const bianca = await world.open('bianca');
    await bianca.preview.waitFor();
    const { waited } = await clickAccept(bianca, { waiting: ms });
    expect(waited).toBeGreaterThanOrEqual(ms);
    await expect(bianca.window()).toBeVisible();
  });
}

/** What can happen around a card that waits, as changes of a style. */
const changes = [
  { name: 'something grows above it', moves: true, selector: '.region-incoming', style: 'padding-block-start: 24px' },
  { name: 'something grows below it', moves: false, selector: '.region-incoming', style: 'padding-block-end: 24px' },
  { name: 'its place becomes narrower', moves: true, selector: '.region-incoming', style: 'padding-inline-end: 40px' },
  { name: 'the page is zoomed', moves: true, selector: 'html', style: 'zoom: 1.1' },
  { name: 'what stands above it grows', moves: false, selector: '.region-rail', style: 'padding-block-start: 24px' },
];

for (const { name, moves, ...change } of changes) {
  test(`IP-07 ${name}: a click at once ${moves ? 'is ignored, the next one counts' : 'counts'}`, async ({ world }) => {
    const bianca = await world.open('bianca');
    await bianca.preview.waitFor();
    await bianca.page.waitForFunction((until) => performance.now() > until, (await now(bianca.page)) + 700);
    const { waited } = await clickAccept(bianca, { change });
    // On a busy machine the click may have come late, and then it counts.
    if (moves && waited < 500) {
      await expect(bianca.preview.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
      await clickAccept(bianca, { waiting: 600 });
    }
    await expect(bianca.window()).toBeVisible();
  });
}

test('IP-07 a card that is scrolled takes a click at once', async ({ world }) => {
  const bianca = await world.open('bianca');
  await bianca.preview.waitFor();
  await setStyle(bianca.page, '.region-incoming', 'max-block-size: 240px; overflow: auto');
  await bianca.page.waitForFunction((until) => performance.now() > until, (await now(bianca.page)) + 700);
  await bianca.page.locator('.region-incoming').hover();
  await bianca.page.mouse.wheel(0, 40);
  await clickAccept(bianca, {});
  await expect(bianca.window()).toBeVisible();
});

test('IP-07 a card that is scrolled into sight takes a click at once, though its answers stick to the edge', async ({
  world,
}) => {
  const bianca = await world.open('bianca');
  await bianca.preview.waitFor();
  await setStyle(bianca.page, '.region-incoming', 'max-block-size: 240px; overflow: auto; padding-block-start: 300px');
  await bianca.page.waitForFunction((until) => performance.now() > until, (await now(bianca.page)) + 700);
  await bianca.page.locator('.region-incoming').hover();
  await bianca.page.mouse.wheel(0, 2000);
  await expect(bianca.preview.getByRole('button', { name: 'Accept', exact: true })).toBeInViewport({ ratio: 1 });
  await clickAccept(bianca, {});
  await expect(bianca.window()).toBeVisible();
});

test.describe('among three invitations and nine conversations', () => {
  test.use({ scenario: 'busy-agent' });

  for (const apart of [60, 200, 350]) {
    test(`two clicks on Accept, ${apart} ms apart, leave the hands in the new conversation`, async ({ world }) => {
      const ana = await world.open('ana');
      await expect(ana.preview.getByText('1 of 3')).toBeVisible();
      const accept = ana.preview.getByRole('button', { name: 'Accept', exact: true });
      await ana.page.waitForFunction((until) => performance.now() > until, (await now(ana.page)) + 700);
      await accept.hover();
      await ana.page.mouse.down({ clickCount: 1 });
      await ana.page.mouse.up({ clickCount: 1 });
      await ana.page.waitForFunction((until) => performance.now() > until, (await now(ana.page)) + apart);
      await ana.page.mouse.down({ clickCount: 2 });
      await ana.page.mouse.up({ clickCount: 2 });
      await expect(ana.window('Noor Haddad')).toBeVisible();
      await expect(ana.composer).toBeFocused();
      await ana.page.keyboard.type('Hello Noor');
      await expect(ana.composer).toHaveValue('Hello Noor');
      await expect(ana.preview.getByText('1 of 2')).toBeVisible();
    });
  }
});

test.describe('with texts that are written to break what shows them', () => {
  test.use({ scenario: 'hostile-texts' });

  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 1440, height: 500 },
    { width: 720, height: 450 },
    { width: 320, height: 700 },
  ]) {
    test(`Accept is in sight and counts, at ${viewport.width} × ${viewport.height}`, async ({ world }) => {
      const ana = await world.open('ana');
      await ana.page.setViewportSize(viewport);
      const accept = ana.preview.getByRole('button', { name: 'Accept', exact: true });
      await accept.waitFor();
      await expect(accept).toBeInViewport({ ratio: 1 });
      await ana.page.waitForFunction((until) => performance.now() > until, (await now(ana.page)) + 700);
      const box = await accept.boundingBox();
      if (box === null) throw new Error('Accept is not on screen');
      // Where the eye sees it: nothing is scrolled for it.
      await ana.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await expect(ana.window('Mallory Vance')).toBeVisible();
    });
  }
});

const now = (page: Page) => page.evaluate(() => performance.now());

/** Adds to an element's style; resolves with the page's time of it. */
function setStyle(page: Page, selector: string, style: string): Promise<number> {
  return page.locator(selector).evaluate((element, added) => {
    if (element instanceof HTMLElement) element.style.cssText += `;${added}`;
    return performance.now();
  }, style);
}

/** Clicks Accept with the mouse, after a while or a change; tells how long it was after that, in the page's own time. */
async function clickAccept(
  { page, preview }: Desktop,
  { waiting = 0, change }: { waiting?: number; change?: { selector: string; style: string } },
): Promise<{ waited: number }> {
  const clicked = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener('click', () => resolve(performance.now()), { capture: true, once: true });
      }),
  );
  const changed = change && (await setStyle(page, change.selector, change.style));
  const accept = preview.getByRole('button', { name: 'Accept', exact: true });
  const box = await accept.boundingBox();
  if (box === null) throw new Error('Accept is not on screen');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const begun = changed ?? (await standingFor(accept, waiting));
  await page.mouse.down();
  await page.mouse.up();
  return { waited: (await clicked) - begun };
}

/**
 * Waits until a button has stood where it is for so long, in milliseconds: a desktop that has just opened may still move
 * what is in it. Resolves with the page's time at which it came to stand there.
 */
function standingFor(button: Locator, ms: number): Promise<number> {
  return button.evaluate(
    (element, longMs) =>
      new Promise<number>((resolve) => {
        /** How late a move may be noticed. */
        const lateMs = 100;
        let place = '';
        let since = 0;
        let enough = longMs;
        const look = () => {
          const found = placeOf(element);
          if (place !== found) {
            if (place !== '') enough = longMs + lateMs;
            place = found;
            since = performance.now();
          }
          if (performance.now() - since >= enough) resolve(since);
          else requestAnimationFrame(look);
        };
        look();

        /** Without what its entry animation does: that is no move. */
        function placeOf(inside: Element): string {
          const at = { x: 0, y: 0 };
          for (let part: Element | null = inside; part instanceof HTMLElement; part = part.offsetParent) {
            at.x += part.offsetLeft;
            at.y += part.offsetTop;
          }
          return `${at.x} ${at.y}`;
        }
      }),
    ms,
  );
}
