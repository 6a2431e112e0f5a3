import { longIf } from './support/long';
import { clickDisabled } from './support/pointer';
import { expect, test, worlds } from './support/world';

const pools = [
  ['a queue', 'Delivery'],
  ['a routing point', 'Priority routing'],
  ['an agent group', 'Senior agents'],
  ['a skill', 'Refunds'],
] as const;

for (const kind of worlds) {
  test.describe(kind, { tag: longIf(kind === 'two profiles') }, () => {
    test.use({ kind });

    for (const [what, name] of pools) {
      test(`${what} takes over: offered to its ready agent, the sender owns until then`, async ({ world }) => {
        const ana = await world.open('ana');
        const bianca = await world.open('bianca');
        await ana.transferTo(name);
        await expect(ana.banner(`Waiting for someone in ${name} to accept`)).toContainText(
          'You still own this conversation.',
        );
        await bianca.answer('Accept');
        await expect(ana.window()).toBeHidden();
        await expect(bianca.window()).toBeVisible();
      });
    }

    test('a queue is offered to the next when one declines, and the sender owns until somebody accepts', async ({
      world,
    }) => {
      const ana = await world.open('ana');
      const bianca = await world.open('bianca');
      const farid = await world.open('farid');
      await ana.transferTo('Delivery');
      await expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz');
      await expect(farid.preview).toHaveCount(0);
      await bianca.answer('Reject');
      await expect(farid.preview).toContainText('SMS transfer from Ana Ruiz');
      await expect(ana.banner('Waiting for someone in Delivery to accept')).toContainText(
        'You still own this conversation.',
      );
      await farid.answer('Accept');
      await expect(ana.window()).toBeHidden();
      await expect(farid.window()).toBeVisible();
      await expect(bianca.rail).toContainText('No active conversations');
    });

    test('a pool whose only ready agent rejects ends with the sender', async ({ world }) => {
      const ana = await world.open('ana');
      const bianca = await world.open('bianca');
      await ana.transferTo('Delivery');
      await bianca.answer('Reject');
      await expect(ana.banner('No one in Delivery could take the transfer')).toBeVisible();
      await expect(ana.window()).toBeVisible();
    });
  });
}

test.describe('queue', () => {
  test.use({ scenario: 'queue' });

  test('is offered in turn: the first declines, the second accepts', async ({ world }) => {
    const ana = await world.open('ana');
    await ana.transferTo('Delivery');
    await expect(ana.banner('Waiting for someone in Delivery to accept')).toBeVisible();
    await world.advance(3_000);
    await expect(ana.banner('Waiting for someone in Delivery to accept')).toBeVisible();
    await world.advance(3_000);
    await expect(ana.window()).toBeHidden();
    await expect((await ana.messages()).filter({ hasText: 'Bianca Okafor accepted' })).toBeVisible();
  });
});

test('finds by name, nickname and kind, whatever the accents', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.transferButton.click();
  for (const [query, name] of [
    ['bia', 'Bianca Okafor'],
    ['captain', 'Hugo Lefèvre'],
    ['lefevre', 'Hugo Lefèvre'],
    ['yildiz', 'Elif Yıldız'],
    ['refunds', 'Refunds'],
    ['routing', 'Priority routing'],
  ] as const) {
    await ana.search.fill(query);
    await expect(ana.team.getByRole('row', { name: new RegExp(`^${name}`) })).toBeVisible();
  }
  await ana.search.fill('nobody of that name');
  await expect(ana.team).toContainText('No results for “nobody of that name”');
});

test('the type filter narrows the list', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.transferButton.click();
  await ana.team.getByRole('radio', { name: 'Queues' }).click();
  await expect(ana.team.getByRole('row', { name: /^Delivery/ })).toBeVisible();
  await expect(ana.team.getByRole('row', { name: /^Chen Wei/ })).toHaveCount(0);
});

const unavailable = [
  ['Farid Nasser', 'Farid Nasser is offline'],
  ['David Lindqvist', 'David Lindqvist is not ready'],
  ['Hugo Lefèvre', 'Hugo Lefèvre does not take SMS right now'],
  ['Night team', 'No other agents are signed in to Night team'],
] as const;

for (const [name, reason] of unavailable) {
  test(`a target that cannot take it says why: ${reason}`, async ({ world }) => {
    const ana = await world.open('ana');
    const menu = await ana.openActionMenu(name);
    const item = menu.getByRole('menuitem', { name: /^SMS transfer/i });
    await expect(item).toHaveAttribute('aria-disabled', 'true');
    await expect(item).toContainText(reason);
    await clickDisabled(item);
    await expect(ana.banner('Waiting for')).toHaveCount(0);
  });
}

test('agents do not find themselves as a target', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.transferButton.click();
  await ana.search.fill('Ana Ruiz');
  await expect(ana.team).toContainText('No results for “Ana Ruiz”');
});

const presences = [
  ['Bianca Okafor', 'Offline'],
  ['Chen Wei', 'Ready'],
  ['David Lindqvist', 'Not Ready (lunch)'],
  ['Elif Yıldız', 'Busy'],
  ['Grace Kim', 'After-call work'],
  ['Hugo Lefèvre', 'Ready, not for SMS'],
  ['Inês Carvalho', 'Status unknown'],
] as const;

test('every agent is shown with their presence, available or not', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.transferButton.click();
  for (const [name, presence] of presences) {
    await ana.search.fill(name);
    const row = ana.team.getByRole('row', { name: new RegExp(`^${name}`) });
    await expect(row).toHaveAccessibleName(new RegExp(`, Agent, ${presence.replace(/[()]/g, '\\$&')}`));
  }
});

test('who was chosen last comes first under Recent', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.transferTo('Chen Wei');
  await ana.page.getByRole('button', { name: 'Cancel transfer' }).click();
  await expect(ana.banner('Transfer cancelled')).toBeVisible();
  await ana.page.reload();
  await ana.ready();
  await ana.transferButton.click();
  const headings = ana.team.getByText(/^(Favourites|Recent|Everyone|Not available · \d+)$/);
  await expect(headings).toHaveText(['Favourites', 'Recent', /^Not available/]);
  // Two favourites stand before the recent ones.
  await expect(
    ana.team.getByRole('row', { name: /, (Agent|Queue|Skill|Routing point|Agent group)/ }).nth(2),
  ).toHaveAccessibleName(/^Chen Wei/);
});

test('favourites are kept', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.transferButton.click();
  await ana.search.fill('chen');
  // What is found comes in place of what stood there.
  await expect(ana.team.getByText('1 result', { exact: true })).toBeVisible();
  const star = ana.team.getByRole('button', { name: 'Favourite Chen Wei' });
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await ana.page.reload();
  await ana.ready();
  await ana.transferButton.click();
  await ana.search.fill('chen');
  await expect(ana.team.getByRole('button', { name: 'Favourite Chen Wei' })).toHaveAttribute('aria-pressed', 'true');
});

test('the Action Menu stands beside its button, also when results arrive under it', async ({ world }) => {
  const ana = await world.open('ana');
  const menu = await ana.openActionMenu('Hugo Lefèvre');
  await expect(ana.team.getByRole('row')).toHaveCount(1);
  await expect(async () => {
    const button = await ana.page.getByRole('button', { name: 'Actions for Hugo Lefèvre' }).boundingBox();
    const box = await menu.boundingBox();
    expect(Math.abs((box?.y ?? 0) - (button?.y ?? 0) - (button?.height ?? 0))).toBeLessThan(8);
  }).toPass();
});
