import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Page } from '@playwright/test';
import { pseudoMessages } from '../../scripts/webpack/pseudo-locales.js';
import { agentMenu } from './support/agent-menu';
import { boxOf, cutOff, fitsSideways } from './support/fits';
import { outsiders } from './support/outsiders';
import { readAndClick } from './support/pointer';
import { expect, test } from './support/world';
import type { World } from './support/world';

const root = resolve(import.meta.dirname, '../..');
const words = pseudoMessages('en-XA');

/** A message as the desktop says it in `en-XA`. */
function say(id: string, values: Record<string, string | number> = {}): string {
  return String(new IntlMessageFormat(words[id] ?? id, 'en-XA').format(values));
}

/** The product, and what the demo's contact centre calls people and things. */
const names = ['Baton', 'Ana Ruiz', 'Bianca Okafor', 'Sam Carter', 'Billing', 'Gold', 'lunch', 'break', 'training'];

/** Plays a hand-over in `en-XA` and looks at every picture of it. */
async function playThrough(world: World, look: (page: Page, state: string) => Promise<void>): Promise<void> {
  const query = 'locale=en-XA&scenario=default';
  const signIn = await world.visit(`/?${query}`);
  await expect(signIn.getByRole('heading', { name: say('shell.signIn.title') })).toBeVisible();
  await expect(signIn.getByRole('button', { name: /^Ana Ruiz/ })).toBeVisible();
  await look(signIn, 'sign-in');
  await signIn.close();

  const bianca = await world.visit(`/?${query}&agent=bianca`);
  await expect(bianca.getByRole('region', { name: say('preview.region') })).toBeVisible();
  await look(bianca, 'no conversation');
  const ana = await world.visit(`/?${query}&agent=ana`);
  const transfer = ana.getByRole('button', { name: say('sms.transfer'), exact: true });
  await expect(transfer).toBeVisible();
  await look(ana, 'conversation');

  await transfer.click();
  const search = ana.getByRole('searchbox', { name: say('team.search.label') });
  await expect(ana.getByRole('row', { name: /^Chen Wei/ })).toBeVisible();
  await look(ana, 'Team Communicator');
  await search.fill('nobody is called this');
  await expect(ana.getByText(say('team.empty.queryHelp'))).toBeVisible();
  await look(ana, 'nothing found');
  await search.fill('bianca');
  await ana.getByRole('button', { name: say('team.row.actions', { name: 'Bianca Okafor' }) }).click();
  await expect(ana.getByRole('menu')).toBeVisible();
  await look(ana, 'Action Menu');
  await ana.getByRole('menuitem', { name: say('team.action.smsTransfer') }).click();

  const preview = bianca.getByRole('article');
  await expect(preview).toBeVisible();
  await look(ana, 'inviting');
  await look(bianca, 'Interaction Preview');
  const reject = preview.getByRole('button', { name: say('preview.reject'), exact: true });
  if (!(await reject.isVisible())) {
    // In a narrow window the card is one line.
    await readAndClick(preview.getByRole('button').first());
    await look(bianca, 'Interaction Preview, opened');
  }
  await readAndClick(reject);
  await expect(ana.getByRole('group', { name: say('transfer.declined', { target: 'Bianca Okafor' }) })).toBeVisible();
  await look(ana, 'declined');

  await ana.getByRole('button', { name: say('messages.button', { count: 1 }) }).click();
  await expect(ana.getByRole('region', { name: say('messages.title') }).getByRole('article')).toHaveCount(1);
  await look(ana, 'My Messages');
  await ana.getByRole('button', { name: say('settings.title') }).click();
  await expect(ana.getByRole('heading', { name: say('settings.density') })).toBeVisible();
  await look(ana, 'settings');
  await ana.keyboard.press('Escape');
  await agentMenu(ana).click();
  await look(ana, 'agent menu');
  // In wide windows the bar has one, too.
  await ana
    .getByRole('button', { name: say('shell.shortcuts.title') })
    .last()
    .click();
  await expect(ana.getByRole('dialog')).toBeVisible();
  await look(ana, 'keyboard shortcuts');
  await ana.keyboard.press('Escape');
  await agentMenu(ana).click();
  await ana.getByRole('button', { name: say('shell.signOut') }).click();
  await expect(ana.getByRole('dialog')).toBeVisible();
  await look(ana, 'sign-out dialog');
  await ana.getByRole('button', { name: say('shell.signOut.keep') }).click();
  await ana.keyboard.press('Escape');
  await ana.getByRole('button', { name: say('sms.end'), exact: true }).click();
  await expect(ana.getByRole('dialog')).toBeVisible();
  await look(ana, 'End dialog');
}

