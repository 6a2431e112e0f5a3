import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serveComposed, serveForeignHost, serveOneBundle } from '../../scripts/serve/desktop-servers.js';
import { observeStart } from '../../scripts/bench/observe-start.js';
import { weigh } from '../../scripts/bench/weigh.js';

// Counts only, from the browser's own log: times are the benchmark's (npm run bench:start).
test.describe('the start of the desktop, composed of four origins', () => {
  test('takes few bytes in few requests, all asked for at once', async ({ browser }) => {
    const servers = await serveComposed();
    const { usable, warm, depth } = await observeStart(browser, servers);
    await servers.close();

    expect(depth, 'the page, then everything').toBe(2);
    expect(usable.files.length, usable.files.join('\n')).toBeLessThanOrEqual(10);
    expect(usable.requests).toBeLessThanOrEqual(12);
    const gzip = async (files: string[]) => (await weigh(files.map(servers.fileOf))).gzip;
    expect(await gzip(usable.files), 'bytes until SMS window and Notifications can be used').toBeLessThanOrEqual(
      238_900,
    );
    expect(await gzip(warm.files), 'bytes once Team Communicator is warm').toBeLessThanOrEqual(270_700);
    for (const [module, origin] of Object.entries(servers.modules)) {
      expect(
        warm.files.filter((url) => url.startsWith(origin)),
        `${module} comes from its own origin`,
      ).toHaveLength(2);
    }
    const filesWith = (mark: RegExp) =>
      warm.files.filter((url) => mark.test(readFileSync(servers.fileOf(url), 'utf8')));
    expect(filesWith(/__DOM_INTERNALS_DO_NOT_USE/), 'React DOM, once').toHaveLength(1);
    expect(filesWith(/__FEDERATION__|module-federation/), "a federation runtime besides host-kit's").toEqual([]);
  });

  test('weighs little more than the same code as one bundle; in a host of another team as much as its page says', async ({
    browser,
  }) => {
    const observe = async (serving: ReturnType<typeof serveOneBundle>) => {
      const servers = await serving;
      const { usable, warm, depth } = await observeStart(browser, servers);
      await servers.close();
      const gzip = async (files: string[]) => (await weigh(files.map(servers.fileOf))).gzip;
      return { usable: await gzip(usable.files), warm: await gzip(warm.files), files: usable.files.length, depth };
    };
    const single = await observe(serveOneBundle());
    const composed = await observe(serveComposed());
    const foreign = await observe(serveForeignHost());

    expect(composed.usable / single.usable).toBeLessThanOrEqual(1.2);
    expect(composed.warm / single.warm).toBeLessThanOrEqual(1.2);
    // docs/behaviour/sizes.md. On a busy machine 0.8 kB more have come when the page can be used.
    expect(foreign.usable).toBeLessThanOrEqual(258_700);
    expect(foreign.warm).toBeLessThanOrEqual(290_400);
    expect(foreign.files).toBeLessThanOrEqual(12);
    expect(foreign.depth, 'the page, the host, a manifest, then everything').toBeLessThanOrEqual(3);
  });

  test('opens Team Communicator in one commit, with no request: what it lists is at hand', async ({ browser }) => {
    const servers = await serveComposed();
    const context = await browser.newContext();
    await context.addInitScript(countCommits);
    const page = await context.newPage();
    const atHand = ['/v1/targets', '/v1/targets/favourites', '/v1/targets/recents'].map((path) =>
      page.waitForResponse((response) => new URL(response.url()).pathname === path),
    );
    await page.goto(`${servers.origin}/?agent=ana`);
    await Promise.all(atHand);
    await expect(page.getByRole('button', { name: 'Transfer', exact: true })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Details' })).toContainText('+44');

    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.evaluate(() => window.batonCommits.clear());
    await page.getByRole('button', { name: 'Transfer', exact: true }).click();
    await expect(page.getByRole('searchbox', { name: 'Find a target' })).toBeFocused();
    const commits = await page.evaluate(() => window.batonCommitsUntilOpen);
    await expect(page.getByRole('row', { name: /^Bianca Okafor/ }).first()).toBeVisible();
    expect(requests).toEqual([]);
    expect(commits).toBe(1);
    await context.close();
    await servers.close();
  });
});

test('nothing of the mock is in a production build', () => {
  const mock = /mockServiceWorker|MOCK_ACTIVATE|@mswjs|\bmsw\b|SharedWorker|Sam Carter|447700|baton-panel/;
  const withMock = (folder: string) => scriptsIn(folder).filter((file) => mock.test(readFileSync(file, 'utf8')));
  for (const folder of ['dist/live', 'dist/frame', 'dist/embed', 'dist/modules']) {
    expect(scriptsIn(folder).length, folder).toBeGreaterThan(0);
    expect(withMock(folder)).toEqual([]);
  }
  expect(withMock('dist/mocked').length, 'the mock is known by these words').toBeGreaterThan(0);
  const withPanel = scriptsIn('dist/mocked').filter((file) => readFileSync(file, 'utf8').includes('id="baton-panel"'));
  expect(withPanel, 'the panel is a file of its own').toEqual([expect.stringMatching(/assets.panel\.\w+\.js$/)]);
});

test('nothing of an adapter to a product is in what other hosts load', () => {
  const words = { twilio: /taskrouter/i, 'genesys-workspace': /bayeux/i };
  for (const [adapter, word] of Object.entries(words)) {
    const withIt = (folder: string) => scriptsIn(folder).filter((file) => word.test(readFileSync(file, 'utf8')));
    for (const folder of ['dist/live', 'dist/mocked', 'dist/frame', 'dist/embed', 'dist/modules']) {
      expect(withIt(folder), adapter).toEqual([]);
    }
    const source = join('packages', adapter, 'src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(
      files.some((file) => word.test(readFileSync(join(source, file), 'utf8'))),
      `${adapter} is known by its word`,
    ).toBe(true);
  }
});

test('what a module opens on demand is a file of its own, not in what every page fetches', () => {
  for (const module of ['team-communicator', 'sms-window', 'notifications']) {
    const sources = readdirSync(join('packages', module, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join('packages', module, 'src', file), 'utf8'));
    const names = sources.flatMap((source) =>
      Array.from(source.matchAll(/webpackChunkName: "([\w-]+)"/g), ([, name = '']) => name),
    );
    expect(names.length, module).toBeGreaterThan(0);
    const files = readdirSync(join('dist/modules', module));
    expect(
      names.filter((name) => !files.some((file) => file.startsWith(`${name}.`))),
      module,
    ).toEqual([]);
  }
});

function scriptsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?js$/.test(file))
    .map((file) => join(folder, file));
}

declare global {
  interface Window {
    /** Module → how often React has committed in it. */
    batonCommits: Map<string, number>;
    /** How often in Team Communicator, until its search field was there. */
    batonCommitsUntilOpen: number | undefined;
  }
}

/** In the page: counts React's commits by module, as its developer tools do. */
function countCommits() {
  window.batonCommits = new Map();
  const hook = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    onCommitFiberRoot(_: number, { containerInfo }: { containerInfo: Node }) {
      const shadow = containerInfo.getRootNode();
      if (!(shadow instanceof ShadowRoot)) return;
      const module = shadow.host.getAttribute('data-baton-module') ?? '';
      const count = (window.batonCommits.get(module) ?? 0) + 1;
      window.batonCommits.set(module, count);
      if (module === 'team-communicator' && shadow.querySelector('input[type="search"]'))
        window.batonCommitsUntilOpen ??= count;
    },
  };
  Reflect.set(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', hook);
}
