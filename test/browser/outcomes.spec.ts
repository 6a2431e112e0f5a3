import { pressSignOut } from './support/agent-menu';
import type { Desktop } from './support/desktop';
import { longIf } from './support/long';
import { expect, test, worlds } from './support/world';
import type { World } from './support/world';

const draft = 'Half a sentence that must not be lost';

/** What every outcome but acceptance leaves behind at the sender: window, owner, words, draft, and a way to try again. */
async function staysWithSender(ana: Desktop, title: string): Promise<void> {
  await expect(ana.window()).toBeVisible();
  await expect(ana.banner(title)).toBeVisible();
  await expect((await ana.messages()).filter({ hasText: title }).first()).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await expect(ana.composer).toHaveValue(draft);
  await expect(ana.transferButton).not.toHaveAttribute('aria-disabled', 'true');
}

async function survivesReload(ana: Desktop, title: string): Promise<void> {
  await ana.page.reload();
  await ana.ready();
  await staysWithSender(ana, title);
}

/** Ana with a draft, waiting for Bianca, who sees the preview. */
async function invited(world: World): Promise<{ ana: Desktop; bianca: Desktop }> {
  const ana = await world.open('ana');
  const bianca = await world.open('bianca');
  await ana.composer.fill(draft);
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz');
  await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
  await expect(ana.composer).toHaveValue(draft);
  return { ana, bianca };
}

/** Keeps the desktop's requests to cancel a transfer on their way, as a slow network would. */
async function holdCancels(desktop: Desktop): Promise<void> {
  await desktop.page.addInitScript(() => {
    const send = window.fetch;
    const released = new Promise((resolve) => window.addEventListener('release-cancels', resolve, { once: true }));
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'POST' && (await request.clone().text()).includes('"cancelTransfer"')) await released;
      return send(request);
    };
  });
  await desktop.page.reload();
  await desktop.ready();
}

async function releaseCancels(desktop: Desktop): Promise<void> {
  await desktop.page.evaluate(() => window.dispatchEvent(new Event('release-cancels')));
}

