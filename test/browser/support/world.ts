import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { createStaticFiles } from '../../../scripts/serve/static-files.js';
import type { AskedCommand } from '../../../mocks/control/operations';
import { Desktop } from './desktop';

/** Where the two agents sit. */
export const worlds = ['one profile', 'two profiles'] as const;
export type WorldKind = (typeof worlds)[number];

/**
 * A contact centre of a test's own, with desktops in front of it.
 *
 * In `one profile` all desktops are windows of one browser profile, and the
 * contact centre is mocked in its SharedWorker. In `two profiles` every desktop
 * has a profile of its own, and they meet over real HTTP, without any mock in
 * the page.
 */
export interface World {
  /** Opens an agent's desktop and waits until it is ready to work. */
  open(agent: string, query?: Record<string, string>): Promise<Desktop>;
  /** Opens any address of the shell. */
  visit(path: string): Promise<Page>;
  /** Moves the contact centre's time. */
  advance(ms: number): Promise<void>;
  control(name: string, body?: object): Promise<void>;
  /** Starts the contact centre again, which has then forgotten everything. Only over HTTP. */
  restart(): void;
  /** What agents' windows have asked the contact centre for. */
  commands(): Promise<AskedCommand[]>;
}

export const test = base.extend<{ kind: WorldKind; scenario: string; world: World }>({
  kind: ['one profile', { option: true }],
  scenario: ['default', { option: true }],

  async world({ browser, kind, scenario, contextOptions }, use) {
    const problems: string[] = [];
    const world =
      kind === 'one profile'
        ? await mocked(browser, scenario, contextOptions, problems)
        : await served(browser, scenario, contextOptions, problems);
    await use(world.world);
    await world.close();
    expect(problems, 'errors in the console, or refused by the content security policy').toEqual([]);
  },
});

export { expect };

const commandsPath = '/v1/control/commands';

type Closing = { world: World; close(): Promise<void> };
type ContextOptions = Parameters<Browser['newContext']>[0];

async function mocked(
  browser: Browser,
  scenario: string,
  options: ContextOptions,
  problems: string[],
): Promise<Closing> {
  const site = await listen({ '/': 'dist/mocked', '/modules/': 'dist/modules' });
  const profile = await browser.newContext(options);
  watch(profile, problems);
  const pages: Page[] = [];

  const visit = async (path: string) => {
    const page = await profile.newPage();
    pages.push(page);
    await page.goto(site.origin + withoutPanel(path));
    return page;
  };
  /** A page: the mock answers from inside there and nowhere else. */
  const inside = () => {
    const [page] = pages.filter((one) => !one.isClosed());
    if (page === undefined) throw new Error('Open a desktop before you control the contact centre');
    return page;
  };
  const commands: World['commands'] = async () =>
    (await inside().evaluate((path) => fetch(path).then((answer) => answer.json()), commandsPath)).commands;
  const control: World['control'] = async (name, body = {}) => {
    const status = await inside().evaluate(
      ([path, json]) =>
        fetch(path, { method: 'POST', body: json, headers: { 'content-type': 'application/json' } }).then(
          (answer) => answer.status,
        ),
      [`/v1/control/${name}`, JSON.stringify(body)] as const,
    );
    expect(status, `control ${name}`).toBeLessThan(300);
  };

  return {
    world: {
      open: opener(visit, scenario),
      visit,
      advance: (ms) => control('advance', { ms }),
      control,
      commands,
      restart() {
        throw new Error('A contact centre in the page cannot be started again: reset it.');
      },
    },
    async close() {
      await profile.close();
      await site.close();
    },
  };
}

async function served(
  browser: Browser,
  scenario: string,
  options: ContextOptions,
  problems: string[],
): Promise<Closing> {
  const { createContactCentreListener } = await import('../../../dist/serve/index.js');
  const begin = () => createContactCentreListener({ scenario, control: true });
  let centre = begin();
  const site = await listen({ '/': 'dist/live', '/modules/': 'dist/modules' }, (request, response) =>
    centre.listener(request, response),
  );
  const profiles: BrowserContext[] = [];

  const visit = async (path: string) => {
    const profile = await browser.newContext(options);
    profiles.push(profile);
    watch(profile, problems);
    const page = await profile.newPage();
    await page.goto(site.origin + path);
    return page;
  };
  const control: World['control'] = async (name, body = {}) => {
    const answer = await fetch(`${site.origin}/v1/control/${name}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status, `control ${name}`).toBeLessThan(300);
  };

  const commands: World['commands'] = async () =>
    (await fetch(site.origin + commandsPath).then((answer) => answer.json())).commands;

  return {
    world: {
      open: opener(visit, scenario),
      visit,
      advance: (ms) => control('advance', { ms }),
      control,
      commands,
      restart() {
        centre.close();
        centre = begin();
      },
    },
    async close() {
      for (const profile of profiles) await profile.close();
      centre.close();
      await site.close();
    },
  };
}

function opener(visit: World['visit'], scenario: string): World['open'] {
  return async (agent, query = {}) => {
    const page = await visit(`/?${new URLSearchParams({ scenario, agent, ...query })}`);
    const desktop = new Desktop(page, agent);
    await desktop.ready();
    return desktop;
  };
}

/** The same address without the scenario panel, unless it says something of the panel. */
function withoutPanel(path: string): string {
  if (/[?&]panel=/.test(path)) return path;
  return `${path}${path.includes('?') ? '&' : '?'}panel=0`;
}

/** Serves built folders, and `/v1` when a contact centre is given, on a port of its own. */
export async function listen(
  mounts: Record<string, string>,
  api?: RequestListener,
  options: Omit<Parameters<typeof createStaticFiles>[0], 'mounts'> = {},
) {
  const files = createStaticFiles({ mounts, ...options });
  return listenAs(
    createServer((request, response) => {
      if (api !== undefined && request.url?.startsWith('/v1/')) api(request, response);
      else files(request, response);
    }),
  );
}

/** Lets a server listen on a port of its own. */
export async function listenAs(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Collects what no page of ours may say. */
export function watch(profile: BrowserContext, problems: string[]) {
  profile.on('weberror', (error) => problems.push(String(error.error())));
  profile.on('console', (message) => {
    if (message.type() !== 'error') return;
    // Refusals that a test provokes are told by the browser itself.
    if (/status of (4|5)\d\d|net::ERR/.test(message.text())) return;
    problems.push(message.text());
  });
}
