import type { Page } from '@playwright/test';
import type { Desktop } from './support/desktop';
import { boxOf, cutOff, fitsSideways } from './support/fits';
import { expect, test } from './support/world';

const topBar = (desktop: Desktop) => desktop.page.getByRole('banner');
const sms = (desktop: Desktop) => desktop.page.locator('[data-region="sms"]');
const team = (desktop: Desktop) => desktop.page.locator('[data-region="team"]');
const incoming = (desktop: Desktop) => desktop.page.locator('[data-region="incoming"]');

async function openTeam(desktop: Desktop): Promise<void> {
  await desktop.transferButton.click();
  await expect(desktop.page.getByRole('row', { name: /^Chen Wei/ })).toBeVisible();
}

test.describe('wide', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('the regions have their places and widths', async ({ world }) => {
    const ana = await world.open('ana');
    await openTeam(ana);
    expect(await boxOf(topBar(ana))).toMatchObject({ x: 0, y: 0, width: 1440, height: 48 });
    expect(await boxOf(ana.rail)).toMatchObject({ x: 0, y: 48, width: 304 });
    // The conversation lies on the desktop, 8 px from what is beside it.
    expect(await boxOf(sms(ana))).toEqual({ x: 312, y: 48, width: 760, height: 844 });
    expect(await boxOf(team(ana))).toEqual({ x: 1080, y: 48, width: 360, height: 852 });
    const preview = await boxOf(incoming(ana));
    expect(preview).toMatchObject({ x: 0, width: 304 });
    expect(preview.y + preview.height).toBe(900);
    await expect(topBar(ana).getByRole('button', { name: 'Interactions' })).toBeHidden();
    await ana.page.getByRole('button', { name: 'Close', exact: true }).click();
    // Details take its place; below 1280 px the conversation does.
    expect((await boxOf(sms(ana))).width).toBe(760);
    expect(await boxOf(ana.page.locator('[data-region="details"]'))).toEqual({
      x: 1080,
      y: 48,
      width: 360,
      height: 852,
    });
    await ana.page.setViewportSize({ width: 1200, height: 900 });
    await expect.poll(async () => (await boxOf(sms(ana))).width).toBe(880);
  });

  test('the side column is resized with the keyboard', async ({ world }) => {
    const ana = await world.open('ana');
    const edge = ana.page.getByRole('separator', { name: 'Width of the side column' });
    const widths = [
      ['ArrowLeft', 380],
      ['ArrowRight', 360],
      ['End', 440],
      ['ArrowLeft', 440],
      ['Home', 320],
      ['ArrowRight', 320],
    ] as const;
    for (const [key, width] of widths) {
      await edge.press(key);
      await expect(edge).toHaveAttribute('aria-valuenow', String(width));
      expect((await boxOf(ana.page.locator('[data-region="details"]'))).width).toBe(width);
    }
    await openTeam(ana);
    expect((await boxOf(team(ana))).width).toBe(320);
  });

  test('RT-01: right to left everything stands the other way round', async ({ world }) => {
    const ana = await world.open('ana', { dir: 'rtl' });
    await openTeam(ana);
    expect(await boxOf(ana.rail)).toMatchObject({ x: 1136, width: 304 });
    expect(await boxOf(sms(ana))).toMatchObject({ x: 368, width: 760 });
    expect(await boxOf(team(ana))).toMatchObject({ x: 0, width: 360 });
    expect((await boxOf(ana.page.getByRole('heading', { name: 'Baton' }))).x).toBeGreaterThan(1300);
    const row = ana.page.getByRole('row', { name: /^Chen Wei/ });
    expect((await boxOf(row.getByRole('button', { name: /^Actions/ }))).x).toBeLessThan(
      (await boxOf(row.getByRole('button', { name: /^Favourite/ }))).x,
    );
    const edge = ana.page.getByRole('separator', { name: 'Width of the side column' });
    await edge.press('ArrowRight');
    expect((await boxOf(team(ana))).width).toBe(380);
    await fitsSideways(ana.page, 'right to left');
  });

  test('RF-02: wide text spacing cuts nothing off', async ({ world }) => {
    const bianca = await world.open('bianca');
    const ana = await world.open('ana');
    for (const { page } of [ana, bianca]) {
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }',
        );
        const adopt = (root: Document | ShadowRoot) => {
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
          for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) adopt(shadowRoot);
        };
        adopt(document);
      });
    }
    expect.soft(await cutOff(ana.page), 'desktop').toEqual([]);
    await openTeam(ana);
    expect.soft(await cutOff(ana.page), 'Team Communicator').toEqual([]);
    await ana.page.keyboard.press('Escape');
    await ana.transferTo('Bianca Okafor');
    await expect(bianca.preview).toBeVisible();
    expect.soft(await cutOff(ana.page), 'inviting').toEqual([]);
    expect.soft(await cutOff(bianca.page), 'Interaction Preview').toEqual([]);
    await ana.messages();
    expect.soft(await cutOff(ana.page), 'My Messages').toEqual([]);
  });

  test('text of twice the size fits, and regions follow it', async ({ world }) => {
    const { page } = await world.open('ana');
    const browser = await page.context().newCDPSession(page);
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
    expect(await page.getByRole('banner').evaluate((bar) => bar.getBoundingClientRect().height)).toBeGreaterThanOrEqual(
      96,
    );
    await fitsSideways(page, 'desktop');
    expect.soft(await cutOff(page), 'desktop').toEqual([]);
    await page.getByRole('main').getByRole('button', { name: 'Transfer', exact: true }).click();
    await expect(page.getByRole('searchbox', { name: 'Find a target' })).toBeVisible();
    await fitsSideways(page, 'Team Communicator');
    expect.soft(await cutOff(page), 'Team Communicator').toEqual([]);
  });
});

