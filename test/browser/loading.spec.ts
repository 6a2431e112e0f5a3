import { mergeTests } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { pressSignOut } from './support/agent-menu';
import { test as withHosts } from './support/host-pages';
import {
  brokenBuild,
  brokenEntries,
  brokenUpdates,
  expect,
  faults,
  hanging,
  serving,
  test as withModuleServers,
} from './support/module-server';
import type { Build, Fault, Faulty } from './support/module-server';

const test = mergeTests(withModuleServers, withHosts);

/** How each module shows that it is there, and what it is called. */
const modules = {
  'sms-window': {
    label: 'SMS window',
    here: (page: Page) => page.getByRole('textbox', { name: 'Message to Sam Carter' }),
  },
  notifications: {
    label: 'Notifications',
    here: (page: Page) => page.getByRole('region', { name: 'Incoming interactions' }),
  },
  'team-communicator': {
    label: 'Team Communicator',
    here: (page: Page) => page.getByRole('searchbox', { name: 'Find a target' }),
  },
} as const;
type ModuleName = keyof typeof modules;
const names = ['sms-window', 'notifications', 'team-communicator'] as const satisfies readonly ModuleName[];

/** How many views of each module the desktop shows; the one in question is the second, where there are several. */
const copies = { 'sms-window': 3, notifications: 2, 'team-communicator': 1 } as const;

// All faults of all modules are the long run: npm run test:faults.
const tried: readonly ModuleName[] = process.env['BATON_FAULTS'] === 'all' ? names : ['sms-window'];

for (const module of tried) {
  test.describe(`${module}, when its`, () => {
    for (const [what, fault] of Object.entries(faults)) {
      test(`${what}: a card says so, Reload brings it, the rest works`, async ({ page, faulty }) => {
        faulty.breaks(module, fault);
        await start(page, faulty, module);
        await recovers(page, faulty, module);
      });
    }

    for (const [what, fault] of Object.entries(hanging)) {
      test(`${what}: a card says so after five seconds, Reload brings it`, async ({ page, faulty }) => {
        await page.clock.install();
        faulty.breaks(module, fault);
        await start(page, faulty, module);
        // A hanging module blocks nothing: the others are there before it fails.
        await othersWork(page, module);
        await pass(page, 5000, card(page, module));
        await recovers(page, faulty, module);
      });
    }

    for (const [what, entry] of Object.entries(brokenEntries)) {
      test(`${what}: a card says so, Reload brings the mended build`, async ({ page, faulty }) => {
        await page.clock.install();
        faulty.breaks(module, serving(brokenBuild(module, entry)));
        await start(page, faulty, module);
        const breakable = page.getByRole('button', { name: 'Break' });
        if (what.startsWith('code crashes later')) {
          await expect(breakable).toHaveCount(copies[module]);
          await breakable.nth(module === 'team-communicator' ? 0 : 1).click();
        }
        if (what.includes('never')) {
          await othersWork(page, module);
          await pass(page, 5000, card(page, module));
        }
        // The other views are copies of their own, and go on.
        if (what.startsWith('code crashes later')) await expect(breakable).toHaveCount(copies[module] - 1);
        await recovers(page, faulty, module);
      });
    }

    for (const [what, entry] of Object.entries(brokenUpdates)) {
      test(`code ${what}: a card says so, Reload brings the mended build`, async ({ hosts }) => {
        const page = await hosts.visit('clean', async (host) => {
          await host.clock.install();
          await answerWith(host, module, brokenBuild(module, entry));
        });
        await page.evaluate(() => window.host.open('ana'));
        const place = ({ 'sms-window': 'sms', notifications: 'incoming', 'team-communicator': 'team' } as const)[
          module
        ];
        // Only a host asks for another view; our shell never does.
        await page.evaluate((id) => void window.host.show(id, 'another').catch(() => undefined), place);
        if (what === 'never updates') await pass(page, 5000, card(page, module));
        await expect(card(page, module)).toContainText('The rest of your desktop still works.');
        // Opening Team Communicator loads it again.
        if (module !== 'team-communicator') await openTeam(page);
        for (const other of names) if (other !== module) await expect(modules[other].here(page)).toBeVisible();

        await page.unroute(filesOf(module));
        await card(page, module)
          .getByRole('button', { name: `Reload ${modules[module].label}` })
          .click();
        await expect(card(page, module)).toHaveCount(0);
        await openTeam(page);
        await expect(modules[module].here(page)).toBeVisible();
      });
    }

    test('manifest asks for another contract: nothing of it runs, a card says so', async ({ page, faulty }) => {
      const before = faulty.asked(module, 'entry');
      faulty.breaks(module, serving(brokenBuild(module, () => `window.tampered = 'entry';`, '^7.0.0')));
      await start(page, faulty, module);
      await expect(card(page, module)).toBeVisible();
      expect(faulty.asked(module, 'entry')).toBe(before);
      await recovers(page, faulty, module);
    });

    for (const kind of ['manifest', 'entry', 'code'] as const) {
      test(`${kind} fails once: nobody sees it`, async ({ page, faulty }) => {
        faulty.breaksOnce(module, kind, faults[`${kind} answers 503`] as Fault);
        await start(page, faulty, module);
        await expect(modules[module].here(page)).toBeVisible();
        await expect(card(page, module)).toHaveCount(0);
      });
    }
  });
}

