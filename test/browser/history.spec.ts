import { axeViolations } from './support/accessibility';
import { fitsSideways } from './support/fits';
import { expect, test } from './support/world';

test('K2-9 what the customer wrote before is a press away, by pointer and by keyboard', async ({ world }) => {
  const ana = await world.open('ana');
  const details = ana.page.getByRole('group', { name: 'Details' });
  const invoice = details.getByRole('button', { name: /^My invoice went to an old address/ });
  await invoice.click();
  await expect(details.getByText('It is on its way. Anything else?')).toBeVisible();
  await expect(details.getByText(/^Has moved\./)).toBeVisible();
  expect(await axeViolations(ana.page)).toEqual([]);
  await ana.page.keyboard.press('Enter');
  await expect(details.getByText('It is on its way. Anything else?')).toBeHidden();
  await expect(invoice).toBeFocused();
});

test('K2-8 a note goes with the conversation to whoever takes it over', async ({ world }) => {
  const [ana, bianca] = [await world.open('ana'), await world.open('bianca')];
  const note = (desktop: typeof ana) => desktop.page.getByRole('textbox', { name: 'Note', exact: true });
  await note(ana).click();
  await ana.page.keyboard.type('Wants the refund on another card.');
  // Nothing more is pressed: the hand-over begins before the pause is over.
  await ana.transferTo('Bianca Okafor');
  await bianca.answer('Accept');
  await expect(note(bianca)).toHaveValue('Wants the refund on another card.');
});

test('K2-8 a note is kept when the page is loaded anew in the middle of it', async ({ world }) => {
  const ana = await world.open('ana');
  const note = ana.page.getByRole('textbox', { name: 'Note', exact: true });
  await note.click();
  await ana.page.keyboard.type('Call back on Monday');
  await ana.page.reload();
  await expect(note).toHaveValue('Call back on Monday');
});

test.describe('at 320 px, right to left', () => {
  test.use({ viewport: { width: 320, height: 720 } });

  test('K2-9 texts of the last 24 hours come above what is read, and move nothing', async ({ world }) => {
    const page = await world.visit('/?at=last-day&agent=ana&panel=0&dir=rtl');
    const morning = page.getByText('There are two payments on my card.');
    await expect(morning).toBeAttached();
    // Where the page scrolls, a conversation begins at its top: what is read there stays in sight.
    await expect(page.getByText(/^Hi, I was charged twice/)).toBeInViewport();
    await morning.scrollIntoViewIfNeeded();
    await expect(morning).toBeInViewport();
    expect(await axeViolations(page)).toEqual([]);
    await fitsSideways(page, 'texts of the last 24 hours');
  });
});