test.describe('medium', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('Team Communicator takes the place of the rail', async ({ world }) => {
    const ana = await world.open('ana');
    expect(await boxOf(topBar(ana))).toMatchObject({ width: 1024, height: 48 });
    expect(await boxOf(sms(ana))).toEqual({ x: 8, y: 48, width: 728, height: 712 });
    expect(await boxOf(ana.rail)).toMatchObject({ x: 744, width: 280 });
    expect(await boxOf(incoming(ana))).toMatchObject({ x: 744, width: 280 });
    await openTeam(ana);
    await expect(ana.rail).toBeHidden();
    expect(await boxOf(sms(ana))).toMatchObject({ x: 8, width: 648 });
    expect(await boxOf(team(ana))).toMatchObject({ x: 664, y: 48, width: 360 });
    expect(await boxOf(incoming(ana))).toMatchObject({ x: 664, width: 360 });
  });
});

test.describe('narrow', () => {
  test.use({ viewport: { width: 600, height: 800 } });

  test('one region under the other; the rail and Team Communicator on demand', async ({ world }) => {
    const ana = await world.open('ana');
    expect(await boxOf(topBar(ana))).toMatchObject({ x: 0, y: 0, width: 600, height: 48 });
    const preview = await boxOf(incoming(ana));
    expect(preview).toMatchObject({ x: 0, y: 48, width: 600 });
    expect(await boxOf(sms(ana))).toMatchObject({ x: 0, y: 48 + preview.height, width: 600 });
    await expect(ana.rail).toBeHidden();

    const railButton = topBar(ana).getByRole('button', { name: 'Interactions' });
    await railButton.click();
    await expect(railButton).toHaveAttribute('aria-expanded', 'true');
    expect(await boxOf(ana.rail)).toMatchObject({ x: 0, width: 600 });
    await ana.rail.getByRole('button', { name: /Sam Carter/ }).click();
    await expect(ana.rail).toBeHidden();

    await openTeam(ana);
    await expect(sms(ana)).toBeHidden();
    expect(await boxOf(team(ana))).toMatchObject({ x: 0, y: 48 + preview.height, width: 600 });
    await railButton.click();
    await expect(team(ana)).toBeHidden();
    await expect(ana.rail).toBeVisible();
  });

  test('Team Communicator makes way for the conversation that the agent opens or writes in', async ({ world }) => {
    const ana = await world.open('ana');
    const bianca = await world.open('bianca');
    await bianca.page.getByRole('button', { name: 'Find a colleague' }).click();
    await expect(bianca.search).toBeFocused();
    await ana.transferTo('Bianca Okafor');
    await bianca.answer('Accept');
    await expect(bianca.composer).toBeFocused();
    await expect(team(bianca)).toBeHidden();

    await bianca.page.getByRole('button', { name: 'Find a colleague' }).click();
    await expect(bianca.search).toBeFocused();
    await bianca.page.keyboard.press('Alt+Shift+E');
    await bianca.page.keyboard.type('Hello');
    await expect(bianca.composer).toHaveValue('Hello');

    await bianca.page.setViewportSize({ width: 1440, height: 900 });
    await bianca.transferButton.click();
    await expect(bianca.search).toBeFocused();
    await bianca.composer.click();
    await bianca.page.setViewportSize({ width: 600, height: 800 });
    await expect(team(bianca)).toBeHidden();
    await bianca.page.keyboard.type(' Sam');
    await expect(bianca.composer).toHaveValue('Hello Sam');
  });

  test('Team Communicator that comes late does not cover the conversation that is written in', async ({ world }) => {
    const profile = (await world.visit('/')).context();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await profile.route('**/modules/team-communicator/*.js', (route) => held.then(() => route.continue()));
    const ana = await world.open('ana');
    await ana.transferButton.click();
    await ana.composer.click();
    await ana.page.keyboard.type('One moment, ');
    letGo();
    // It has come, and been closed.
    await expect(ana.transferButton).toHaveAttribute('aria-expanded', 'false');
    await ana.page.keyboard.type('I am typing');
    await expect(ana.composer).toHaveValue('One moment, I am typing');
    await openTeam(ana);
    await expect(ana.search).toBeFocused();
  });
});

