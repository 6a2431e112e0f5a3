import { expect, test } from './support/world';

test.describe('after-call work', () => {
  test('is shown to the agent as to colleagues, and one click ends it', async ({ world }) => {
    const ana = await world.open('ana');
    const bianca = await world.open('bianca');
    const chip = (status: string) => ana.page.getByRole('button', { name: `Ana Ruiz: ${status}` });
    await bianca.page.getByRole('button', { name: 'Team Communicator' }).click();
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
