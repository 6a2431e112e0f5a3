import { expect, test } from './support/world';

test.use({ scenario: 'long-history' });

/** The messages that are loaded at first. */
const count = 51;

test('the whole conversation is printed, without what only a screen has a use for', async ({ world }) => {
  const ana = await world.open('ana');
  const { page, transcript } = ana;
  const messages = transcript.getByRole('listitem');
  // A screen full is there at once; the rest follows.
  await expect(messages).toHaveCount(count);
  const length = await transcript.evaluate((log) => log.scrollHeight);
  expect(length).toBeGreaterThan(1200);

  await page.emulateMedia({ media: 'print' });
  // Nothing is cut off: neither by the log nor by anything it stands in, and the page is as long as what it says.
  const { hidden, pageHeight, end, starts } = await transcript.evaluate((log) => {
    const rows = [...log.querySelectorAll('li')].map((row) => row.getBoundingClientRect());
    const { bottom } = log.getBoundingClientRect();
    return {
      hidden: log.scrollHeight - log.clientHeight,
      pageHeight: document.documentElement.scrollHeight,
      end: bottom + window.scrollY,
      starts: rows.filter(({ height, top }) => height > 0 && top + window.scrollY >= 0).length,
    };
  });
  expect(hidden).toBe(0);
  expect(starts).toBe(count);
  expect(end).toBeGreaterThan(1000);
  expect(pageHeight).toBeGreaterThanOrEqual(Math.floor(end));
  await expect(ana.composer).toBeHidden();
  await expect(ana.incoming).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(ana.window('Sam Carter').or(page.getByRole('main').getByRole('heading')).first()).toBeVisible();
});
