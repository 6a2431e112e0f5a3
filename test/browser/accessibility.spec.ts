import { axeViolations, focusStop, tabStops } from './support/accessibility';
import { agentMenu } from './support/agent-menu';
import type { Desktop } from './support/desktop';
import { longIf } from './support/long';
import { read } from './support/pointer';
import { expect, test } from './support/world';
import type { World } from './support/world';
import type { Page } from '@playwright/test';

const looks = [
  { name: 'light', width: 1440, height: 900, theme: 'light' },
  { name: 'dark', width: 1440, height: 900, theme: 'dark' },
  { name: 'narrow', width: 320, height: 640, theme: 'light' },
] as const;

async function clean(page: Page, state: string): Promise<void> {
  expect.soft(await axeViolations(page), state).toEqual([]);
}

async function invited(world: World, query: Record<string, string> = {}): Promise<{ ana: Desktop; bianca: Desktop }> {
  const bianca = await world.open('bianca', query);
  const ana = await world.open('ana', query);
  await ana.transferTo('Bianca Okafor');
  await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
  await expect(bianca.preview).toBeVisible();
  return { ana, bianca };
}

for (const { name, width, height, theme } of looks) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test('axe finds nothing before and at work', async ({ world }) => {
      const signIn = await world.visit('/');
      await expect(signIn.getByRole('button', { name: /^Ana Ruiz/ })).toBeVisible();
      await clean(signIn, 'sign-in');
      await signIn.close();

      const ana = await world.open('ana', { theme });
      const { page } = ana;
      await expect(ana.composer).toBeVisible();
      await clean(page, 'desktop');

      await page.getByRole('button', { name: 'Ana Ruiz: Ready for SMS' }).click();
      await clean(page, 'status panel');
      await page.getByRole('button', { name: 'Not Ready (lunch)' }).click();
      await expect(page.getByRole('group', { name: 'You are not ready for SMS' })).toBeVisible();
      await clean(page, 'Not Ready');

      await page.getByRole('button', { name: 'End', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await clean(page, 'End dialog');
      await page.keyboard.press('Escape');

      await agentMenu(page).click();
      // In wide windows the bar has one, too.
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).last().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await clean(page, 'shortcuts');
      await page.keyboard.press('Escape');

      await ana.myMessagesButton.click();
      await clean(page, 'My Messages, empty');
      await page.getByRole('button', { name: 'Settings' }).click();
      await clean(page, 'settings');
    });

    test('TC-17: axe finds nothing in Team Communicator', { tag: longIf(theme !== 'light') }, async ({ world }) => {
      const ana = await world.open('ana', { theme });
      const { page } = ana;
      await ana.transferButton.click();
      await expect(page.getByRole('row', { name: /^Chen Wei/ })).toBeVisible();
      await clean(page, 'no query');
      await ana.search.fill('farid');
      await expect(page.getByRole('row')).toHaveCount(1);
      await clean(page, 'results');
      await page.getByRole('button', { name: 'Actions for Farid Nasser' }).click();
      await expect(page.getByRole('menuitem', { name: /^SMS transfer/ })).toHaveAttribute('aria-disabled', 'true');
      await clean(page, 'menu with a disabled item');
      await page.keyboard.press('Escape');
      await ana.search.fill('nobody of that name');
      await expect(page.getByText('Check the spelling.')).toBeVisible();
      await clean(page, 'no results');
    });

    test(
      'axe finds nothing while a transfer is pending and after it',
      { tag: longIf(name === 'dark') },
      async ({ world }) => {
        const { ana, bianca } = await invited(world, { theme });
        await clean(ana.page, 'inviting');
        await clean(bianca.page, 'Interaction Preview');
        await bianca.answer('Give me more time');
        await expect(ana.banner('Waiting')).toContainText('Bianca Okafor asked for more time.');
        await world.advance(20_000);
        await expect(bianca.preview).toContainText(/\b(10|\d) s\b/);
        await clean(bianca.page, 'Interaction Preview, urgent');
        await bianca.answer('Give me more time');
        await bianca.answer('Reject');
        await expect(ana.banner('Bianca Okafor declined the transfer')).toBeVisible();
        await clean(ana.page, 'declined');
        await clean(bianca.page, 'rejected');
        await ana.messages();
        await clean(ana.page, 'My Messages with an entry');
      },
    );
  });
}

test.describe('connection-lost', () => {
  test.use({ scenario: 'connection-lost' });

  test('axe finds nothing while the connection is lost', async ({ world }) => {
    const ana = await world.open('ana');
    await world.advance(20_000);
    await expect(ana.page.getByRole('group', { name: 'Connection lost' }).first()).toBeVisible();
    await clean(ana.page, 'connection lost');
  });
});