for (const [width, height] of [
  [1440, 900],
  [320, 640],
] as const) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height } });

    test('every word comes from a catalogue, and long ones fit', async ({ world }) => {
      await playThrough(world, async (page, state) => {
        expect.soft(await outsiders(page, names), `${state}: in no catalogue`).toEqual([]);
        expect.soft(await cutOff(page), `${state}: cut off`).toEqual([]);
        await fitsSideways(page, state);
      });
    });
  });
}

for (const locale of ['en-XB', 'ar']) {
  test(`${locale} stands the other way round`, async ({ world }) => {
    const ana = await world.visit(`/?locale=${locale}&scenario=default&agent=ana`);
    const composer = ana.getByRole('textbox');
    await expect(composer).toBeVisible();
    await expect(ana.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(ana.locator('html')).toHaveAttribute('lang', locale);
    await expect(ana.locator('[data-region="sms"] .baton-root')).toHaveAttribute('lang', locale);
    expect(await boxOf(ana.locator('[data-region="rail"]'))).toMatchObject({ x: 1136, width: 304 });
    expect((await boxOf(ana.getByRole('heading', { level: 1 }).first())).x).toBeGreaterThan(720);
    const [name, avatar] = [
      await boxOf(ana.locator('.interactions-name')),
      await boxOf(ana.locator('.interactions-row .b-avatar')),
    ];
    expect(avatar.x - (name.x + name.width), 'from the picture to the name').toBeLessThan(24);
    await fitsSideways(ana, locale);
    await ana.setViewportSize({ width: 320, height: 640 });
    await expect(ana.locator('[data-layout]')).toHaveAttribute('data-layout', 'narrow');
    await fitsSideways(ana, `${locale} at 320 px`);
    expect.soft(await cutOff(ana)).toEqual([]);
  });
}

test('nothing of the languages for testing is in a production build', () => {
  for (const folder of ['live', 'frame', 'embed', 'modules']) {
    const files = readdirSync(join(root, 'dist', folder), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.includes('pseudo'))).toEqual([]);
    const scripts = files
      .filter((file) => /\.m?js$/.test(file))
      .map((file) => readFileSync(join(root, 'dist', folder, file), 'utf8'));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => script.includes('en-XA'))).toEqual([]);
  }
});

test.describe('in production', () => {
  test.use({ kind: 'two profiles' });

  test('the words of a language come only to pages that ask for it, one file per origin', async ({ world }) => {
    const page = await world.visit('/');
    const asked: string[] = [];
    page.on(
      'request',
      (request) =>
        void (/\/(?:ar|de|en-US|es|fr)\.\w+\.js$/.test(request.url()) && asked.push(new URL(request.url()).pathname)),
    );
    const open = async (locale: string, transfer: string) => {
      await page.goto(new URL(`/?agent=ana${locale}`, page.url()).href);
      await expect(page.getByRole('button', { name: transfer, exact: true })).toBeVisible();
    };
    await open('', 'Transfer');
    expect(asked).toEqual([]);
    await open('&locale=de-AT', 'Übergeben');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de-AT');
    await expect(page.getByRole('region', { name: 'Eingehende Interaktionen' })).toBeVisible();
    const places = asked.map((path) => path.replace(/[\w-]+\.\w+\.js$/, ''));
    expect(new Set(places).size).toBe(places.length);
    expect(asked.every((path) => /\/de\.\w+\.js$/.test(path))).toBe(true);
  });

  test('a module whose words do not come speaks English, and says so to the page', async ({ world }) => {
    const page = await world.visit('/');
    // As a host listens: what is taken note of is not printed once more.
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      window.addEventListener('error', (event) => {
        told.push(event.message);
        event.preventDefault();
      });
    });
    await page.route('**/modules/sms-window/de.*.js', (route) => route.abort());
    await page.goto(new URL('/?agent=ana&locale=de', page.url()).href);
    await expect(page.getByRole('button', { name: 'Transfer', exact: true })).toBeVisible();
    await expect(page.locator('[data-region="sms"] .baton-root')).toHaveAttribute('lang', 'en-GB');
    await expect(page.getByRole('region', { name: 'Eingehende Interaktionen' })).toBeVisible();
    // The window, the list of conversations and Details.
    const missing = expect.stringContaining('The words for "de" did not come');
    expect(await page.evaluate(() => Reflect.get(window, 'told'))).toEqual([missing, missing, missing]);
  });
});
