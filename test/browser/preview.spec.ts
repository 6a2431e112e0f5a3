import { pressSignOut } from './support/agent-menu';
import { axeViolations } from './support/accessibility';
import type { Desktop } from './support/desktop';
import { boxOf, fitsSideways } from './support/fits';
import { read, readAndClick } from './support/pointer';
import { expect, test } from './support/world';

const button = (desktop: Desktop, name: string | RegExp) => desktop.incoming.getByRole('button', { name, exact: true });

test.describe('several invitations at once', () => {
  test.use({ scenario: 'busy-agent' });

  test('K4-3 each opens as the card, with the pointer; the card stays where it is while the pointer rests on it', async ({
    world,
  }) => {
    const ana = await world.open('ana');
    await expect(ana.preview.getByText('1 of 3')).toBeVisible();
    await read(ana.preview);
    await ana.preview.hover();
    const before = await boxOf(ana.preview);
    await world.advance(3000);
    expect(await boxOf(ana.preview)).toEqual(before);
    expect(await axeViolations(ana.page, '.region-incoming')).toEqual([]);
    const other = button(ana, /^Show: /).last();
    const name = (await other.getAttribute('aria-label'))?.split('. ').at(-1) ?? '';
    await readAndClick(other);
    await expect(ana.preview).toContainText(name);
    await expect(ana.preview).toBeFocused();
  });

  test('K4-4 all are accepted with one press', async ({ world }) => {
    const ana = await world.open('ana');
    await expect(ana.preview.getByText('1 of 3')).toBeVisible();
    await readAndClick(button(ana, 'Accept all 3'));
    await expect(ana.window('Noor Haddad')).toBeVisible();
    await expect(ana.incoming.getByText(/is yours$/)).toHaveCount(2);
    const asked = (await world.commands()).filter(({ command }) => command.type === 'acceptInvitation');
    expect(asked).toHaveLength(3);
  });

  test('K4-4 also by keyboard', async ({ world }) => {
    const ana = await world.open('ana');
    await expect(ana.preview.getByText('1 of 3')).toBeVisible();
    await ana.page.keyboard.press('Alt+Shift+I');
    await ana.page.keyboard.press('Tab');
    await expect(button(ana, 'Accept all 3')).toBeFocused();
    await read(button(ana, 'Accept all 3'));
    await ana.page.keyboard.press('Enter');
    await expect(ana.incoming.getByText(/is yours$/)).toHaveCount(2);
  });
});

