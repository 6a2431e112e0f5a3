import { expect, test } from './support/world';

test.describe('after-call work', () => {
  test('is shown to the agent as to colleagues, and one click ends it', async ({ world }) => {
    const ana = await world.open('ana');
    const bianca = await world.open('bianca');
    const chip = (status: string) => ana.page.getByRole('button', { name: `Ana Ruiz: ${status}` });
    await bianca.page.getByRole('button', { name: 'Find a colleague' }).click();
    await bianca.search.fill('Ana Ruiz');
    const row = bianca.team.getByRole('row', { name: /^Ana Ruiz/ }).first();
    await expect(row).toHaveAccessibleName(/Ready/);
    await ana.page.getByRole('button', { name: 'End', exact: true }).click();
    await ana.page.getByRole('button', { name: 'End conversation' }).click();
    await expect(chip('After-call work')).toBeVisible();
    await expect(ana.page.getByText('Go ready for SMS to receive new ones.')).toBeVisible();
    await expect(row).toHaveAccessibleName(/After-call work/);

    await chip('After-call work').click();
    await ana.page.getByRole('button', { name: 'Go ready for SMS' }).click();
    await expect(chip('Ready for SMS')).toBeFocused();
    await expect(ana.page.getByText('New conversations will appear here.').first()).toBeVisible();
  });

  test('ends by itself', async ({ world }) => {
    const ana = await world.open('ana');
    await ana.page.getByRole('button', { name: 'End', exact: true }).click();
    await ana.page.getByRole('button', { name: 'End conversation' }).click();
    await expect(ana.page.getByRole('button', { name: 'Ana Ruiz: After-call work' })).toBeVisible();
    await world.advance(15_000);
    await expect(ana.page.getByRole('button', { name: 'Ana Ruiz: Ready for SMS' })).toBeVisible();
  });
});

test.describe('the connection is lost', () => {
  test.use({ scenario: 'connection-lost' });

  test('the own status is not known, and known again afterwards', async ({ world }) => {
    const ana = await world.open('ana');
    const chip = (status: string) => ana.page.getByRole('button', { name: `Ana Ruiz: ${status}` });
    await expect(chip('Ready for SMS')).toBeVisible();
    await world.advance(20_000);
    await expect(chip('Status unknown')).toBeVisible();
    await chip('Status unknown').click();
    await expect(ana.page.getByRole('button', { name: 'Go ready for SMS' })).toHaveAccessibleDescription(
      'Not possible while the connection is lost',
    );
    await world.advance(20_000);
    await expect(chip('Ready for SMS')).toBeVisible({ timeout: 20_000 });
  });
});

test.describe('a contact centre that sets agents Not Ready', () => {
  test.use({ scenario: 'missed-sets-not-ready' });

  test('K7-4 tells who has missed an invitation, and one click leads back', async ({ world }) => {
    const bianca = await world.open('bianca');
    await world.advance(2000);
    await expect(bianca.preview).toBeVisible();
    await world.advance(30_000);
    const told = bianca.page.getByRole('group', {
      name: 'Warning: The contact centre set you to Not Ready (missed invitation)',
    });
    await expect(told).toBeVisible();
    await expect(
      bianca.page.getByRole('button', { name: 'Bianca Okafor: Not Ready (missed invitation)' }),
    ).toBeVisible();
    await told.getByRole('button', { name: 'Go ready for SMS' }).click();
    const chip = bianca.page.getByRole('button', { name: 'Bianca Okafor: Ready for SMS' });
    await expect(chip).toBeFocused();
    await expect(told).toHaveCount(0);
  });
});
