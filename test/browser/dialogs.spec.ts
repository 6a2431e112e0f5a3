import type { Page } from '@playwright/test';
import type { Desktop } from './support/desktop';
import { expect, test } from './support/host-pages';
import type { Hosts } from './support/host-pages';
import { read } from './support/pointer';

/** Bianca's incoming interactions are pinned to the page, Ana has a conversation to hand over. */
async function open(hosts: Hosts): Promise<{ ana: Desktop; bianca: Desktop }> {
  const [ana, bianca] = [await hosts.open('clean', 'ana'), await hosts.open('clean', 'bianca')];
  await bianca.page.evaluate(() => window.host.show('incoming', 'overlay'));
  return { ana, bianca };
}

/** A modal dialog of the host's, as large as the window, with a field that has focus. */
function openDialog(page: Page): Promise<void> {
  return page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.id = 'of-the-host';
    dialog.style.cssText = 'width: 100%; height: 100%; max-width: none; max-height: none; box-sizing: border-box';
    const field = document.createElement('input');
    field.setAttribute('aria-label', 'Reason');
    dialog.append(field);
    document.body.append(dialog);
    dialog.showModal();
  });
}

const waits = 'Close the dialog to answer, or press Alt+Shift+A to accept or Alt+Shift+R to reject.';

for (const when of ['before', 'after'] as const) {
  test(`a card says that it waits behind a dialog which opened ${when} it came, and its keys answer`, async ({
    hosts,
  }) => {
    const { ana, bianca } = await open(hosts);
    if (when === 'before') await openDialog(bianca.page);
    await ana.transferTo('Bianca Okafor');
    await expect(bianca.preview).toBeVisible();
    if (when === 'after') {
      await expect(bianca.incoming.getByText(waits)).toBeHidden();
      await openDialog(bianca.page);
    }
    await expect(bianca.page.getByText(waits)).toBeVisible();

    const field = bianca.page.getByRole('textbox', { name: 'Reason' });
    await field.click();
    await read(field);
    await bianca.page.keyboard.type('A');
    await bianca.page.keyboard.press('Alt+Shift+R');
    await expect(ana.banner(/declined/)).toBeVisible();
    await expect(field).toHaveValue('A');
    await expect(field).toBeFocused();
  });
}

test('a card that waited behind a dialog is answered with the pointer when that has closed', async ({ hosts }) => {
  const { ana, bianca } = await open(hosts);
  await openDialog(bianca.page);
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.page.getByText(waits)).toBeVisible();
  await bianca.page.keyboard.press('Escape');
  await expect(bianca.page.getByText(waits)).toBeHidden();
  await bianca.answer('Accept');
  await expect(bianca.composer).toBeVisible();
});

test('a card is in front of what the host shows in full screen, and is spoken there', async ({ hosts }) => {
  const { ana, bianca } = await open(hosts);
  const { page } = bianca;
  await page.evaluate(() => document.getElementById('furniture')?.requestFullscreen());
  await ana.transferTo('Bianca Okafor');
  const furniture = page.locator('#furniture');
  await expect(furniture.getByRole('alert')).toHaveText(/^SMS transfer from Ana Ruiz/);
  await expect(bianca.incoming.getByText(waits.replace('Close the dialog', 'Leave full screen'))).toBeVisible();
  await read(bianca.preview);
  await page.keyboard.press('Alt+Shift+A');
  await expect(ana.composer).toBeHidden();
  await page.evaluate(() => document.exitFullscreen());
  await expect(bianca.composer).toBeVisible();
  await expect(page.locator('body > [data-baton-announcer]')).toHaveText(['', '']);
});
