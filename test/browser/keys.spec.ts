import type { Locator, Page } from '@playwright/test';
import type { Desktop } from './support/desktop';
import { read } from './support/pointer';
import { expect, test } from './support/world';
import type { World } from './support/world';

/** Holds a key as long as an impatient hand does: the browser tells of repeats. */
async function hold(page: Page, key: string): Promise<void> {
  for (let told = 0; told < 12; told += 1) await page.keyboard.down(key);
}

type Pressed = Pick<KeyboardEventInit, 'key' | 'code' | 'altKey' | 'shiftKey' | 'keyCode'>;

/** A key press as another system tells of it, on what has focus in `place`. */
function pressAs(place: Locator, init: Pressed): Promise<boolean> {
  return place.evaluate(
    (element, given) =>
      element.dispatchEvent(
        new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...given }),
      ),
    init,
  );
}

async function invited(world: World): Promise<{ ana: Desktop; bianca: Desktop }> {
  const bianca = await world.open('bianca');
  const ana = await world.open('ana');
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toBeVisible();
  return { ana, bianca };
}

/** Lets pages that are opened from here on stand on a Mac. */
async function onMac(world: World): Promise<void> {
  const page = await world.visit('/');
  await page.context().addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'platform', { get: () => 'MacIntel' });
  });
  await page.close();
}

test('one press of Enter is one step, however long it is held: menu, then transfer, and the draft stays', async ({
  world,
}) => {
  const ana = await world.open('ana');
  const { page, composer, transferButton, search, team } = ana;
  await composer.fill('Not finished');
  await transferButton.click();
  await search.pressSequentially('chen');
  await expect(team.getByText('Best matches')).toBeVisible();

  await hold(page, 'Enter');
  const item = page.getByRole('menuitem', { name: 'SMS transfer' });
  await expect(item).toBeFocused();
  await hold(page, 'Enter');
  await expect(item).toBeFocused();
  await page.keyboard.up('Enter');

  await hold(page, 'Enter');
  await expect(ana.banner('Waiting for Chen Wei to accept')).toBeVisible();
  await expect(composer).toBeFocused();
  await hold(page, 'Enter');
  await page.keyboard.up('Enter');
  await expect(composer).toHaveValue('Not finished');
  await expect(ana.transcript).not.toContainText('Not finished');
});

for (const key of ['Enter', 'Space']) {
  test(`${key} held on a button presses it once`, async ({ world }) => {
    const { ana, bianca } = await invited(world);

    await bianca.preview.getByRole('button', { name: 'Accept' }).focus();
    await hold(bianca.page, key);
    await bianca.page.keyboard.up(key);
    await expect(bianca.composer).toBeFocused();
    await expect(bianca.composer).toHaveValue('');
    await expect(ana.window()).toBeHidden();

    // The dialog's first button would close it again.
    await bianca.page.getByRole('button', { name: 'End', exact: true }).focus();
    await hold(bianca.page, key);
    await expect(bianca.page.getByRole('dialog')).toHaveCount(key === 'Enter' ? 1 : 0);
    await bianca.page.keyboard.up(key);
    await expect(bianca.page.getByRole('dialog')).toBeVisible();
  });
}

test('a held key goes on writing in a text field, and Esc is one step', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.composer.focus();
  await hold(ana.page, 'm');
  await ana.page.keyboard.up('m');
  await expect(ana.composer).toHaveValue('mmmmmmmmmmmm');
  await hold(ana.page, 'Backspace');
  await ana.page.keyboard.up('Backspace');
  await expect(ana.composer).toHaveValue('');

  await ana.transferButton.click();
  await ana.search.pressSequentially('bi');
  await hold(ana.page, 'Escape');
  await ana.page.keyboard.up('Escape');
  await expect(ana.search).toHaveValue('');
  await expect(ana.search).toBeFocused();
  await ana.page.keyboard.press('Escape');
  await expect(ana.search).toBeHidden();
  await expect(ana.transferButton).toBeFocused();
});

test('on a Mac Option writes, Control+Shift commands, and both are said', async ({ world }) => {
  await onMac(world);
  const { bianca } = await invited(world);
  const accept = bianca.preview.getByRole('button', { name: 'Accept' });
  await expect(accept).toHaveAttribute('aria-keyshortcuts', 'Control+Shift+A');

  await bianca.page.getByRole('button', { name: 'Find a colleague' }).click();
  await expect(bianca.search).toBeFocused();
  for (const key of ['Ą', 'Å', 'Dead'])
    expect(
      await pressAs(bianca.search, { key, code: 'KeyA', altKey: true, shiftKey: true }),
      `${key} is left to the browser`,
    ).toBe(true);
  await expect(bianca.preview).toBeVisible();
  await expect(accept).not.toHaveAttribute('aria-busy', 'true');

  await bianca.page.keyboard.press('Control+Shift+/');
  await expect(bianca.page.getByRole('dialog')).toContainText('Control+Shift+A');
  await expect(bianca.page.getByRole('dialog')).not.toContainText('Option');
  await bianca.page.keyboard.press('Escape');
  await read(bianca.preview);
  await bianca.page.keyboard.press('Control+Shift+A');
  await expect(bianca.window()).toBeVisible();
});