for (const kind of worlds) {
  test.describe(kind, { tag: longIf(kind === 'one profile') }, () => {
    test.use({ kind });

    test('the target rejects; then another transfer works', async ({ world }) => {
      const { ana, bianca } = await invited(world);
      await bianca.answer('Reject');
      await expect(bianca.incoming).toContainText('You rejected the transfer from Ana Ruiz');
      await staysWithSender(ana, 'Bianca Okafor declined the transfer');
      await survivesReload(ana, 'Bianca Okafor declined the transfer');

      await ana.transferTo('Bianca Okafor');
      await bianca.answer('Accept');
      await expect(ana.window()).toBeHidden();
      await expect(bianca.window()).toBeVisible();
      // What was typed goes to My Messages when its window closes.
      await expect((await ana.messages()).filter({ hasText: draft })).toBeVisible();
    });

    test('the target does not answer in time', async ({ world }) => {
      const { ana, bianca } = await invited(world);
      await world.advance(30_000);
      await staysWithSender(ana, 'Bianca Okafor did not answer in time');
      await expect(bianca.incoming).toContainText('You missed a transfer from Ana Ruiz');
      await expect((await bianca.messages()).filter({ hasText: 'You missed a transfer from Ana Ruiz' })).toBeVisible();
      await survivesReload(ana, 'Bianca Okafor did not answer in time');
      await ana.banner('did not answer in time').getByRole('button', { name: 'Try again' }).click();
      await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
    });

    test('the target signs out', async ({ world }) => {
      const { ana, bianca } = await invited(world);
      await pressSignOut(bianca.page);
      await staysWithSender(ana, 'Bianca Okafor is no longer signed in');
      await expect(bianca.page).toHaveURL(/\/\?scenario=[\w-]+(?:&panel=0)?$/);
      await survivesReload(ana, 'Bianca Okafor is no longer signed in');
    });

    test('the target goes Not Ready', async ({ world }) => {
      const { ana, bianca } = await invited(world);
      await bianca.page.getByRole('button', { name: 'Bianca Okafor: Ready for SMS' }).click();
      await bianca.page.getByRole('button', { name: 'Go not ready for SMS' }).click();
      await staysWithSender(ana, 'Bianca Okafor is not ready for SMS');
      await expect(bianca.incoming.getByRole('article')).toHaveCount(0);
      await survivesReload(ana, 'Bianca Okafor is not ready for SMS');
      await bianca.page.getByRole('button', { name: 'Go ready for SMS' }).click();
      await ana.transferTo('Bianca Okafor');
      await expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz');
    });

    test('the sender cancels: quiet for them, told to the target', async ({ world }) => {
      const { ana, bianca } = await invited(world);
      await ana.page.getByRole('button', { name: 'Cancel transfer' }).click();
      await expect(ana.banner('Transfer cancelled')).toContainText('You still own this conversation.');
      await expect(bianca.incoming).toContainText('Ana Ruiz withdrew the transfer');
      await expect((await bianca.messages()).filter({ hasText: 'Ana Ruiz withdrew the transfer' })).toBeVisible();
      await expect(ana.composer).toHaveValue(draft);
      await ana.transferTo('Bianca Okafor');
      await expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz');
    });

    test('a cancel that comes after the acceptance is too late: the sender is told, and the target owns', async ({
      world,
    }) => {
      const ana = await world.open('ana');
      await holdCancels(ana);
      const bianca = await world.open('bianca');
      await ana.transferTo('Bianca Okafor');
      await expect(bianca.preview).toBeVisible();
      await ana.page.getByRole('button', { name: 'Cancel transfer' }).click();
      await bianca.answer('Accept');
      await expect(
        ana.page.getByRole('status').filter({ hasText: 'Bianca Okafor accepted before you cancelled' }),
      ).toBeAttached();
      await expect(ana.window()).toBeHidden();
      await expect(bianca.window()).toBeVisible();
      await releaseCancels(ana);
      await expect((await ana.messages()).filter({ hasText: 'Bianca Okafor accepted' })).toBeVisible();
      await expect(bianca.window()).toBeVisible();
    });

    test('the customer ends the conversation meanwhile', async ({ world }) => {
      const { ana, bianca } = await invited(world);
      await world.control('customer-ends', { interactionId: 'sms-1001' });
      await expect(bianca.incoming).toContainText('The conversation with Sam Carter ended');
      await expect(bianca.incoming.getByRole('article')).toHaveCount(0);

      const hasEnded = async () => {
        await expect(ana.banner('The conversation with Sam Carter has ended')).toBeVisible();
        await expect(
          (await ana.messages()).filter({ hasText: 'The conversation with Sam Carter ended' }),
        ).toBeVisible();
        await ana.page.keyboard.press('Escape');
      };
      await hasEnded();
      await ana.page.reload();
      await ana.ready();
      await hasEnded();
      await ana.page.getByRole('main').getByRole('button', { name: 'Close', exact: true }).click();
      await expect(ana.window()).toBeHidden();
    });

    test('the sender signs out: withdrawn at the target, and the conversation goes back to its queue', async ({
      world,
    }) => {
      const { ana, bianca } = await invited(world);
      await pressSignOut(ana.page);
      await ana.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
      await expect(ana.page).toHaveURL(/\/\?scenario=[\w-]+(?:&panel=0)?$/);
      await expect((await bianca.messages()).filter({ hasText: 'Ana Ruiz withdrew the transfer' })).toBeVisible();
      await expect(bianca.preview).toContainText('New SMS from Sam Carter');
      await bianca.answer('Accept');
      await expect(bianca.transcript).toContainText('Are you still there?');
      await expect(bianca.composer).toHaveValue('');
    });
  });
}

