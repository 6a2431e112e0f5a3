import type { Locator, Page } from '@playwright/test';
import type { Desktop } from './support/desktop';
import { read } from './support/pointer';
import { expect, test } from './support/world';

// Two clicks on whatever asks the contact centre for something, while each answer takes one and a half seconds or more.

test.use({ scenario: 'slow-network' });
test.setTimeout(180_000);

/** Two clicks within 80 ms on one spot, as an impatient hand makes them: what the first one opens or closes gets the second. */
async function twice(control: Locator): Promise<void> {
  await control.hover();
  const box = await control.boundingBox();
  if (box === null) throw new Error(`${String(control)} takes no room.`);
  await control.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2, { clickCount: 2, delay: 40 });
}

interface Asked {
  agentId: string;
  command: { type: string };
}

/** What an agent's windows have asked for, without what they ask for by themselves. */
async function askedBy(agent: string, page: Page): Promise<string[]> {
  const all = await page.evaluate(async (): Promise<Asked[]> => {
    const answer = await fetch('/v1/control/commands');
    return (await answer.json()).commands;
  });
  const own = all.filter(({ agentId }) => agentId === agent).map(({ command }) => command.type);
  return own.filter((type) => type !== 'signIn' && type !== 'setTimeToAnswer');
}

/** Clicks twice, waits for what is to come of it, and sees what was asked for. */
async function asks({ agent, page }: Desktop, control: Locator, types: string[], done: () => Promise<unknown>) {
  const before = await askedBy(agent, page);
  await twice(control);
  await done();
  const asked = async () => (await askedBy(agent, page)).slice(before.length).toSorted();
  await expect.poll(asked, `asked for by two clicks on ${String(control)}`).toEqual(types);
}

test('two clicks are one command, whatever is clicked', async ({ world }) => {
  const ana = await world.open('ana');
  const bianca = await world.open('bianca');
  const { page } = ana;
  await page.bringToFront();
  const status = page.getByRole('button', { name: /^Ana Ruiz/ });
  const inMain = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true });

  await test.step('own status', async () => {
    await status.click();
    await asks(ana, page.getByRole('button', { name: 'Go not ready for SMS' }), ['setChannelState'], () =>
      expect(status).toHaveAccessibleName(/: Not ready/),
    );
    await asks(ana, page.getByRole('button', { name: 'Go ready for SMS' }), ['setChannelState'], () =>
      expect(status).toHaveAccessibleName(/: Ready/),
    );
  });

  await test.step('a text', async () => {
    await ana.composer.fill('One moment');
    await asks(ana, inMain('Send'), ['sendMessage'], () =>
      expect(ana.transcript.getByText('One moment')).toHaveCount(1),
    );
  });

  await test.step('a favourite', async () => {
    await ana.transferButton.click();
    await ana.search.fill('farid');
    const star = ana.team.getByRole('row', { name: /Farid/ }).first().getByRole('button').first();
    await asks(ana, star, ['saveFavourite'], () => expect(star).toHaveAttribute('aria-pressed', 'true'));
    await ana.team.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('a transfer', async () => {
    const menu = await ana.openActionMenu('Bianca Okafor');
    const choice = menu.getByRole('menuitem', { name: /^SMS transfer/i });
    await asks(ana, choice, ['addRecent', 'startTransfer'], () =>
      expect(ana.banner(/Waiting for Bianca Okafor/)).toBeVisible(),
    );
    await bianca.page.bringToFront();
    // The pointer is not heard in a card's first moments.
    await expect(bianca.preview).toContainText(/\b2[0-8] s left/);
    await asks(bianca, bianca.preview.getByRole('button', { name: 'Give me more time' }), ['extendInvitation'], () =>
      expect(ana.banner(/Waiting for Bianca Okafor/)).toContainText('asked for more time'),
    );
    await page.bringToFront();
    await asks(ana, inMain('Cancel transfer'), ['cancelTransfer'], () =>
      expect(ana.banner('Transfer cancelled')).toBeVisible(),
    );
  });

  await test.step('the end', async () => {
    await inMain('End').click();
    const end = page.getByRole('dialog').getByRole('button', { name: 'End conversation' });
    await asks(ana, end, ['completeInteraction'], () => expect(page.getByText('No conversation open')).toBeVisible());
    await status.click();
    await twice(page.getByRole('button', { name: 'Sign out' }));
    await expect(page.getByRole('heading', { name: 'Sign in to Baton' })).toBeVisible();
    // A second command may have taken longer than the first: nothing has come after all.
    expect((await askedBy('ana', bianca.page)).toSorted()).toEqual([
      'addRecent',
      'cancelTransfer',
      'completeInteraction',
      'saveFavourite',
      'sendMessage',
      'setChannelState',
      'setChannelState',
      'signOut',
      'startTransfer',
    ]);
  });
});

test.describe('texts that are not delivered', () => {
  test.use({ scenario: 'delivery-fails' });

  test('two clicks on Try again send once; the button goes when the text has gone, and the text stands once', async ({
    world,
  }) => {
    const ana = await world.open('ana');
    const { page, transcript } = ana;
    await ana.say('It is on its way');
    const retry = transcript.getByRole('button', { name: 'Try again' });
    for (const delivered of [false, true]) {
      // It comes back under the pointer.
      await read(retry);
      const before = await askedBy('ana', page);
      await twice(retry);
      await expect(transcript.getByText('Not delivered')).toHaveCount(0);
      await world.advance(1000);
      await expect(transcript.getByText(delivered ? 'Delivered' : 'Not delivered').last()).toBeVisible();
      expect((await askedBy('ana', page)).slice(before.length)).toEqual(['redeliverMessage']);
      await expect(transcript.getByText('It is on its way')).toHaveCount(1);
    }
    await expect(retry).toHaveCount(0);
  });
});
