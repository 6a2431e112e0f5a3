import type { Locator, Page } from '@playwright/test';
import { axeViolations, tabStops } from './support/accessibility';
import { fitsSideways } from './support/fits';
import { expect, test } from './support/world';

type Look = (element: Element, style: CSSStyleDeclaration) => string | undefined;

/** What `look` says of the page's elements, shadow roots included. It runs in the page, by itself. */
function every(page: Page, look: Look): Promise<string[]> {
  return page.evaluate<string[]>(`(${String(lookAtAll)})(${String(look)})`);
}

function lookAtAll(look: Look): string[] {
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  return all(document.body).flatMap((element) => look(element, getComputedStyle(element)) ?? []);
}

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('FC-01: what colour says is said by borders, outlines and shapes', async ({ world }) => {
    const ana = await world.open('ana');
    const bianca = await world.open('bianca');
    const { page } = ana;
    const bubble = ana.transcript
      .getByText('Are you still there?')
      .locator('xpath=ancestor-or-self::*[contains(@class,"sms-bubble")]');
    await expect(bubble).toHaveCSS('border-block-end-style', 'solid');
    await expect(ana.rail.locator('[aria-current="true"]')).toHaveCSS('outline-style', 'solid');

    const menu = await ana.openActionMenu('Bianca Okafor');
    await expect(ana.team.getByRole('row', { name: /^Bianca Okafor/ })).toHaveCSS('outline-style', 'solid');
    // System colours differ from device to device: glyphs have that of text.
    const glyph = ana.team.getByRole('row').locator('.b-presence').first();
    expect(
      await glyph.evaluate((element) => getComputedStyle(element).color === getComputedStyle(document.body).color),
    ).toBe(true);
    expect(await axeViolations(page)).toEqual([]);

    await menu.getByRole('menuitem', { name: /^SMS transfer/i }).click();
    await expect(bianca.preview).toHaveCSS('border-block-end-style', 'solid');
    expect(await axeViolations(bianca.page)).toEqual([]);
    for (const each of [page, bianca.page]) {
      expect(
        await every(each, (element, { forcedColorAdjust }) =>
          forcedColorAdjust === 'none' ? element.outerHTML.slice(0, 80) : undefined,
        ),
      ).toEqual([]);
    }
  });
});

test.describe('reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('RM-01: nothing moves, what fades takes 100 ms at most, and the countdown goes by the second', async ({
    world,
  }) => {
    const ana = await world.open('ana');
    const bianca = await world.open('bianca');
    await ana.transferTo('Bianca Okafor');
    await expect(bianca.preview).toBeVisible();
    await bianca.messages();
    for (const { page } of [ana, bianca]) {
      const moving = await every(page, (element, { animationName, transitionProperty, transitionDuration }) => {
        const animated = animationName !== 'none';
        const slow = transitionDuration.split(', ').some((duration) => Number.parseFloat(duration) > 0.1);
        // With a duration of 0 s, which is the default, `all` changes at once.
        const moves =
          /all|transform|translate|scale|inset|width|height/.test(transitionProperty) &&
          Number.parseFloat(transitionDuration) > 0;
        return animated || slow || moves ? element.outerHTML.slice(0, 80) : undefined;
      });
      expect(moving).toEqual([]);
    }
  });
});

test.describe('narrow', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('FO-03: what stays in sight while the page scrolls covers nothing that has the focus', async ({ world }) => {
    const ana = await world.open('ana');
    await world.control('customer-writes', {
      interactionId: 'sms-1001',
      text: 'It is this one: https://shop.example/orders/48213',
    });
    await expect(ana.transcript.getByRole('link')).toBeVisible();
    for (const text of ['I am looking.', 'One moment.', 'Here it is.', 'I have it.', 'It is paid back.'])
      await ana.say(text);
    const bianca = await world.open('bianca');
    await ana.transferTo('Bianca Okafor');
    await bianca.answer('Reject');
    await expect(ana.banner('Bianca Okafor declined the transfer')).toBeVisible();
    await ana.page.bringToFront();

    const stops = await tabStops(ana.page);
    // The transcript is higher than the window: it is seen in part, whatever stands above it.
    expect(stops.filter(({ what, coveredBy }) => coveredBy.length > 0 && !what.startsWith('div.sms-log'))).toEqual([]);
    // And on the way back, where the page scrolls down from above.
    await ana.composer.click();
    await ana.page.keyboard.press('Shift+Tab');
    await expect(ana.transcript.getByRole('link')).toBeFocused();
    await expect(ana.transcript.getByRole('link')).toBeInViewport({ ratio: 1 });
  });
});

