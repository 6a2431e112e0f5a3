import type { Page } from '@playwright/test';
import { expect, test } from './support/host-pages';

/** What the live regions say in the page's accessibility tree, where nothing inert is. */
async function heard(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (id: string): string => {
    const node = byId.get(id);
    const own = node?.role?.value === 'StaticText' ? String(node.name?.value ?? '') : '';
    return own + (node?.childIds ?? []).map(textOf).join('');
  };
  return nodes
    .filter(({ ignored, role }) => !ignored && ['status', 'alert'].includes(String(role?.value)))
    .map(({ nodeId, role }) => `${String(role?.value)}: ${textOf(nodeId)}`);
}

test("AN-01 what is announced is heard while a modal dialog of the host's is open, and after it", async ({ hosts }) => {
  const ana = await hosts.open('clean', 'ana');
  const bianca = await hosts.open('clean', 'bianca');
  await expect.poll(() => heard(ana.page)).toEqual(['status: ', 'alert: ']);
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toBeVisible();

  await ana.page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.id = 'of-the-host';
    dialog.append(document.createElement('button'));
    document.body.append(dialog);
    dialog.showModal();
  });
  await bianca.answer('Reject');
  await expect
    .poll(() => heard(ana.page))
    .toContainEqual(expect.stringMatching(/^alert: Bianca Okafor declined the transfer/));
  await expect(ana.page.locator('[data-baton-announcer]')).toHaveCount(2);

  await ana.page.evaluate(() => document.getElementById('of-the-host')?.remove());
  await expect(ana.page.locator('body > [data-baton-announcer]')).toHaveText(['', '']);
});