test.describe('a contact centre that is started again and has forgotten everything', () => {
  test.use({ kind: 'two profiles' });

  test('the sender is told that the outcome is not known, once, and invites again when asked once more', async ({
    world,
  }) => {
    const { ana, bianca } = await invited(world);
    world.restart();
    const title = 'It is not known what became of the transfer to Bianca Okafor';
    await expect(ana.banner(title)).toContainText('You still own this conversation.', { timeout: 30_000 });
    await expect(bianca.preview).toHaveCount(0);
    await staysWithSender(ana, title);
    await survivesReload(ana, title);
    await expect((await ana.messages()).filter({ hasText: title })).toHaveCount(1);
    await ana.page.keyboard.press('Escape');

    await ana.banner(title).getByRole('button', { name: 'Try again' }).click();
    await expect(ana.banner(title)).toContainText('Bianca Okafor may have been invited already.');
    await ana.banner(title).getByRole('button', { name: 'Invite again' }).click();
    await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
    await bianca.answer('Accept');
    await expect(bianca.window()).toBeVisible();
    await expect(ana.window()).toBeHidden();
  });
});

const refusals = [
  ['backend-error', 'The transfer could not be sent'],
  ['backend-silent', 'It is not known what became of the transfer to Bianca Okafor'],
  ['target-not-ready', 'Bianca Okafor is not ready for SMS'],
  ['target-offline', 'Bianca Okafor is no longer signed in'],
  ['no-permission', 'You do not have permission to transfer to Bianca Okafor'],
] as const;

for (const [scenario, title] of refusals) {
  test.describe(scenario, () => {
    test.use({ scenario });

    test(`${title}: window, draft and owner stay`, async ({ world }) => {
      const ana = await world.open('ana');
      await ana.composer.fill(draft);
      await ana.transferTo('Bianca Okafor');
      await expect(ana.banner(title)).toBeVisible({ timeout: 15_000 });
      await staysWithSender(ana, title);
      await survivesReload(ana, title);
    });
  });
}

test.describe('empty-pool', () => {
  test.use({ scenario: 'empty-pool' });

  test('nobody in the pool is ready: window, draft and owner stay', async ({ world }) => {
    const ana = await world.open('ana');
    await ana.composer.fill(draft);
    await ana.transferTo('Priority routing');
    await staysWithSender(ana, 'No one in Priority routing could take the transfer');
    await survivesReload(ana, 'No one in Priority routing could take the transfer');
  });
});

test.describe('connection-lost', () => {
  test.use({ scenario: 'connection-lost' });

  test('says so across the desktop, keeps what is typed, and comes back', async ({ world }) => {
    const ana = await world.open('ana');
    await ana.composer.fill(draft);
    await world.advance(20_000);
    await expect(ana.page.getByRole('group', { name: 'Connection lost' }).first()).toBeVisible();
    await expect(ana.transferButton).toHaveAttribute('aria-disabled', 'true');
    await expect(ana.transferButton).toHaveAccessibleDescription('Not possible while the connection is lost');
    await expect(ana.page.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-disabled', 'true');
    await expect(ana.page.getByRole('button', { name: 'Send' })).toHaveAccessibleDescription(
      /You can read, but not send or transfer/,
    );
    await ana.composer.fill(`${draft}, and more`);
    await ana.composer.press('Enter');
    await expect(ana.composer).toHaveValue(`${draft}, and more`);
    await world.advance(20_000);
    await expect(ana.page.getByRole('group', { name: 'Connection lost' })).toHaveCount(0, { timeout: 20_000 });
    await expect(ana.transferButton).not.toHaveAttribute('aria-disabled', 'true');
    await expect(ana.composer).toHaveValue(`${draft}, and more`);
    await expect((await ana.messages()).filter({ hasText: 'Connection lost' })).toBeVisible();
    await expect((await ana.messages()).filter({ hasText: 'Connected again' })).toBeVisible();
    await ana.page.keyboard.press('Escape');
    await ana.transferTo('Bianca Okafor');
    await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
  });
});
