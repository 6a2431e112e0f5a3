import type { Route } from '@playwright/test';
import { pressSignOut } from './support/agent-menu';
import { Desktop } from './support/desktop';
import { longIf } from './support/long';
import { read, readAndClick } from './support/pointer';
import { expect, test, worlds } from './support/world';
import type { World } from './support/world';

async function invite(world: World): Promise<{ ana: Desktop; bianca: Desktop }> {
  const ana = await world.open('ana');
  const bianca = await world.open('bianca');
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz');
  return { ana, bianca };
}

async function reload(desktop: Desktop): Promise<void> {
  await desktop.page.reload();
  await desktop.ready();
}

for (const kind of worlds) {
  test.describe(kind, { tag: longIf(kind === 'one profile') }, () => {
    test.use({ kind });

    test('a reload on either side while the transfer is pending shows the truth, and it still works', async ({
      world,
    }) => {
      const { ana, bianca } = await invite(world);
      await reload(ana);
      await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
      await reload(bianca);
      await expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz');
      await bianca.answer('Accept');
      await expect(ana.window()).toBeHidden();
      await expect(bianca.window()).toBeVisible();
      await reload(bianca);
      await expect(bianca.window()).toBeVisible();
      await reload(ana);
      await expect(ana.window()).toBeHidden();
      await expect((await ana.messages()).filter({ hasText: 'Bianca Okafor accepted' })).toBeVisible();
    });

    test('a reload of the target after each answer shows what it led to', async ({ world }) => {
      const { ana, bianca } = await invite(world);
      await bianca.answer('Reject');
      await expect(ana.banner('Bianca Okafor declined the transfer')).toBeVisible();
      await reload(bianca);
      await expect(bianca.incoming.getByRole('article')).toHaveCount(0);
      await expect(bianca.rail).toContainText('No active conversations');

      await ana.transferTo('Bianca Okafor');
      await bianca.answer('Give me more time');
      await expect(ana.banner('Waiting for Bianca Okafor')).toContainText('Bianca Okafor asked for more time.');
      await reload(ana);
      await expect(ana.banner('Waiting for Bianca Okafor')).toContainText('Bianca Okafor asked for more time.');
      await reload(bianca);
      await bianca.answer('Accept');
      await expect(bianca.window()).toBeVisible();
      await bianca.composer.fill('On my way');
      await reload(bianca);
      await expect(bianca.composer).toHaveValue('On my way');
      await expect(bianca.transcript).toContainText('Ana Ruiz handed over to you');
    });

    test('what happens while a page reloads is there when it is back', async ({ world }) => {
      const { ana, bianca } = await invite(world);
      await bianca.answer('Reject');
      await reload(ana);
      await expect(ana.banner('Bianca Okafor declined the transfer')).toBeVisible();
      // The banner goes at once; the contact centre has to have heard of it before the page leaves.
      const told = ana.page.waitForResponse((response) => response.url().endsWith('/v1/commands'));
      await ana
        .banner('Bianca Okafor declined')
        .getByRole('button', { name: /^Dismiss/ })
        .click();
      await told;
      await expect(ana.banner('Bianca Okafor declined the transfer')).toHaveCount(0);
      await reload(ana);
      await expect(ana.window()).toBeVisible();
      await expect(ana.banner('Bianca Okafor declined the transfer')).toHaveCount(0);
    });
  });
}

