import type { Page } from '@playwright/test';
import type { Desktop } from './support/desktop';
import { longIf } from './support/long';
import { expect, test, worlds } from './support/world';
import type { World } from './support/world';

async function invited(world: World): Promise<{ ana: Desktop; bianca: Desktop }> {
  const ana = await world.open('ana');
  const bianca = await world.open('bianca');
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz');
  await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
  return { ana, bianca };
}

/** Counts from now on what the page plays: each of these sounds is one note. */
async function countSounds(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { start } = OscillatorNode.prototype;
    document.body.dataset['sounds'] = '0';
    OscillatorNode.prototype.start = function (...when) {
      document.body.dataset['sounds'] = String(Number(document.body.dataset['sounds']) + 1);
      return start.apply(this, when);
    };
  });
}

const soundsOf = (page: Page) => page.evaluate(() => Number(document.body.dataset['sounds']));

/** What goes on while a transfer waits for its answer. */
for (const kind of worlds) {
  test.describe(kind, { tag: longIf(kind === 'two profiles') }, () => {
    test.use({ kind });

    test('the preview shows who, which contact, and what was said last', async ({ world }) => {
      const { bianca } = await invited(world);
      await expect(bianca.preview).toHaveAccessibleName('SMS transfer from Ana Ruiz');
      for (const fact of ['Sam Carter', 'Billing', 'Gold', 'High priority'])
        await expect(bianca.preview.getByText(fact, { exact: true })).toBeVisible();
      await expect(bianca.preview).toContainText('Are you still there?');
      await expect(bianca.preview).toContainText(/\b\d+ s left to answer/);
    });

    test('the customer writes: both sides see it, and it is there for the new owner', async ({ world }) => {
      const { ana, bianca } = await invited(world);
      await world.control('customer-writes', { interactionId: 'sms-1001', text: 'Hello? I am waiting' });
      await expect(ana.transcript).toContainText('Hello? I am waiting');
      await expect(bianca.preview).toContainText('Hello? I am waiting');
      await bianca.answer('Accept');
      await expect(bianca.transcript).toContainText('Hello? I am waiting');
    });

    test('the customer writes: the owner hears it, the invited side does not', async ({ world }) => {
      const { ana, bianca } = await invited(world);
      // Browsers let a page play sounds only after a user action.
      await bianca.rail.click();
      await countSounds(ana.page);
      await countSounds(bianca.page);
      await world.control('customer-writes', { interactionId: 'sms-1001', text: 'Hello? I am waiting' });
      await expect(bianca.preview).toContainText('Hello? I am waiting');
      await expect.poll(() => soundsOf(ana.page)).toBe(1);
      expect(await soundsOf(bianca.page)).toBe(0);

      // Bianca's page does sound: for what is hers.
      await bianca.answer('Accept');
      await expect(bianca.window()).toBeVisible();
      await world.control('customer-writes', { interactionId: 'sms-1001', text: 'And you are?' });
      await expect.poll(() => soundsOf(bianca.page)).toBe(1);
    });

    test('the sender still owns: they reply, and it is there for the new owner', async ({ world }) => {
      const { ana, bianca } = await invited(world);
      await ana.say('My colleague will be with you in a moment.');
      await expect(ana.transcript).toContainText('Delivered');
      await bianca.answer('Accept');
      await expect(bianca.transcript).toContainText('My colleague will be with you in a moment.');
      await expect(bianca.transcript).toContainText('Ana Ruiz handed over to you');
    });

    test('the target asks for more time: the countdown starts again on both sides', async ({ world }) => {
      const { ana, bianca } = await invited(world);
      const waiting = ana.banner('Waiting for Bianca Okafor to accept');
      await world.advance(15_000);
      // The clock goes on by itself, too.
      const atMostHalf = /(?<!\d)(1[0-5]|[1-9]) s left/;
      const moreThanHalf = /(?<!\d)(30|2\d|1[6-9]) s left/;
      await expect(bianca.preview).toContainText(atMostHalf);
      await expect(waiting).toContainText(atMostHalf);
      await bianca.answer('Give me more time');
      await expect(bianca.preview).toContainText(moreThanHalf);
      await expect(waiting).toContainText(moreThanHalf);
      await expect(waiting).toContainText('Bianca Okafor asked for more time.');

      await ana.page.reload();
      await expect(waiting).toContainText('Bianca Okafor asked for more time.');
      await bianca.page.reload();
      await bianca.answer('Accept');
      await expect(ana.window()).toBeHidden();
      await expect(bianca.window()).toBeVisible();
    });
  });
}

test.describe('incoming-transfer', () => {
  test.use({ scenario: 'incoming-transfer' });

  test('the preview shows the note of the sender', async ({ world }) => {
    const bianca = await world.open('bianca');
    await world.advance(2_000);
    await expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz');
    await expect(bianca.preview).toContainText('Note from Ana Ruiz: Charged twice, wants a refund.');
    await bianca.answer('Accept');
    await expect(bianca.composer).toBeFocused();
  });
});

test.describe('withdrawn', () => {
  test.use({ scenario: 'withdrawn' });

  test('the sender cancels before the target has answered', async ({ world }) => {
    const bianca = await world.open('bianca');
    await world.advance(2_000);
    await expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz');
    await world.advance(5_000);
    await expect(bianca.incoming.getByRole('article')).toHaveCount(0);
    await expect(bianca.incoming).toContainText('Ana Ruiz withdrew the transfer');
    await expect((await bianca.messages()).filter({ hasText: 'Ana Ruiz withdrew the transfer' })).toBeVisible();
  });
});

test.describe('slow-network', () => {
  test.use({ scenario: 'slow-network' });

  test('says that the invitation is on its way until the contact centre has it', async ({ world }) => {
    const ana = await world.open('ana');
    await ana.transferTo('Bianca Okafor');
    await expect(ana.banner('Sending the invitation to Bianca Okafor')).toBeVisible();
    await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
  });
});