for (const [what, fault] of [
  ['hangs', hanging['entry hangs'] as Fault],
  ['never unmounts', serving(brokenBuild('sms-window', brokenEntries['code crashes later and never unmounts']))],
] as const) {
  test(`an agent signs out and in again beside a module that ${what}`, async ({ page, faulty }) => {
    faulty.breaks('sms-window', fault);
    await start(page, faulty, 'sms-window');
    await othersWork(page, 'sms-window');
    await pressSignOut(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: /^Ana Ruiz/ }).click();
    await expect(modules.notifications.here(page)).toBeVisible();
  });
}

test.describe('a page whose list of files is stale', () => {
  test.use({ listed: true });

  test('asks for what is there now', async ({ page, faulty }) => {
    // The listed build's files are gone, and a newer one is there.
    faulty.breaksOnce('sms-window', 'entry', faults['entry answers 503'] as Fault);
    await start(page, faulty, 'sms-window');
    await expect(modules['sms-window'].here(page)).toBeVisible();
    expect(faulty.asked('sms-window', 'manifest')).toBe(1);
  });
});

async function start(page: Page, faulty: Faulty, module: ModuleName): Promise<void> {
  await page.goto(`${faulty.origin}/?agent=ana`);
  // It comes when it is asked for; where its place is, is the shell's business.
  if (module === 'team-communicator') await page.getByRole('button', { name: 'Find a colleague' }).click();
}

function card(page: Page, module: ModuleName): Locator {
  return page.getByRole('region', { name: `${modules[module].label} stopped working` });
}

async function openTeam(host: Page): Promise<void> {
  await host.evaluate(() => void window.host.baton?.context.bus.request('team.open', {}));
}

const filesOf = (module: ModuleName) => `**/modules/${module}/*`;

/** Answers with a build in place of the page's server. */
async function answerWith(page: Page, module: ModuleName, { manifest, entry }: Build): Promise<void> {
  await page.route(filesOf(module), (route) =>
    route.request().url().endsWith('.json')
      ? route.fulfill({ json: manifest })
      : route.fulfill({ contentType: 'text/javascript', body: entry }),
  );
}

/** Moves the page's clock until something shows: timers are set while files are on their way. */
async function pass(page: Page, ms: number, until: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(ms);
    await expect(until).toBeVisible({ timeout: 500 });
  }).toPass();
}

async function recovers(page: Page, faulty: Faulty, module: ModuleName): Promise<void> {
  const { label, here } = modules[module];
  await expect(card(page, module)).toContainText('The rest of your desktop still works.');
  await othersWork(page, module);
  expect(await page.evaluate(() => Reflect.get(window, 'tampered'))).toBeUndefined();

  const before = faulty.asked(module, 'manifest');
  faulty.mend(module);
  await card(page, module)
    .getByRole('button', { name: `Reload ${label}` })
    .click();
  await expect(here(page)).toBeVisible();
  await expect(card(page, module)).toHaveCount(0);
  expect(faulty.asked(module, 'manifest'), 'Reload asks again').toBeGreaterThan(before);
}

async function othersWork(page: Page, broken: ModuleName): Promise<void> {
  // The list of conversations is part of the SMS window's module.
  const list = page.getByRole('navigation', { name: 'Interactions' });
  if (broken !== 'sms-window') await expect(list.getByRole('button', { name: /Sam Carter/ })).toBeVisible();
  for (const module of ['sms-window', 'notifications'] as const)
    if (module !== broken) await expect(modules[module].here(page)).toBeVisible();
}

test('modules that found no kit for a while stand once it is there again, each with the button of its card', async ({
  hosts,
}) => {
  let isThere = false;
  const page = await hosts.visit('clean', (fresh) =>
    fresh.route(/\/kit\.\w+\.js/, (route) =>
      isThere ? route.continue() : route.fulfill({ status: 503, body: 'down' }),
    ),
  );
  await page.evaluate(() => window.host.open('ana'));
  const cards = ['SMS window', 'Notifications'].map((label) =>
    page.getByRole('region', { name: `${label} stopped working` }).first(),
  );
  for (const card of cards) await expect(card).toBeVisible();
  // In vain: each fails on its own now, and what it has begun to run counts for nothing.
  for (const card of cards) await card.getByRole('button', { name: 'Reload' }).click();
  for (const card of cards) await expect(card.getByRole('button', { name: 'Reload' })).toBeEnabled();

  isThere = true;
  await expect(async () => {
    for (const card of cards)
      if (await card.isVisible()) await card.getByRole('button', { name: 'Reload' }).click({ timeout: 1000 });
    await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  for (const card of cards) await expect(card).toBeHidden();
});