test('axe finds nothing in two desktops side by side', async ({ world }) => {
  const page = await world.visit('/two-desktops?left=ana&right=bianca');
  await expect(
    page.frameLocator('iframe').first().getByRole('textbox', { name: 'Message to Sam Carter' }),
  ).toBeVisible();
  await clean(page, 'two desktops');
});

for (const { name, width, height } of [looks[0], { name: 'narrow and low', width: 320, height: 256 }]) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    async function walk(page: Page, state: string, least: number): Promise<void> {
      const stops = await tabStops(page);
      expect.soft(stops.length, `${state}: stops`).toBeGreaterThanOrEqual(least);
      expect
        .soft(
          stops.filter(({ coveredBy }) => coveredBy.length > 0),
          `${state}: covered`,
        )
        .toEqual([]);
      expect
        .soft(
          stops.filter(({ ringed }) => !ringed).map(({ what }) => what),
          `${state}: without a ring`,
        )
        .toEqual([]);
    }

    test('FO-01, FO-02: the focus is seen at every stop', async ({ world }) => {
      const { ana, bianca } = await invited(world);
      await walk(ana.page, 'inviting', 8);
      await walk(bianca.page, 'Interaction Preview', 6);
      await bianca.answer('Reject');
      await expect(ana.banner('Bianca Okafor declined the transfer')).toBeVisible();
      await walk(ana.page, 'declined', 9);
      await ana.transferButton.click();
      await expect(ana.page.getByRole('row', { name: /^Chen Wei/ })).toBeVisible();
      await walk(ana.page, 'Team Communicator', 8);
    });
  });
}

test('SW-12: the focus is never nowhere', async ({ world }) => {
  const { ana, bianca } = await invited(world);
  const focused = async (desktop: Desktop, after: string) => {
    // What takes the focus away may follow in the next frames.
    await desktop.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect.soft(await focusStop(desktop.page), after).toMatchObject({ nowhere: false });
  };
  await focused(ana, 'the invitation');

  await bianca.answer('Reject');
  await expect(bianca.preview).toHaveCount(0);
  await focused(bianca, 'Reject');
  await focused(ana, 'a decline');
  await ana
    .banner('declined')
    .getByRole('button', { name: /^Dismiss/ })
    .click();
  await expect(ana.banner('declined')).toHaveCount(0);
  await focused(ana, 'dismissing a banner');

  await ana.transferTo('Bianca Okafor');
  await ana.page.getByRole('button', { name: 'Cancel transfer' }).click();
  await expect(ana.banner('Transfer cancelled')).toBeVisible();
  await focused(ana, 'Cancel transfer');

  await ana.transferButton.click();
  await expect(ana.search).toBeFocused();
  await ana.page.keyboard.press('Escape');
  await expect(ana.team).toBeHidden();
  await focused(ana, 'closing Team Communicator');

  await ana.page.getByRole('button', { name: 'Ana Ruiz: Ready for SMS' }).click();
  await ana.page.getByRole('button', { name: 'Not Ready (lunch)' }).click();
  await expect(ana.page.getByRole('group', { name: 'You are not ready for SMS' })).toBeVisible();
  await focused(ana, 'going Not Ready');
  await ana.page
    .getByRole('region', { name: 'Desktop status' })
    .getByRole('button', { name: 'Go ready for SMS' })
    .click();
  await expect(ana.page.getByRole('group', { name: 'You are not ready for SMS' })).toHaveCount(0);
  await focused(ana, 'going ready from the banner');

  await ana.myMessagesButton.click();
  await focused(ana, 'opening My Messages');
  await ana.page.getByRole('button', { name: 'Settings' }).click();
  await focused(ana, 'opening the settings');
  await ana.page.keyboard.press('Escape');
  await focused(ana, 'closing My Messages');

  await ana.page.getByRole('button', { name: 'End', exact: true }).click();
  await focused(ana, 'the End dialog');
  await ana.page.keyboard.press('Escape');
  await focused(ana, 'keeping the conversation open');

  await ana.composer.click();
  await ana.transferTo('Bianca Okafor');
  await bianca.answer('Accept');
  await expect(ana.window()).toBeHidden();
  await focused(ana, 'the window has closed by itself');
  await expect(bianca.composer).toBeFocused();

  await bianca.page.getByRole('button', { name: 'End', exact: true }).click();
  await bianca.page.getByRole('button', { name: 'End conversation' }).click();
  await expect(bianca.window()).toBeHidden();
  await focused(bianca, 'ending the conversation');
});