const devices: readonly { name: string; use: Parameters<typeof test.use>[0]; shows(card: Locator): Promise<void> }[] = [
  { name: 'at 1440 px', use: {}, shows: async () => undefined },
  {
    name: 'at 320 px',
    use: { viewport: { width: 320, height: 640 } },
    async shows(card) {
      await fitsSideways(card.page(), 'Interaction Preview');
      await expect(card).toBeInViewport({ ratio: 1 });
      expect(
        await card
          .getByRole('button')
          .evaluateAll((buttons) => buttons.filter((button) => button.scrollWidth > button.clientWidth).length),
      ).toBe(0);
    },
  },
  {
    name: 'in forced colours',
    use: { contextOptions: { forcedColors: 'active' } },
    async shows(card) {
      // Backgrounds are all one: borders say where the bar ends, and which button is the first to think of.
      await expect(card.locator('.b-countdown')).toHaveCSS('border-block-end-style', 'solid');
      const colour = (part: Locator, property: 'borderBlockEndColor' | 'backgroundColor') =>
        part.evaluate((element, name) => getComputedStyle(element)[name], property);
      const buttons = {
        reject: card.getByRole('button', { name: 'Reject', exact: true }),
        accept: card.getByRole('button', { name: 'Accept' }),
      };
      expect(await colour(buttons.accept, 'borderBlockEndColor')).not.toBe(
        await colour(buttons.reject, 'borderBlockEndColor'),
      );
      expect(await colour(card.locator('.b-countdown-fill'), 'backgroundColor')).not.toBe(
        await colour(card.locator('.b-countdown'), 'backgroundColor'),
      );
    },
  },
  {
    name: 'with reduced motion',
    use: { contextOptions: { reducedMotion: 'reduce' } },
    async shows(card) {
      expect(await card.evaluate((element) => element.getAnimations({ subtree: true }).length)).toBe(0);
    },
  },
];

for (const { name, use, shows } of devices) {
  test.describe(name, () => {
    test.use(use);

    test('IP-11: an Interaction Preview is seen and answered by keyboard only', async ({ world }) => {
      const ana = await world.open('ana');
      const bianca = await world.open('bianca');
      const { keyboard } = bianca.page;
      const card = bianca.preview;
      const button = (label: string | RegExp) => card.getByRole('button', { name: label, exact: true });
      await ana.transferTo('Bianca Okafor');
      await expect(card).toContainText(/Sam Carter/);

      await bianca.page.bringToFront();
      await keyboard.press('Alt+Shift+I');
      const isLine = await button(/^Show: /).isVisible();
      if (isLine) {
        await keyboard.press('Tab');
        await expect(button(/^Show: /)).toBeFocused();
        await keyboard.press('Enter');
      }
      await expect(card).toContainText(/\b\d+ s left to answer/);
      await shows(card);
      const all = ['Give me more time', 'Reject', 'Reject with a reason', 'Accept'];
      for (const label of isLine ? ['Collapse', ...all] : all) {
        await keyboard.press('Tab');
        await expect(button(label)).toBeFocused();
        await expect(button(label)).toHaveCSS('outline-style', 'solid');
        await expect(button(label)).toBeInViewport({ ratio: 1 });
      }
      await button('Give me more time').focus();
      await keyboard.press('Enter');
      await expect(ana.banner('Waiting for Bianca Okafor to accept')).toContainText(
        'Bianca Okafor asked for more time.',
      );
      await expect(button('Give me more time')).toBeFocused();
      for (let step = 0; step < 3; step += 1) await keyboard.press('Tab');
      await keyboard.press('Enter');
      await expect(bianca.composer).toBeFocused();
      await expect(ana.window()).toBeHidden();
    });
  });
}

test('KB-04: every command that keys give has a control, which tells them', async ({ world }) => {
  const told = async (page: Page) =>
    every(page, (element) =>
      element.checkVisibility() ? (element.getAttribute('aria-keyshortcuts') ?? undefined) : undefined,
    );
  const ana = await world.open('ana');
  const bianca = await world.open('bianca');
  const atWork = await told(ana.page);
  await ana.transferTo('Bianca Okafor');
  await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
  await expect(bianca.preview).toBeVisible();
  const keys = new Set([...atWork, ...(await told(ana.page)), ...(await told(bianca.page))]);
  // The other three move the focus: between regions, and into the one of incoming interactions.
  expect([...keys].sort()).toEqual(
    ['A', 'R', 'M', 'F', 'T', 'C', 'E', 'N', 'L', 'X', '/'].map((key) => `Alt+Shift+${key}`).sort(),
  );
});
