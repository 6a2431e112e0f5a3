import { Desktop } from './support/desktop';
import { expect, test } from './support/world';
import type { Page } from '@playwright/test';
import type { World } from './support/world';

const draft = 'Half a sentence that must not be lost';

/** The page's list of scenarios: a state may have the same title. */
const scenariosOn = (page: Page) => page.getByRole('region', { name: /^Scenarios/ });

/** Takes a situation from the list, as a designer does, and transfers to Bianca, who is part of it. */
async function play(world: World, title: string, target = 'Bianca Okafor'): Promise<Desktop> {
  const page = await world.visit('/');
  await scenariosOn(page).getByRole('link', { name: title, exact: true }).click();
  const ana = new Desktop(page, 'ana');
  await ana.ready();
  await ana.composer.fill(draft);
  await ana.transferTo(target);
  return ana;
}

test('placed-in-queue: the window closes at once, and My Messages says where it went', async ({ world }) => {
  const ana = await play(world, 'The queue takes the conversation at once', 'Delivery');
  await expect(ana.window()).toBeHidden();
  await expect(ana.rail.getByRole('button', { name: /Sam Carter/ })).toHaveCount(0);
  const messages = await ana.messages();
  await expect(messages.filter({ hasText: 'Handed over to Delivery' })).toContainText(
    'The conversation with Sam Carter is with Delivery now.',
  );
  await expect(messages.filter({ hasText: 'Your unsent text to Sam Carter' })).toContainText(draft);
});

test('target-accepts: the window closes, and My Messages says who has it and keeps the draft', async ({ world }) => {
  const ana = await play(world, 'The target accepts');
  await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
  await world.advance(3_000);
  await expect(ana.window()).toBeHidden();
  await expect(ana.rail.getByRole('button', { name: /Sam Carter/ })).toHaveCount(0);
  const messages = await ana.messages();
  await expect(messages.filter({ hasText: 'Bianca Okafor accepted' })).toContainText(
    'The conversation with Sam Carter moved to Bianca Okafor.',
  );
  await expect(messages.filter({ hasText: 'Your unsent text to Sam Carter' })).toContainText(draft);
});

const returned = [
  {
    id: 'target-declines',
    listed: 'The target declines',
    after: 3_000,
    title: 'Bianca Okafor declined the transfer',
    help: 'You still own this conversation. Choose another target or keep helping Sam Carter.',
    next: 'Bianca Okafor',
  },
  {
    id: 'reasons-hidden',
    listed: 'Not accepted, reason unknown',
    after: 3_000,
    title: 'Bianca Okafor did not take the conversation',
    help: 'You still own this conversation. Try again or choose another target.',
    next: 'Bianca Okafor',
  },
  {
    id: 'no-answer',
    listed: 'The target does not answer',
    after: 30_000,
    title: 'Bianca Okafor did not answer in time',
    help: 'You still own this conversation. Try again or choose another target.',
    next: 'Bianca Okafor',
  },
  {
    id: 'target-signs-out',
    listed: 'The target signs out',
    after: 3_000,
    title: 'Bianca Okafor is no longer signed in',
    help: 'You still own this conversation. Choose another target or keep helping Sam Carter.',
    next: 'Chen Wei',
  },
] as const;

for (const { id, listed, after, title, help, next } of returned) {
  test(`${id}: banner and My Messages say so, the draft stays, Transfer works again`, async ({ world }) => {
    const ana = await play(world, listed);
    await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
    await world.advance(after);
    await expect(ana.banner(title)).toContainText(help);
    await expect((await ana.messages()).filter({ hasText: title })).toContainText(help);
    await ana.page.keyboard.press('Escape');
    await expect(ana.composer).toHaveValue(draft);
    await ana.transferTo(next);
    await expect(ana.banner(`Waiting for ${next} to accept`)).toBeVisible();
    await expect(ana.composer).toHaveValue(draft);
  });
}

const begun = [
  { listed: 'A busy agent', says: 'three invitations arrive at once', conversations: 9 },
  { listed: 'A new conversation comes in', says: 'offers her a new SMS', conversations: 1 },
  { listed: 'The customer interrupts a transfer', says: 'Sam writes', conversations: 1 },
  { listed: 'Texts are not delivered', says: 'come back as not sent', conversations: 3 },
  { listed: 'The directory is out of date', says: 'no longer exists', conversations: 1 },
  { listed: 'A long conversation', says: 'Three hundred texts', conversations: 2 },
  { listed: 'Unusual names', says: 'emoji', conversations: 14 },
  { listed: 'Hostile texts', says: 'HTML', conversations: 2 },
  { listed: 'A large directory', says: 'A hundred thousand targets', conversations: 1 },
  { listed: 'A busy floor', says: 'a thousand agents', conversations: 5 },
  { listed: 'A very long conversation', says: 'Fifty thousand texts', conversations: 2 },
] as const;

for (const { listed, says, conversations } of begun) {
  test(`"${listed}" is on the sign-in page with a word about it, and every conversation opens`, async ({ world }) => {
    const page = await world.visit('/');
    const entry = scenariosOn(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: listed, exact: true }) });
    await expect(entry).toContainText(says);
    await entry.getByRole('link', { name: listed, exact: true }).click();
    const ana = new Desktop(page, 'ana');
    await ana.ready();
    const rows = ana.rail.getByRole('listitem').getByRole('button');
    await expect(rows).toHaveCount(conversations);
    for (const row of await rows.all()) {
      await row.click();
      await expect(ana.composer).toBeVisible();
    }
  });
}
