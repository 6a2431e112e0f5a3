import type { Locator, TestInfo } from '@playwright/test';
import { Desktop } from './support/desktop';
import { expect, test } from './support/host-pages';
import type { HostPageName } from './support/host-pages';
import { long } from './support/long';
import { differences, looksOf } from './support/looks';
import { finishMotion } from './support/motion';
import { distance } from './support/pictures';

/**
 * What may differ: the lines through the host's own text are on the books of the two outermost elements, which have no
 * text; what is inside is afloat, and they end there.
 */
const allowed = /^div\.baton-(?:root|overlays)(?: b-placeholder)? \{ -webkit-text-decorations-in-effect: /;

/** By how much a colour may be apart, of 255: the browser rounds smooth edges and shadows otherwise where it paints in other layers. */
const rounding = 8;

/** Where the modules stand, see test/embedding/hostile/places.css. */
const places = {
  messages: { x: 0, y: 0, width: 380, height: 56 },
  incoming: { x: 0, y: 56, width: 380, height: 500 },
  sms: { x: 400, y: 0, width: 620, height: 760 },
  team: { x: 1040, y: 0, width: 380, height: 760 },
};

test('a hostile page changes nothing in how the modules look', async ({ hosts }, info) => {
  test.setTimeout(150_000);
  const anas = { clean: await hosts.open('clean', 'ana'), hostile: await hosts.open('hostile', 'ana') };
  const biancas = { clean: await hosts.open('clean', 'bianca'), hostile: await hosts.open('hostile', 'bianca') };
  const sheets = () =>
    anas.hostile.page.evaluate(() => [...document.styleSheets].map(({ href }) => href?.split('/').at(-1)));
  await expect.poll(sheets).toEqual(['bootstrap.css', 'tailwind.css', 'places.css', 'hostile.css', 'late.css']);
  const both = async (desktops: Pair, act: (desktop: Desktop) => Promise<unknown>) => {
    await act(desktops.clean);
    await act(desktops.hostile);
  };

  // Then times are written in minutes, and are the same in both pages.
  await hosts.control('advance', { ms: 150_000 });

  await test.step('a conversation, a search and an Action Menu', async () => {
    await both(anas, async (ana) => {
      await ana.composer.fill('A draft with a {curly} bracket');
      await ana.openActionMenu('Bianca Okafor');
    });
    await expectSameLooks(anas, info, 'menu');
  });

  await test.step('a preview with its countdown', async () => {
    await anas.hostile.page.getByRole('menuitem', { name: /^SMS transfer/i }).click();
    await anas.clean.page.keyboard.press('Escape');
    await both(anas, (ana) => expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible());
    await both(biancas, (bianca) => expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz'));
    await expectSameLooks(biancas, info, 'preview');
  });

  await test.step('a declined transfer in the window and in My Messages', async () => {
    await biancas.clean.answer('Reject');
    await both(anas, async (ana) => {
      await expect(ana.banner(/declined/)).toBeVisible();
      // Where the transfer began, focus is in the composer.
      await ana.composer.click();
      await expect(await ana.messages()).toHaveCount(1);
    });
    await expectSameLooks(anas, info, 'messages');
  });

  await test.step('a dialog', async () => {
    await both(anas, (ana) => ana.page.getByRole('button', { name: 'End', exact: true }).click());
    await expectSameLooks(anas, info, 'dialog');
  });
});

for (const framework of ['bootstrap', 'tailwind']) {
  test(`nor does ${framework} alone, with nothing over its rules`, { tag: long }, async ({ hosts }, info) => {
    const page = await hosts.visit('clean');
    const load = () => page.addStyleTag({ url: `/assets/${framework}.css` });
    await load();
    const anas = { clean: await hosts.open('clean', 'ana'), hostile: await hosts.enter(page, 'ana') };
    // Once more, after everything of ours.
    await load();
    expect(await page.locator('#furniture h1').evaluate((heading) => getComputedStyle(heading).marginTop)).toBe('0px');

    for (const ana of Object.values(anas)) await ana.openActionMenu('Bianca Okafor');
    await expectSameLooks(anas, info, 'menu');
    for (const ana of Object.values(anas)) {
      await ana.page.keyboard.press('Escape');
      await ana.page.getByRole('button', { name: 'End', exact: true }).click();
    }
    await expectSameLooks(anas, info, 'dialog');
  });
}

test('nor in the card that stands in place of a module that does not load', async ({ hosts }) => {
  const open = async (name: HostPageName) => {
    const page = await hosts.visit(name, (fresh) =>
      fresh.route('**/modules/sms-window/**', (route) => route.fulfill({ status: 503, body: 'down' })),
    );
    const ana = await hosts.enter(page, 'ana');
    await expect(page.getByRole('region', { name: 'SMS window stopped working' })).toBeVisible();
    return ana;
  };
  await expectSameStyles({ clean: await open('clean'), hostile: await open('hostile') });
});

test('a conversation is handed over in hostile pages', async ({ hosts }) => {
  const ana = await hosts.open('hostile', 'ana');
  const bianca = await hosts.open('hostile', 'bianca');

  await ana.transferTo('Bianca Okafor');
  await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
  await bianca.answer('Reject');
  await expect(ana.banner(/declined/)).toBeVisible();
  await expect(await ana.messages()).toContainText(['declined']);
  await ana.page.keyboard.press('Escape');

  await ana.transferTo('Bianca Okafor');
  await bianca.answer('Accept');
  await expect(ana.composer).toBeHidden();
  await expect(bianca.composer).toBeVisible();
  await bianca.say('Hello, I have taken over.');
  await bianca.page.getByRole('button', { name: 'End', exact: true }).click();
  await bianca.page.getByRole('button', { name: 'End conversation' }).click();
  await expect(bianca.composer).toBeHidden();
});

test('what an agent types does not set off the single keys of a host', async ({ hosts }) => {
  const ana = await hosts.open('hostile', 'ana');
  await ana.composer.click();
  await ana.page.keyboard.type('say / what? ok');
  await ana.page.keyboard.press('Backspace');
  await expect(ana.composer).toHaveValue('say / what? o');
  expect(await ana.page.evaluate(() => window.hostKeys)).toEqual([]);
});

test('a host hides, disables and magnifies modules with the place they stand in', async ({ hosts }) => {
  const ana = await hosts.open('clean', 'ana');
  const { page, composer } = ana;
  const style = (change: Partial<CSSStyleDeclaration>) =>
    page.locator('#sms').evaluate((place, rules) => void Object.assign(place.style, rules), change);

  await style({ visibility: 'hidden' });
  await expect(composer).toBeHidden();
  await style({ visibility: '' });
  await page.evaluate(() => document.getElementById('app')?.setAttribute('inert', ''));
  await composer.evaluate((input: HTMLElement) => input.focus());
  await expect(composer).not.toBeFocused();
  await page.evaluate(() => document.getElementById('app')?.removeAttribute('inert'));

  await page.locator('body').evaluate((body) => (body.style.zoom = '0.8'));
  const menu = await ana.openActionMenu('Bianca Okafor');
  const [items, button] = [
    await boxOf(menu),
    await boxOf(page.getByRole('button', { name: 'Actions for Bianca Okafor' })),
  ];
  expect(items.y).toBeCloseTo(button.y + button.height + 4, 0);
  expect(items.x + items.width).toBeCloseTo(button.x + button.width, 0);
});

test('a host styles parts and their states, and sets tokens', async ({ hosts }) => {
  const ana = await hosts.open('clean', 'ana');
  const { page } = ana;
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('::part(send) { color: rgb(1, 2, 3) } ::part(row-open) { background: rgb(4, 5, 6) }');
    document.adoptedStyleSheets.push(sheet);
  });
  await ana.openActionMenu('Bianca Okafor');
  await expect(page.getByRole('button', { name: 'Send' })).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(page.getByRole('row', { name: /^Bianca Okafor/ })).toHaveCSS('background-color', 'rgb(4, 5, 6)');

  await page.locator('#sms').evaluate((place) => {
    place.style.setProperty('--baton-accent-solid', 'rgb(7, 8, 9)');
    place.style.setProperty('--baton-space-12', '21px');
  });
  await ana.composer.fill('Hello');
  const send = page.getByRole('button', { name: 'Send' });
  await expect(send).toHaveCSS('background-color', 'rgb(7, 8, 9)');
  await expect(send).toHaveCSS('padding-left', '21px');
});

