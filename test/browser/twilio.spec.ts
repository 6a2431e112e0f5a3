import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Browser } from '@playwright/test';
import type { startExample } from '../../examples/twilio/server';
import { bundleExample } from '../../scripts/examples/bundle.js';
import { createStaticFiles } from '../../scripts/serve/static-files.js';
import { Desktop } from './support/desktop';

/** The adapter to Twilio in a page, with the vendor's SDK, against its stand-in. */
test.describe.configure({ mode: 'default' });

type Example = Awaited<ReturnType<typeof startExample>>;
type Options = Omit<Parameters<typeof startExample>[0], 'files'>;

let folder: string;
let example: Example;
test.beforeAll(async () => {
  folder = await bundleExample('twilio');
});
test.afterEach(() => example.server.close());

async function start(options: Options = {}): Promise<void> {
  const server: { startExample: typeof startExample } = await import(join(folder, 'server.js'));
  const files = createStaticFiles({ mounts: { '/': join(folder, 'page'), '/modules/': 'dist/modules' } });
  example = await server.startExample({ ...options, files });
}

async function open(browser: Browser, agent: string): Promise<Desktop> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${example.origin}/?agent=${agent}`);
  await expect(page.getByText(`You are ${agent}.`)).toBeVisible();
  return new Desktop(page, agent);
}

test('a conversation is handed to a colleague, who reads and writes on', async ({ browser }) => {
  await start();
  const [ana, bianca] = [await open(browser, 'Ana'), await open(browser, 'Bianca')];
  await expect(ana.window('Jo Smith')).toBeVisible();
  await ana.say('One moment, my colleague knows more.');
  await ana.transferTo('Bianca');
  await expect(ana.banner('Waiting for Bianca to accept')).toContainText('You still own this conversation.');
  await expect(bianca.preview).toContainText('SMS transfer from Ana');

  await bianca.answer('Accept');
  await expect(bianca.window('Jo Smith')).toBeVisible();
  await expect(ana.window('Jo Smith')).toBeHidden();
  await expect(bianca.transcript).toContainText('One moment, my colleague knows more.');
  await bianca.say('Hello, I have taken over.');
  await ana.page.getByRole('button', { name: 'Write as the customer' }).click();
  await expect(bianca.transcript).toContainText('Are you still there?');
  await bianca.page.getByRole('button', { name: 'End', exact: true }).click();
  await bianca.page.getByRole('button', { name: 'End conversation' }).click();
  await expect(bianca.window('Jo Smith')).toBeHidden();
});

test('a decline and no answer are told apart, and in a queue a decline goes on', async ({ browser }) => {
  await start({ timeoutSeconds: 8 });
  const [ana, bianca, chen] = [await open(browser, 'Ana'), await open(browser, 'Bianca'), await open(browser, 'Chen')];
  await ana.transferTo('Bianca');
  await bianca.answer('Reject');
  await expect(ana.banner(/declined/)).toContainText('You still own this conversation.');

  await ana.transferTo('Bianca');
  await expect(bianca.preview).toBeVisible();
  await expect(bianca.preview).toBeHidden({ timeout: 15_000 });
  await expect(ana.banner(/did not answer|no answer/i)).toContainText('You still own this conversation.');

  await ana.transferTo('Refunds');
  await bianca.answer('Reject');
  await expect(chen.preview).toContainText('SMS transfer from Ana');
  await expect(ana.window('Jo Smith')).toBeVisible();
  await chen.answer('Accept');
  await expect(chen.window('Jo Smith')).toBeVisible();
  await expect(ana.window('Jo Smith')).toBeHidden();
});

test('a second window and a reload have the pending transfer, and a lost connection comes back', async ({
  browser,
}) => {
  await start({ tokenLifetimeMs: 9_000 });
  const ana = await open(browser, 'Ana');
  const second = new Desktop(await ana.page.context().newPage(), 'Ana');
  await second.page.goto(ana.page.url());
  await expect(second.window('Jo Smith')).toBeVisible();
  await ana.transferTo('Bianca');
  await expect(second.banner('Waiting for Bianca to accept')).toBeVisible();
  await ana.page.reload();
  await expect(ana.banner('Waiting for Bianca to accept')).toBeVisible();
  await second.page.close();

  example.server.isDown = true;
  example.server.dropSockets();
  await expect(
    ana.page.getByText('You can read, but not send or transfer. Reconnecting.').filter({ visible: true }),
  ).toBeVisible();
  example.server.isDown = false;
  const bianca = await open(browser, 'Bianca');
  await bianca.answer('Accept');
  await expect(ana.window('Jo Smith')).toBeHidden();
  await expect(bianca.window('Jo Smith')).toBeVisible();
  // Each window has connected with a token of its own, and after its renewal with a new one.
  await expect.poll(() => new Set(example.server.tokens).size).toBeGreaterThan(3);
});

test('the vendor’s SDK is no part of what the page loads first', async ({ browser }) => {
  await start();
  const page = await (await browser.newContext()).newPage();
  const scripts = new Map<string, Promise<string>>();
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.set(new URL(response.url()).pathname, response.text());
  });
  await page.goto(`${example.origin}/?agent=Ana`);
  await expect(new Desktop(page, 'Ana').window('Jo Smith')).toBeVisible();
  const withSdk: string[] = [];
  for (const [path, text] of scripts)
    if ((await text).includes('wschannels') && path !== '/page.js') withSdk.push(path);
  expect(withSdk).toHaveLength(1);
  expect(await scripts.get('/page.js')).not.toContain('event-bridge');
});