test.describe('narrow', () => {
  test.use({ viewport: { width: 600, height: 800 } });

  test('SW-12: also where the rail is out of sight', async ({ world }) => {
    const { ana, bianca } = await invited(world);
    await expect(ana.composer).toBeFocused();
    await bianca.answer('Accept');
    await expect(ana.window()).toBeHidden();
    await expect.poll(async () => (await focusStop(ana.page)).nowhere).toBe(false);
    await ana.page.keyboard.press('F6');
    expect((await focusStop(ana.page)).nowhere).toBe(false);
  });
});

test('TC-16: what can be pressed is large enough', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.transferButton.click();
  await expect(ana.page.getByRole('row', { name: /^Chen Wei/ })).toBeVisible();
  const row = ana.page.getByRole('row', { name: /^Chen Wei/ });
  const star = await boxOf(row.getByRole('button', { name: 'Favourite Chen Wei' }));
  const actions = await boxOf(row.getByRole('button', { name: 'Actions for Chen Wei' }));
  for (const box of [star, actions]) {
    expect(box.width).toBeGreaterThanOrEqual(32);
    expect(box.height).toBeGreaterThanOrEqual(32);
  }
  expect(actions.x - (star.x + star.width)).toBeGreaterThanOrEqual(8);
  for (const button of await ana.page.getByRole('button').all()) {
    if (!(await button.isVisible())) continue;
    const box = await boxOf(button);
    expect.soft(Math.min(box.width, box.height), await button.innerText()).toBeGreaterThanOrEqual(28);
  }
});

async function boxOf(locator: ReturnType<Page['locator']>) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It takes no room');
  return box;
}

test('F6 visits the regions in order, round and round', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.transferButton.click();
  await expect(ana.search).toBeFocused();
  const region = () => ana.page.evaluate(() => document.activeElement?.getAttribute('data-region'));
  const forwards = ['top', 'incoming', 'rail', 'sms', 'team', 'top'];
  for (const name of forwards) {
    await ana.page.keyboard.press('F6');
    expect(await region()).toBe(name);
  }
  for (const name of forwards.toReversed().slice(1)) {
    await ana.page.keyboard.press('Shift+F6');
    expect(await region()).toBe(name);
  }
});

test('SW-12 focus in the rail stays there when its conversation goes', async ({ world }) => {
  const { ana, bianca } = await invited(world);
  const row = ana.rail.locator('[aria-current]');
  await row.focus();
  await bianca.answer('Accept');
  await expect(row).toHaveCount(0);
  await expect(ana.rail.getByRole('heading', { level: 2 })).toBeFocused();
});

test('SW-12 focus goes to the conversation when Team Communicator closes and was opened from nowhere', async ({
  world,
}) => {
  const ana = await world.open('ana');
  await expect(ana.composer).toBeVisible();
  await ana.page.keyboard.press('Alt+Shift+F');
  await expect(ana.search).toBeFocused();
  await ana.page.keyboard.press('Escape');
  await expect(ana.page.getByRole('main')).toBeFocused();
});

test('KB: each command has its keys', async ({ world }) => {
  const { ana, bianca } = await invited(world);
  const press = (desktop: Desktop, key: string) => desktop.page.keyboard.press(`Alt+Shift+${key}`);

  await press(bianca, 'I');
  expect((await focusStop(bianca.page)).nowhere).toBe(false);
  await world.advance(10_000);
  await read(bianca.preview);
  await press(bianca, 'M');
  await expect(ana.banner('Waiting')).toContainText('Bianca Okafor asked for more time.');
  await press(ana, 'C');
  await expect(ana.banner('Transfer cancelled')).toBeVisible();

  await press(ana, 'N');
  await expect(ana.page.getByRole('region', { name: 'My Messages' })).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await press(ana, 'E');
  await expect(ana.composer).toBeFocused();
  await press(ana, '/');
  await expect(ana.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await expect(ana.composer).toBeFocused();

  await press(ana, 'F');
  await expect(ana.search).toBeFocused();
  await ana.page.keyboard.press('Escape');
  await press(ana, 'T');
  await expect(ana.search).toBeFocused();
  await ana.page.keyboard.type('bianca');
  await ana.page.keyboard.press('Enter');
  await expect(ana.page.getByRole('menuitem', { name: /^SMS transfer/ })).toBeFocused();
  await ana.page.keyboard.press('Enter');
  await expect(bianca.preview).toBeVisible();
  await read(bianca.preview);
  await press(bianca, 'R');
  await expect(ana.banner('Bianca Okafor declined the transfer')).toBeVisible();
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toBeVisible();
  await read(bianca.preview);
  await press(bianca, 'A');
  await expect(bianca.window()).toBeVisible();
});
