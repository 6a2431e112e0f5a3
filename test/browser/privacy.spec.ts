import type { Page } from '@playwright/test';
import { expect, test } from './support/world';

// Against a real backend, as in production: nothing of the mock may stand in for the page's own storage.
test.use({ kind: 'two profiles' });

test('tokens, numbers and what people wrote stay out of storage, addresses, cookies, globals and the console', async ({ world }) => {
  const seen: string[] = [];
  const tokens: string[] = [];
  const listen = (page: Page) => {
    page.on('request', (request) => seen.push(`address ${request.url()}`));
    page.on('console', (message) => seen.push(`console ${message.text()}`));
    page.on('response', (response) => {
      if (response.url().endsWith('/v1/session')) void response.json().then(({ token }: { token: string }) => tokens.push(token));
    });
  };

  const ana = await world.open('ana');
  listen(ana.page);
  await ana.page.reload();
  await ana.ready();
  const bianca = await world.open('bianca');
  await ana.say('My card number is 4929 0000.');
  await ana.transferTo('Bianca Okafor');
  await bianca.answer('Reject');
  await expect(ana.banner('Bianca Okafor declined the transfer')).toBeVisible();
  await ana.transferTo('Bianca Okafor');
  await bianca.answer('Accept');
  await expect(ana.window()).toBeHidden();

  for (const desktop of [ana, bianca]) seen.push(...(await desktop.page.evaluate(whatThePageKeeps)));
  expect(tokens.length).toBeGreaterThan(0);
  expect(seen.length).toBeGreaterThan(20);
  const secrets = [...tokens, '7700900123', '7700 900123', 'My card number'];
  expect(seen.filter((line) => secrets.some((secret) => decodeURIComponent(line).includes(secret)))).toEqual([]);
});

/** In the page: everything that outlives it or that any script of it can read. */
async function whatThePageKeeps(): Promise<string[]> {
  const stores = [window.localStorage, window.sessionStorage].flatMap((store) => Object.entries(store).map(([key, value]) => `storage ${key}=${value}`));
  const databases = (await window.indexedDB.databases()).map(({ name }) => `database ${name}`);
  const caches = (await window.caches.keys()).map((name) => `cache ${name}`);
  const own = Object.getOwnPropertyNames(window).filter((name) => /baton|webpack/i.test(name));
  const globals = own.map((name) => `global ${name}=${text(Reflect.get(window, name))}`);
  return [`cookies ${document.cookie}`, `address ${window.location.href}`, `title ${document.title}`, ...stores, ...databases, ...caches, ...globals];

  function text(value: unknown): string {
    try {
      return JSON.stringify(value) ?? '';
    } catch {
      return Object.prototype.toString.call(value);
    }
  }
}
