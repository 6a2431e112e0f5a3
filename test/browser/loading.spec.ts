import type { Locator, Page } from '@playwright/test';
import { brokenLifecycles, brokenModule, expect, faults, hanging, test } from './support/module-server';
import type { Fault, Faulty } from './support/module-server';

/** How each module shows that it is there, and what it is called. */
const modules = {
  'sms-window': { label: 'SMS window', here: (page: Page) => page.getByRole('textbox', { name: 'Message to Sam Carter' }) },
  notifications: { label: 'Notifications', here: (page: Page) => page.getByRole('region', { name: 'Incoming interactions' }) },
  'team-communicator': { label: 'Team Communicator', here: (page: Page) => page.getByRole('searchbox', { name: 'Find a target' }) },
} as const;
type ModuleName = keyof typeof modules;

// All faults of all modules are the long run: npm run test:faults.
const tried: readonly ModuleName[] = process.env['BATON_FAULTS'] === 'all' ? ['sms-window', 'notifications', 'team-communicator'] : ['sms-window'];

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
        // A hung module freezes nothing: the others stand before it is given up.
        await othersWork(page, module);
        await pass(page, 5000, card(page, module));
        await recovers(page, faulty, module);
      });
    }

    for (const [what, lifecycles] of Object.entries(brokenLifecycles)) {
      test(`code ${what}: a card says so, Reload brings the mended build`, async ({ page, faulty }) => {
        await page.clock.install();
        faulty.breaks(module, brokenModule(module, lifecycles));
        await start(page, faulty, module);
        if (what === 'crashes later') await page.getByRole('button', { name: 'Break' }).last().click();
        if (what === 'never mounts') {
          await othersWork(page, module);
          await pass(page, 5000, card(page, module));
        }
        await recovers(page, faulty, module);
      });
    }

    test('manifest asks for another contract: nothing of it runs, a card says so', async ({ page, faulty }) => {
      const before = faulty.asked(module, 'entry');
      faulty.breaks(module, brokenModule(module, 'undefined', '^7.0.0'));
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

test('an agent signs out and in again beside a module that hangs', async ({ page, faulty }) => {
  faulty.breaks('sms-window', hanging['entry hangs'] as Fault);
  await start(page, faulty, 'sms-window');
  await othersWork(page, 'sms-window');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: /^Ana Ruiz/ }).click();
  await expect(modules.notifications.here(page)).toBeVisible();
});

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
  if (module === 'team-communicator') await page.getByRole('button', { name: 'Team Communicator' }).click();
}

function card(page: Page, module: ModuleName): Locator {
  return page.getByRole('region', { name: `${modules[module].label} stopped working` });
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
  await card(page, module).getByRole('button', { name: `Reload ${label}` }).click();
  await expect(here(page)).toBeVisible();
  await expect(card(page, module)).toHaveCount(0);
  expect(faulty.asked(module, 'manifest'), 'Reload asks again').toBeGreaterThan(before);
}

async function othersWork(page: Page, broken: ModuleName): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Interactions' }).getByRole('button', { name: /Sam Carter/ })).toBeVisible();
  for (const module of ['sms-window', 'notifications'] as const) if (module !== broken) await expect(modules[module].here(page)).toBeVisible();
}
