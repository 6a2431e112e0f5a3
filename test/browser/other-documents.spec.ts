import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './support/host-pages';
import { read } from './support/pointer';

/** Puts a frame of the same origin beside the modules, and in it a place as large as that of the SMS window. */
async function openFrame(page: Page): Promise<FrameLocator> {
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.id = 'frame';
    frame.style.cssText =
      'position: fixed; inset: 0 auto auto 0; width: 700px; height: 800px; z-index: 9; background: #fff';
    document.body.append(frame);
    const inside = frame.contentDocument;
    if (!inside) throw new Error('No document in the frame');
    inside.documentElement.lang = 'en';
    const there = inside.createElement('main');
    there.id = 'there';
    there.style.cssText = 'width: 620px; height: 760px';
    inside.body.append(there);
  });
  return page.frameLocator('#frame');
}

/** What is computed for every element of the module in a place, without what is on the move. */
function stylesIn(page: Page, place: string): Promise<string[]> {
  return page.evaluate((id) => {
    const frame = document.querySelector<HTMLIFrameElement>('#frame');
    const host = document.getElementById(id) ?? frame?.contentDocument?.getElementById(id);
    const root = host?.querySelector('[data-baton-module]')?.shadowRoot;
    if (!root) throw new Error(`No module in #${id}`);
    for (const animation of root.getAnimations()) animation.finish();
    return [...root.querySelectorAll('.baton-root, .baton-root *')].flatMap((element, index) => {
      const style = getComputedStyle(element);
      const name = `${index} ${element.localName}.${element.getAttribute('class')}`;
      return [...style].map((property) => `${name} { ${property}: ${style.getPropertyValue(property)} }`);
    });
  }, place);
}

test('a module mounts into a frame of the same origin, styled, and is worked with the keyboard', async ({ hosts }) => {
  const ana = await hosts.open('clean', 'ana');
  const { page } = ana;
  await expect(ana.composer).toBeVisible();
  await page.mouse.move(1400, 880);
  const before = await stylesIn(page, 'sms');

  await page.evaluate(() => window.host.unmount());
  const frame = await openFrame(page);
  await page.evaluate(async () => {
    const there = document.querySelector<HTMLIFrameElement>('#frame')?.contentDocument?.getElementById('there');
    if (!there || !window.host.baton) throw new Error('No place for the module');
    await window.host.baton.mount(there, { module: 'sms-window', label: 'SMS window' }).ready();
  });
  const composer = frame.getByRole('textbox', { name: /^Message to / });
  await expect(composer).toBeVisible();
  expect(await stylesIn(page, 'there')).toEqual(before);

  await composer.click();
  await page.keyboard.type('Hello from the frame');
  await page.keyboard.press('Enter');
  await expect(frame.getByRole('log').getByText('Hello from the frame')).toBeVisible();
  await expect(composer).toBeFocused();
});

test('a mounted module moves into a frame and back, and stays styled', async ({ hosts }) => {
  const ana = await hosts.open('clean', 'ana');
  const { page } = ana;
  await ana.composer.fill('Written before');
  await page.mouse.move(1400, 880);
  await ana.composer.blur();
  const before = await stylesIn(page, 'sms');

  const frame = await openFrame(page);
  await page.evaluate(() => {
    const there = document.querySelector<HTMLIFrameElement>('#frame')?.contentDocument?.getElementById('there');
    const module = document.querySelector('#sms > *');
    if (there && module) there.append(module);
  });
  const composer = frame.getByRole('textbox', { name: /^Message to / });
  await expect(composer).toHaveValue('Written before');
  expect(await stylesIn(page, 'there')).toEqual(before);

  await page.evaluate(() => {
    const module = document.querySelector<HTMLIFrameElement>('#frame')?.contentDocument?.querySelector('#there > *');
    if (module) document.querySelector('#sms')?.append(module);
    document.querySelector('#frame')?.remove();
  });
  expect(await stylesIn(page, 'sms')).toEqual(before);
  await ana.say('Back again');
});

test('all three modules are popped out, and a conversation is handed over there', async ({ hosts }) => {
  const ana = await hosts.open('clean', 'ana');
  const bianca = await hosts.open('clean', 'bianca');
  const [anaOut, biancaOut] = [await popOut(ana.page), await popOut(bianca.page)];

  const composer = anaOut.getByRole('textbox', { name: /^Message to / });
  await composer.click();
  await anaOut.keyboard.type('Typed in the pop-out');
  await anaOut.keyboard.press('Enter');
  await expect(anaOut.getByRole('log').getByText('Typed in the pop-out')).toBeVisible();

  // By its shortcut, which the pop-out hears.
  await anaOut.keyboard.press('Alt+Shift+T');
  const search = anaOut.getByRole('searchbox', { name: 'Find a target' });
  await expect(search).toBeFocused();
  await anaOut.keyboard.type('Bianca Okafor');
  await expect(anaOut.getByText('Best matches')).toBeVisible();
  await anaOut.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
  const menu = anaOut.getByRole('menu');
  const item = menu.getByRole('menuitem', { name: /^SMS transfer/i });
  await expect(item).toBeFocused();
  // A press outside closes it.
  await anaOut.getByRole('log').click();
  await expect(menu).toBeHidden();
  await anaOut.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
  await item.click();

  await expect(biancaOut.getByRole('article')).toContainText('SMS transfer from Ana Ruiz');
  await expect(biancaOut.getByRole('button', { name: 'Accept' })).toHaveCSS('border-radius', /[1-9]/);
  await biancaOut.bringToFront();
  await read(biancaOut.getByRole('article'));
  await biancaOut.keyboard.press('Alt+Shift+A');
  await expect(biancaOut.getByRole('textbox', { name: /^Message to / })).toBeVisible();
});

/** Opens a window and moves all that is mounted into it. */
async function popOut(page: Page): Promise<Page> {
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate(() => {
      const there = window.open('', '', 'width=1440,height=900');
      const app = document.getElementById('app');
      if (!there || !app) throw new Error('No pop-out');
      for (const sheet of document.querySelectorAll('link')) there.document.head.append(sheet.cloneNode());
      there.document.body.append(app);
    }),
  ]);
  return popup;
}
