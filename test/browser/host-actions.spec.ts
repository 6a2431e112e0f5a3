import type { Page } from '@playwright/test';
import type { HostActions } from '@baton/contracts';
import { axeViolations } from './support/accessibility';
import { Desktop } from './support/desktop';
import { expect, test } from './support/host-pages';
import type { Hosts } from './support/host-pages';

declare global {
  interface Window {
    /** What the agent has done with the host's actions. */
    done: string[];
  }
}

/** Ana's desktop in a page that has actions of its own: to call an agent, and to open the case of a conversation. */
async function open(hosts: Hosts): Promise<Desktop> {
  const page = await hosts.visit('clean');
  await page.evaluate(async () => {
    window.done = [];
    const actions: HostActions = {
      target: [
        {
          id: 'crm.call',
          label: 'Call',
          targetKinds: ['agent'],
          perform: ({ target, interactionId }) => window.done.push(`called ${target.address} about ${interactionId}`),
        },
      ],
      conversation: [
        {
          id: 'crm.case',
          label: 'Open the case',
          perform: ({ interactionId }) => window.done.push(`opened the case of ${interactionId}`),
        },
      ],
    };
    await window.host.open('ana', { actions });
  });
  const ana = new Desktop(page, 'ana');
  await ana.ready();
  return ana;
}

const done = (page: Page) => page.evaluate(() => window.done);

test('actions of the host are chosen with the pointer', async ({ hosts }) => {
  const ana = await open(hosts);
  const { page } = ana;
  await page.getByRole('main').getByRole('button', { name: 'Open the case' }).click();
  await expect.poll(() => done(page)).toEqual([expect.stringMatching(/^opened the case of \S+/)]);

  const menu = await ana.openActionMenu('Bianca Okafor');
  expect(await axeViolations(page, '#sms, #team')).toEqual([]);
  await menu.getByRole('menuitem', { name: 'Call' }).click();
  await expect.poll(() => done(page)).toEqual([expect.anything(), expect.stringMatching(/^called \S+ about \S+/)]);
  await expect(ana.search).toBeHidden();
  await expect(ana.transferButton).toBeFocused();
  await expect(ana.transferButton).toHaveAttribute('aria-expanded', 'false');
  await expect(ana.banner(/Waiting for/)).toBeHidden();
});

test('actions of the host are chosen with the keyboard', async ({ hosts }) => {
  const ana = await open(hosts);
  const { page } = ana;
  await ana.transferButton.focus();
  await expect(page.getByRole('button', { name: 'Transfer to a favourite' })).toBeVisible();
  // By way of the favourites and End.
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Open the case' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => done(page)).toHaveLength(1);

  await page.keyboard.press('Alt+Shift+T');
  await expect(ana.search).toBeFocused();
  await page.keyboard.type('Bianca Okafor');
  await expect(ana.team.getByText('Best matches')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /^SMS transfer/i })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Call' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => done(page)).toHaveLength(2);
  await expect(page.getByRole('button', { name: 'Open the case' })).toBeFocused();
});

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the button of the host keeps its words', async ({ hosts }) => {
    const ana = await open(hosts);
    // The page's own layout is for wide windows.
    await ana.page.locator('#sms').evaluate(({ style }) => {
      style.setProperty('inset', '0', 'important');
      style.setProperty('width', '320px', 'important');
      style.setProperty('z-index', '2', 'important');
    });
    const button = ana.page.getByRole('main').getByRole('button', { name: 'Open the case' });
    await button.scrollIntoViewIfNeeded();
    await expect(button.getByText('Open the case')).toBeInViewport({ ratio: 1 });
    const tooWide = await ana.page
      .locator('#sms')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(tooWide).toBe(0);
  });
});
