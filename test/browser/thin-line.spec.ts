import { Desktop } from './support/desktop';
import { expect, test } from './support/host-pages';
import { long } from './support/long';

/** 160 kbit/s, in bytes, and four tenths of a second to anywhere: a phone where there is hardly a net. */
const thinLine = { offline: false, latency: 400, downloadThroughput: 20_000, uploadThroughput: 20_000 };

/** How long a module waits when nothing comes at all, in milliseconds. */
const patienceMs = 5000;

test(
  'on a thin line modules stand, however long their code takes, and can be used',
  { tag: long },
  async ({ hosts }) => {
    test.setTimeout(120_000);
    const page = await hosts.visit('clean', async (fresh) => {
      const network = await fresh.context().newCDPSession(fresh);
      await network.send('Network.emulateNetworkConditions', thinLine);
    });
    await page.evaluate(() => window.host.open('ana'));
    const ana = new Desktop(page, 'ana');
    await expect(ana.composer).toBeVisible({ timeout: 60_000 });
    const spentMs = await page.evaluate(() => {
      const code = performance.getEntriesByType('resource').filter(({ name }) => /\/modules\/.*\.js$/.test(name));
      return (
        Math.max(...code.map(({ startTime, duration }) => startTime + duration)) -
        Math.min(...code.map((one) => one.startTime))
      );
    });
    expect(spentMs, 'the line is thin enough for patience to matter').toBeGreaterThan(patienceMs);

    await ana.openActionMenu('Bianca Okafor');
    await expect(page.getByRole('region', { name: /stopped working/ })).toHaveCount(0);
  },
);