test.describe('two windows of one agent', () => {
  test('both show everything; only the accepting one opens the conversation and takes focus', async ({ world }) => {
    const { bianca } = await invite(world);
    const second = await world.open('bianca');
    await expect(second.preview).toContainText('SMS transfer from Ana Ruiz');

    await bianca.answer('Accept');
    await expect(bianca.composer).toBeFocused();
    await expect(second.incoming).toContainText('You accepted in another window');
    await expect(second.rail.getByRole('button', { name: /Sam Carter/ })).toBeVisible();
    await expect(second.composer).not.toBeFocused();
  });

  test('a transfer that one window of the sender started is shown and cancelled in the other', async ({ world }) => {
    const first = await world.open('ana');
    const second = await world.open('ana');
    await first.transferTo('Chen Wei');
    await expect(second.banner('Waiting for Chen Wei to accept')).toBeVisible();
    await second.page.getByRole('button', { name: 'Cancel transfer' }).click();
    await expect(first.banner('Waiting for Chen Wei to accept')).toHaveCount(0);
    await expect(first.transferButton).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('signing out in one ends both', async ({ world }) => {
    const first = await world.open('bianca');
    const second = await world.open('bianca');
    await pressSignOut(first.page);
    await expect(first.page).toHaveURL(/\/\?scenario=[\w-]+(?:&panel=0)?$/);
    await expect(second.page).toHaveURL(/\/\?scenario=[\w-]+(?:&panel=0)?$/);
  });
});

test.describe('before the event stream stands', () => {
  test.use({ kind: 'two profiles' });

  test('what a reloaded desktop shows can already be acted on', async ({ world }) => {
    const { ana, bianca } = await invite(world);
    const held: Route[] = [];
    await bianca.page.route('**/v1/events', (route) => void held.push(route), { times: 1 });
    await reload(bianca);
    await bianca.answer('Accept');
    await expect(ana.window()).toBeHidden();
    await Promise.all(held.map((route) => route.continue()));
    await expect(bianca.window()).toBeVisible();
  });
});

test('a draft survives a reload, and goes with the sent text', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.composer.fill('I will look into it');
  await reload(ana);
  await expect(ana.composer).toHaveValue('I will look into it');
  await ana.composer.press('Enter');
  await expect(ana.transcript).toContainText('I will look into it');
  await expect(ana.composer).toHaveValue('');
  await reload(ana);
  await expect(ana.composer).toHaveValue('');
});

test('`ready=0` signs in Not Ready, with the way back', async ({ world }) => {
  const bianca = await world.open('bianca', { ready: '0' });
  await expect(bianca.page.getByRole('group', { name: 'You are not ready for SMS' })).toContainText(
    'You will not receive transfers.',
  );
  await bianca.page.getByRole('button', { name: 'Go ready for SMS' }).click();
  await expect(bianca.page.getByRole('button', { name: 'Bianca Okafor: Ready for SMS' })).toBeVisible();
});

test('the sign-in page offers the demo agents', async ({ world }) => {
  const page = await world.visit('/');
  await page.getByRole('button', { name: /Bianca Okafor/ }).click();
  await expect(page).toHaveURL(/agent=bianca/);
  await new Desktop(page, 'bianca').ready();
});

test('an agent who signs out asks first while they have conversations; these go back to their queue', async ({
  world,
}) => {
  const ana = await world.open('ana');
  await pressSignOut(ana.page);
  await expect(ana.page.getByRole('dialog', { name: 'Sign out now?' })).toContainText('goes back to its queue');
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(ana.page).toHaveURL(/\/\?scenario=[\w-]+(?:&panel=0)?$/);
});

test('two desktops stand on one page and share one contact centre', async ({ world }) => {
  const page = await world.visit('/two-desktops?left=ana&right=bianca');
  const [left, right] = [page.frameLocator('iframe').nth(0), page.frameLocator('iframe').nth(1)];
  await expect(right.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();
  await left.getByRole('button', { name: 'Transfer', exact: true }).click();
  await left.getByRole('searchbox', { name: 'Find a target' }).fill('bianca');
  await expect(left.getByText('Best matches')).toBeVisible();
  await left.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
  await left.getByRole('menuitem', { name: /^SMS transfer/i }).click();
  await readAndClick(right.getByRole('article').getByRole('button', { name: 'Accept' }));
  await expect(right.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeFocused();
  await expect(left.getByText('No conversation open')).toBeVisible();
  // The window that closed on the left does not disturb the agent on the right.
  await expect(right.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeFocused();
});

test('an address that does not work says what is wrong', async ({ world }) => {
  const page = await world.visit('/?agent=ana&theme=pink');
  await expect(page.getByRole('main')).toContainText('theme');
  const unknown = await world.visit('/?agent=nobody');
  await expect(unknown.getByRole('heading')).toContainText('There is no agent “nobody”');
  await expect(unknown.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  const scenario = await world.visit('/?agent=ana&scenario=nothing-like-it');
  await expect(scenario.getByRole('main')).toContainText('There is no scenario "nothing-like-it"');
  await expect(scenario.getByRole('link', { name: 'Choose an agent' })).toBeVisible();
});

test('by keyboard alone: name, Enter, Enter; accepted by one shortcut', async ({ world }) => {
  const ana = await world.open('ana');
  const bianca = await world.open('bianca');
  await ana.page.keyboard.press('Alt+Shift+T');
  await expect(ana.search).toBeFocused();
  await ana.page.keyboard.type('bianca');
  await expect(ana.team.getByRole('row', { name: /^Bianca Okafor/ })).toBeVisible();
  await ana.page.keyboard.press('Enter');
  await expect(ana.page.getByRole('menuitem', { name: /^SMS transfer/i })).toBeFocused();
  await ana.page.keyboard.press('Enter');
  await expect(ana.composer).toBeFocused();
  await expect(bianca.preview).toBeVisible();
  await read(bianca.preview);
  await bianca.page.keyboard.press('Alt+Shift+A');
  await expect(bianca.composer).toBeFocused();
  await expect(ana.window()).toBeHidden();
});
