import { mergeTests } from '@playwright/test';
import type { Page } from '@playwright/test';
import { Desktop } from './support/desktop';
import { test as withHosts } from './support/host-pages';
import { expect, test as withWorld } from './support/world';

const test = mergeTests(withWorld, withHosts);

// Against a real backend, as in production: nothing of the mock may stand in for the page's own storage.
test.use({ kind: 'two profiles' });

declare global {
  interface Window {
    /** What the host has been told. */
    told: string[];
  }
}

const words = 'My card number is 4929 0000.';
const numbers = ['7700900123', '7700 900123'];

/** Notes what a page's addresses and console show, and which tokens it got. */
function listen(page: Page, seen: string[], tokens: string[]): void {
  page.on('request', (request) => seen.push(`address ${request.url()}`));
  page.on('console', (message) => seen.push(`console ${message.text()}`));
  page.on('response', (response) => {
    if (response.url().endsWith('/v1/session'))
      void response.json().then(({ token }: { token: string }) => tokens.push(token));
  });
}

/** Ana writes, is declined, and hands the conversation over. */
async function handOver(ana: Desktop, bianca: Desktop): Promise<void> {
  await ana.say(words);
  await ana.transferTo('Bianca Okafor');
  await bianca.answer('Reject');
  await expect(ana.banner('Bianca Okafor declined the transfer')).toBeVisible();
  await ana.transferTo('Bianca Okafor');
  await bianca.answer('Accept');
  await expect(ana.window()).toBeHidden();
}

test('tokens, numbers and what people wrote stay out of storage, addresses, cookies, globals and the console', async ({
  world,
}) => {
  const seen: string[] = [];
  const tokens: string[] = [];
  const open = async (agent: string) => {
    const desktop = await world.open(agent);
    listen(desktop.page, seen, tokens);
    await desktop.page.reload();
    await desktop.ready();
    return desktop;
  };
  const ana = await open('ana');
  const bianca = await open('bianca');
  await handOver(ana, bianca);

  for (const desktop of [ana, bianca]) seen.push(...(await desktop.page.evaluate(whatThePageKeeps)));
  expect(tokens.length).toBeGreaterThan(1);
  expect(seen.length).toBeGreaterThan(20);
  const secrets = [...tokens, ...numbers, words];
  expect(seen.filter((line) => secrets.some((secret) => decodeURIComponent(line).includes(secret)))).toEqual([]);
});

test('tokens, customers and what people wrote stay off the bus and out of telemetry; of telemetry, all names', async ({
  hosts,
}) => {
  const seen: string[] = [];
  const tokens: string[] = [];
  const open = async (agent: string) => {
    const page = await hosts.visit('clean', async (one) => listen(one, seen, tokens));
    await page.evaluate(async (id) => {
      window.told = [];
      await window.host.open(id, {
        adapters: { telemetry: { emit: (event) => void window.told.push(`telemetry ${JSON.stringify(event)}`) } },
      });
      window.host.baton?.context.bus.tap((traffic) => void window.told.push(`bus ${JSON.stringify(traffic)}`));
    }, agent);
    const desktop = new Desktop(page, agent);
    await desktop.ready();
    return desktop;
  };
  const ana = await open('ana');
  const bianca = await open('bianca');
  await handOver(ana, bianca);

  for (const { page } of [ana, bianca]) {
    const told = () => page.evaluate(() => window.told);
    await expect
      .poll(told)
      .toContainEqual(expect.stringMatching(/^bus .*(?:transfer\.accepted|interaction\.assigned)/));
    await expect.poll(told).toContainEqual(expect.stringMatching(/^telemetry .*baton\.(?:transfer|preview)\.accepted/));
    seen.push(...(await told()));
  }
  expect(tokens.length).toBeGreaterThan(1);
  const secrets = [...tokens, ...numbers, words, 'Sam Carter'];
  expect(seen.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
  expect(seen.filter((line) => line.startsWith('telemetry') && /Ana Ruiz|Bianca Okafor/.test(line))).toEqual([]);
});

/** In the page: everything that outlives it or that any script of it can read. */
async function whatThePageKeeps(): Promise<string[]> {
  const stores = [window.localStorage, window.sessionStorage].flatMap((store) =>
    Object.entries(store).map(([key, value]) => `storage ${key}=${value}`),
  );
  const databases = (await window.indexedDB.databases()).map(({ name }) => `database ${name}`);
  const caches = (await window.caches.keys()).map((name) => `cache ${name}`);
  const own = Object.getOwnPropertyNames(window).filter((name) => /baton|webpack/i.test(name));
  const globals = own.map((name) => `global ${name}=${text(Reflect.get(window, name))}`);
  return [
    `cookies ${document.cookie}`,
    `address ${window.location.href}`,
    `title ${document.title}`,
    ...stores,
    ...databases,
    ...caches,
    ...globals,
  ];

  function text(value: unknown): string {
    try {
      return JSON.stringify(value) ?? '';
    } catch {
      return Object.prototype.toString.call(value);
    }
  }
}