test('the keys that end a composition in Safari do nothing but that', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.transferButton.click();
  await ana.search.pressSequentially('bianca');
  await expect(ana.team.getByText('Best matches')).toBeVisible();
  for (const key of ['Enter', 'Escape', 'ArrowDown'])
    expect(await pressAs(ana.search, { key, code: key, keyCode: 229 }), key).toBe(true);
  await expect(ana.page.getByRole('menu')).toBeHidden();
  await expect(ana.search).toHaveValue('bianca');
  await expect(ana.search).toBeFocused();
});

test('a press that has no use for focus leaves the search with it: typing and Esc go on', async ({ world }) => {
  const ana = await world.open('ana');
  const { mouse } = ana.page;
  await ana.transferButton.dblclick();
  await expect(ana.search).toBeFocused();
  await ana.page.keyboard.type('bian');
  await expect(ana.search).toHaveValue('bian');

  await ana.team.getByRole('heading', { name: /Transfer|Team/ }).click();
  await expect(ana.search).toBeFocused();
  await ana.page.keyboard.type('ca');
  await expect(ana.search).toHaveValue('bianca');
  await expect(ana.team.getByRole('row')).toHaveCount(1);

  const box = await ana.team.boundingBox();
  if (box === null) throw new Error('Team Communicator is not in sight');
  await mouse.click(box.x + box.width / 2, box.y + box.height - 20);
  await expect(ana.search).toBeFocused();

  // From a row, a button, the menu: what is typed goes to the search.
  await ana.page.keyboard.press('ArrowDown');
  await ana.page.keyboard.type(' o');
  await expect(ana.search).toHaveValue('bianca o');
  await ana.team.getByRole('button', { name: 'Favourite Bianca Okafor' }).click();
  await ana.page.keyboard.type('k');
  await expect(ana.search).toHaveValue('bianca ok');
  await ana.team.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
  await ana.page.keyboard.type('a');
  await expect(ana.search).toHaveValue('bianca oka');
  await expect(ana.page.getByRole('menu')).toBeHidden();

  await ana.team.getByRole('button', { name: 'Actions for Bianca Okafor' }).focus();
  await ana.page.keyboard.press('Escape');
  await expect(ana.search).toHaveValue('');
  await ana.page.keyboard.press('Escape');
  await expect(ana.search).toBeHidden();
});

test('shortcuts rest while a modal dialog is open, of ours or of the page', async ({ world }) => {
  const { ana, bianca } = await invited(world);
  await ana.page.keyboard.press('Alt+Shift+C');
  await expect(bianca.preview).toBeHidden();
  await ana.page.getByRole('button', { name: 'End', exact: true }).click();
  await expect(ana.page.getByRole('dialog')).toBeVisible();
  for (const key of ['T', 'F', 'N', '/']) await ana.page.keyboard.press(`Alt+Shift+${key}`);
  await expect(ana.page.getByRole('dialog')).toHaveCount(1);
  await ana.page.keyboard.press('Escape');
  await expect(ana.search).toBeHidden();
  await expect(ana.page.getByRole('region', { name: 'My Messages' })).toBeHidden();

  await ana.page.evaluate(() => {
    const modal = document.body.appendChild(document.createElement('div'));
    modal.setAttribute('role', 'dialog');
    modal.setAttribute('aria-modal', 'true');
    const button = modal.appendChild(document.createElement('button'));
    button.textContent = 'Of the page';
    button.focus();
  });
  await ana.page.keyboard.press('Alt+Shift+T');
  await ana.page.evaluate(() =>
    document.querySelector<HTMLElement>('[aria-modal]')?.style.setProperty('display', 'none'),
  );
  await expect(ana.search).toBeHidden();
  await ana.page.keyboard.press('Alt+Shift+T');
  await expect(ana.search).toBeFocused();
});

test('an invitation can be answered while a modal dialog is open', async ({ world }) => {
  const { bianca } = await invited(world);
  await bianca.page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(bianca.page.getByRole('dialog')).toBeVisible();
  await read(bianca.preview);
  await bianca.page.keyboard.press('Alt+Shift+R');
  await expect(bianca.preview).toBeHidden();
});

test('Enter on somebody who cannot take the conversation says why, and changes nothing', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.transferButton.click();
  await ana.search.pressSequentially('farid');
  await expect(ana.team.getByText('Best matches')).toBeVisible();
  await ana.page.keyboard.press('Enter');
  const item = ana.page.getByRole('menuitem', { name: 'SMS transfer' });
  await expect(item).toBeFocused();
  await expect(item).toHaveAttribute('aria-disabled', 'true');
  await ana.page.keyboard.press('Enter');
  await expect(item).toBeFocused();
  await expect(ana.page.getByRole('status')).toContainText('is offline');
});