test('AN-03: a host that speaks for the modules hears what they say, and gets no live regions', async ({ hosts }) => {
  const page = await hosts.visit('clean');
  const said: string[] = [];
  await page.exposeFunction('speak', (text: string, priority: string) => void said.push(`${priority}: ${text}`));
  await page.evaluate(() => {
    const speak: unknown = Reflect.get(window, 'speak');
    const announce = (text: string, { priority = 'polite' }: { priority?: string } = {}) =>
      void (typeof speak === 'function' && Reflect.apply(speak, undefined, [text, priority]));
    return window.host.open('ana', { adapters: { announcer: { announce } } });
  });
  const ana = new Desktop(page, 'ana');
  await ana.ready();
  const bianca = await hosts.open('clean', 'bianca');
  await ana.transferTo('Bianca Okafor');
  await bianca.answer('Reject');
  await expect(ana.banner(/declined/)).toBeVisible();
  await expect
    .poll(() => said)
    .toContainEqual(expect.stringMatching(/^polite: Invitation sent to Bianca Okafor\. \d+ seconds to answer\.$/));
  await expect
    .poll(() => said)
    .toContainEqual(expect.stringMatching(/^assertive: Bianca Okafor declined the transfer/));
  await expect(page.locator('[data-baton-announcer]')).toHaveCount(0);
  await expect(bianca.page.locator('[data-baton-announcer]')).toHaveCount(2);
});

type Pair = Readonly<Record<HostPageName, Desktop>>;

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return box;
}

async function expectSameLooks(pair: Pair, info: TestInfo, what: string): Promise<void> {
  // Whether a button that has just been pressed is under the pointer is the browser's affair until it moves.
  for (const { page } of [pair.clean, pair.hostile]) await page.mouse.move(1, 1);
  await expectSameStyles(pair);
  await expectSamePictures(pair, info, what);
}

/** Compares every computed property. Once more while something is still on its way: a leak stays. */
async function expectSameStyles({ clean, hostile }: Pair): Promise<void> {
  await expect(async () => {
    for (const { page } of [clean, hostile]) await finishMotion(page);
    const [one, other] = await Promise.all([looksOf(clean.page), looksOf(hostile.page)]);
    expect(differences(one, other).filter((difference) => !allowed.test(difference))).toEqual([]);
  }).toPass({ timeout: 20_000 });
}

/** Compares every pixel of the places. */
async function expectSamePictures({ clean, hostile }: Pair, info: TestInfo, what: string): Promise<void> {
  for (const [name, clip] of Object.entries(places)) {
    await expect(async () => {
      const take = (page: HostPageName) =>
        ({ clean, hostile })[page].page.screenshot({
          clip,
          animations: 'disabled',
          path: info.outputPath(`${what}-${name}-${page}.png`),
        });
      const [one, other] = [await take('clean'), await take('hostile')];
      expect(await distance(clean.page, one, other), `distance of the pictures of ${name}`).toBeLessThanOrEqual(
        rounding,
      );
    }).toPass({ timeout: 10_000 });
  }
}