test.describe('320 by 720', () => {
  test.use({ viewport: { width: 320, height: 720 } });

  test('what asks for an answer, and what became of a transfer, is in sight wherever the page is scrolled to', async ({
    world,
  }) => {
    const ana = await world.open('ana');
    const bianca = await world.open('bianca');
    await ana.transferTo('Bianca Okafor');
    await expect(ana.composer).toBeFocused();
    await expect(ana.composer).toBeInViewport({ ratio: 1 });
    await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeInViewport({ ratio: 1 });
    await bianca.answer('Accept');
    await expect(bianca.composer).toBeInViewport({ ratio: 1 });
    await expect(bianca.banner('You are now the owner of this conversation')).toBeInViewport({ ratio: 1 });

    await ana.page.getByRole('button', { name: 'Find a colleague' }).click();
    const last = ana.team.getByText('Senior agents');
    await last.scrollIntoViewIfNeeded();
    await bianca.transferTo('Ana Ruiz');
    await expect(ana.preview).toBeInViewport({ ratio: 1 });
    expect(await ana.page.evaluate(() => window.scrollY)).toBeGreaterThan(200);
    await ana.answer('Reject');
    await expect(bianca.composer).toBeInViewport({ ratio: 1 });
    await expect(bianca.banner('Ana Ruiz declined the transfer')).toBeInViewport({ ratio: 1 });
  });

  test('My Messages opens in sight also where its button is not', async ({ world }) => {
    const ana = await world.open('ana');
    await ana.composer.click();
    await expect(ana.myMessagesButton).not.toBeInViewport();
    await ana.page.keyboard.press('Alt+Shift+N');
    await expect(ana.page.getByRole('region', { name: 'My Messages' })).toBeInViewport({ ratio: 1 });
  });
});

test.describe('320 by 256', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  /** What scrolls by itself inside the page, where only the page should (RF-01). What lies over the page may. */
  function scrollers(page: Page): Promise<string[]> {
    return page.evaluate(() => {
      const all = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')]
          .filter((element) => !element.matches('[popover], dialog, textarea'))
          .flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
      return all(document.body)
        .filter((element) => element.closest('[popover], dialog') === null)
        .filter(
          (element) =>
            /auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight + 1,
        )
        .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    });
  }

  async function reflows(page: Page, state: string): Promise<void> {
    await fitsSideways(page, state);
    expect.soft(await scrollers(page), `${state}: scrolls inside the page`).toEqual([]);
  }

  test('RF-01: only the page scrolls, and only downwards', async ({ world }) => {
    const signIn = await world.visit('/');
    await expect(signIn.getByRole('button', { name: /^Ana Ruiz/ })).toBeVisible();
    await reflows(signIn, 'sign-in');
    await signIn.close();

    const bianca = await world.open('bianca');
    await reflows(bianca.page, 'no conversation');
    const ana = await world.open('ana');
    await expect(ana.composer).toBeVisible();
    await reflows(ana.page, 'conversation');
    expect((await boxOf(topBar(ana))).height).toBe(48);

    await openTeam(ana);
    await reflows(ana.page, 'Team Communicator');
    await ana.search.fill('bianca');
    await expect(ana.team.getByText('Best matches')).toBeVisible();
    await ana.page.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
    await expect(ana.page.getByRole('menu')).toBeInViewport({ ratio: 1 });
    await reflows(ana.page, 'Action Menu');
    await ana.page.getByRole('menuitem', { name: /^SMS transfer/ }).click();
    await expect(bianca.preview).toBeVisible();
    await reflows(ana.page, 'inviting');
    await reflows(bianca.page, 'Interaction Preview');
    await bianca.answer('Reject');
    await expect(ana.banner('Bianca Okafor declined the transfer')).toBeVisible();
    await reflows(ana.page, 'declined');
    await expect(await ana.messages()).toHaveCount(1);
    await reflows(ana.page, 'My Messages');
    await ana.page.keyboard.press('Escape');

    await ana.page.getByRole('button', { name: 'Ana Ruiz: Ready for SMS' }).click();
    await ana.page.getByRole('button', { name: 'Not Ready (training)' }).click();
    await expect(ana.page.getByRole('group', { name: 'You are not ready for SMS' })).toBeVisible();
    await reflows(ana.page, 'Not Ready');
    await ana.page.getByRole('button', { name: 'End', exact: true }).click();
    await expect(ana.page.getByRole('dialog')).toBeVisible();
    await reflows(ana.page, 'End dialog');
  });

  test('RF-01: the newest message is reached by scrolling the page', async ({ world }) => {
    const ana = await world.open('ana');
    const last = ana.transcript.getByText('Are you still there?');
    await ana.page.mouse.move(160, 200);
    await expect(async () => {
      await ana.page.mouse.wheel(0, 400);
      await expect(last).toBeInViewport({ timeout: 200 });
    }).toPass();
  });
});
