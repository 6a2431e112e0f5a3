import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './project.js';
import { createStaticFiles } from './static-files.js';

const arrangements = [
  { name: 'one bundle', mounts: { '/': 'dist/bench/one-bundle' } },
  { name: 'composed', mounts: { '/': 'dist/live', '/modules/': 'dist/modules' } },
];

/**
 * Starts the desktop in both arrangements and counts what it fetched. Bytes are those of the
 * files, compressed with gzip -9, so that the figures are the same on every machine.
 *
 * @param {string} executablePath a Chromium
 * @returns {Promise<Record<string, string | number>[]>} a row per arrangement and moment
 */
export async function measureStart(executablePath) {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath });
  const starts = [];
  for (const arrangement of arrangements) starts.push({ name: arrangement.name, ...(await start(browser, arrangement)) });
  await browser.close();
  const [single] = starts;
  return ['usable', 'warm'].flatMap((moment) =>
    starts.map((one) => ({
      desktop: `${one.name}, ${moment}`,
      requests: one[moment].requests,
      'JavaScript files': one[moment].files.length,
      'kB gzip': (one[moment].bytes / 1000).toFixed(1),
      '× one bundle': (one[moment].bytes / single[moment].bytes).toFixed(2),
    })),
  );
}

async function start(browser, { mounts }) {
  const { createContactCentreListener } = await import('../../dist/serve/index.js');
  const centre = createContactCentreListener({});
  const absolute = Object.fromEntries(Object.entries(mounts).map(([prefix, folder]) => [prefix, join(root, folder)]));
  const files = createStaticFiles({ mounts: absolute });
  const server = createServer((request, response) => (request.url.startsWith('/v1/') ? centre.listener : files)(request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${server.address().port}`;

  const context = await browser.newContext();
  const page = await context.newPage();
  const fetched = new Set();
  page.on('request', (request) => fetched.add(request.url()));
  await page.goto(`${origin}/?agent=ana`);
  await page.getByRole('textbox', { name: /^Message to/ }).waitFor();
  await page.getByRole('button', { name: /^My Messages/ }).waitFor();
  const usable = weigh(fetched, origin, absolute);
  // Team Communicator is there when it can open; what it opens with is no longer counted.
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.getByRole('button', { name: 'Transfer', exact: true }).click();
  await page.getByRole('searchbox').waitFor();
  const warm = weigh(fetched, origin, absolute);

  await context.close();
  server.closeAllConnections();
  server.close();
  centre.close();
  return { usable, warm };
}

function weigh(urls, origin, mounts) {
  const paths = [...urls].filter((url) => url.startsWith(origin)).map((url) => new URL(url).pathname);
  const files = paths.filter((path) => path.endsWith('.js'));
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const bytes = files.reduce((sum, path) => {
    const prefix = prefixes.find((candidate) => path.startsWith(candidate));
    return sum + gzipSync(readFileSync(join(mounts[prefix], path.slice(prefix.length))), { level: 9 }).length;
  }, 0);
  return { requests: paths.filter((path) => !path.startsWith('/v1/')).length, files, bytes };
}