test.describe('two desktops', () => {
  test.use({ kind: 'two profiles' });

  test('K4-14 a reason reaches the sender: in the banner, My Messages and the transcript, also after a reload', async ({
    world,
  }) => {
    const ana = await world.open('ana');
    const bianca = await world.open('bianca');
    await ana.transferTo('Bianca Okafor');
    await bianca.preview.waitFor();
    await readAndClick(button(bianca, 'Reject with a reason'));
    expect(await axeViolations(bianca.page, '.region-incoming')).toEqual([]);
    await bianca.page.getByRole('menuitem', { name: 'Other language' }).click();
    await expect(button(bianca, 'Undo')).toBeVisible();
    await expect(ana.banner(/^Information: Waiting for Bianca Okafor|Waiting for Bianca Okafor/)).toBeVisible();

    const told = 'Bianca Okafor declined the transfer (Other language)';
    await expect(ana.banner(told)).toBeVisible();
    await expect(ana.transcript.getByText(told)).toBeVisible();
    await expect((await ana.messages()).filter({ hasText: told })).toHaveCount(1);
    await ana.page.reload();
    await ana.ready();
    await expect(ana.banner(told)).toBeVisible();
    await expect(ana.transcript.getByText(told)).toBeVisible();
    await expect((await ana.messages()).filter({ hasText: told })).toHaveCount(1);
  });

  test('K4-14 a reason in own words, by keyboard', async ({ world }) => {
    const ana = await world.open('ana');
    const bianca = await world.open('bianca');
    await ana.transferTo('Bianca Okafor');
    await bianca.preview.waitFor();
    await button(bianca, 'Reject with a reason').focus();
    await bianca.page.keyboard.press('Enter');
    await expect(bianca.page.getByRole('menuitem', { name: 'Busy' })).toBeFocused();
    await bianca.page.keyboard.press('End');
    await bianca.page.keyboard.press('Enter');
    await expect(bianca.page.getByRole('textbox', { name: 'Your reason' })).toBeFocused();
    await bianca.page.keyboard.type('Ask Kavya, she knows Sam');
    await bianca.page.keyboard.press('Enter');
    await expect(ana.banner('Bianca Okafor declined the transfer (Ask Kavya, she knows Sam)')).toBeVisible();
  });

  test('K4-11 what is undone was never rejected', async ({ world }) => {
    const ana = await world.open('ana');
    const bianca = await world.open('bianca');
    await ana.transferTo('Bianca Okafor');
    await bianca.answer('Reject');
    await readAndClick(button(bianca, 'Undo'));
    await bianca.answer('Accept');
    await expect(bianca.window()).toBeVisible();
    await expect(ana.window()).toBeHidden();
    expect((await world.commands()).some(({ command }) => command.type === 'declineInvitation')).toBe(false);
  });

  test('K4-12 a page that is left, and an agent who signs out, have rejected', async ({ world }) => {
    const ana = await world.open('ana');
    const bianca = await world.open('bianca');
    await ana.transferTo('Bianca Okafor');
    await bianca.answer('Reject');
    await expect(button(bianca, 'Undo')).toBeVisible();
    await bianca.page.reload();
    await expect(ana.banner('Bianca Okafor declined the transfer')).toBeVisible();

    await bianca.ready();
    await ana.transferTo('Bianca Okafor');
    await bianca.answer('Reject');
    await pressSignOut(bianca.page);
    await expect(ana.banner('Bianca Okafor declined the transfer')).toBeVisible();
  });

  test('K4-11 a second window of the agent shows what is true', async ({ world }) => {
    const ana = await world.open('ana');
    const bianca = await world.open('bianca');
    const page = await bianca.page.context().newPage();
    await page.goto(bianca.page.url());
    await ana.transferTo('Bianca Okafor');
    const region = page.getByRole('region', { name: 'Incoming interactions' });
    await expect(region.getByRole('article')).toBeVisible();
    await bianca.answer('Reject');
    await expect(button(bianca, 'Undo')).toBeVisible();
    await expect(region.getByRole('article')).toBeVisible();
    await expect(region.getByText('You rejected the transfer from Ana Ruiz: Sam Carter')).toBeVisible();
  });
});

test.describe('320 by 640', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('K4-10 the card is a line of 56 px that opens; what has the focus stays in sight', async ({ world }) => {
    const bianca = await world.open('bianca');
    const ana = await world.open('ana');
    await ana.composer.click();
    await ana.transferTo('Bianca Okafor');
    await expect(bianca.preview).toBeVisible();
    expect((await boxOf(bianca.preview)).height).toBeLessThanOrEqual(60);
    await bianca.answer('Accept');
    await bianca.composer.click();
    await bianca.page.keyboard.type('One moment');
    await bianca.transferTo('Ana Ruiz');
    await ana.preview.waitFor();
    await readAndClick(button(ana, /^Show: /));
    await expect(button(ana, 'Reject')).toBeInViewport({ ratio: 1 });
    await fitsSideways(ana.page, 'opened');
    expect(await axeViolations(ana.page, '.region-incoming')).toEqual([]);
    await readAndClick(button(ana, 'Collapse'));
    await expect(button(ana, 'Reject')).toHaveCount(0);
    await expect(bianca.composer).toBeInViewport({ ratio: 1 });
  });
});

test.describe('right to left', () => {
  test('K4-1 the card mirrors', async ({ world }) => {
    const ana = await world.open('ana', { dir: 'rtl' });
    const bianca = await world.open('bianca', { dir: 'rtl' });
    await ana.transferTo('Bianca Okafor');
    await bianca.preview.waitFor();
    const [reject, accept] = [await boxOf(button(bianca, 'Reject')), await boxOf(button(bianca, 'Accept'))];
    expect(accept.x).toBeLessThan(reject.x);
    await fitsSideways(bianca.page, 'right to left');
  });
});
