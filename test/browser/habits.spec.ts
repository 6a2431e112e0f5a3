import { expect, test } from './support/world';
import type { Desktop } from './support/desktop';
import { read } from './support/pointer';

/** What agents do by habit, because other programs in the browser let them: reload, undo, scroll, copy, drop. */

const talkTo = (desktop: Desktop, contact: RegExp) => desktop.rail.getByRole('button', { name: contact }).click();

test.describe('with several conversations', () => {
  test.use({ scenario: 'busy-agent' });

  test('a reload leaves the same conversation in front, with what was typed', async ({ world }) => {
    const ana = await world.open('ana');
    await talkTo(ana, /Priya Nair/);
    await ana.page.keyboard.type('It was sent on');
    await ana.page.reload();
    await expect(ana.window('Priya Nair')).toBeVisible();
    await expect(ana.composer).toHaveValue('It was sent on');
    await expect(ana.composer).not.toBeFocused();
  });

  test('two windows each keep their own conversation in front', async ({ world }) => {
    const first = await world.open('ana');
    const second = await world.open('ana');
    await talkTo(first, /Priya Nair/);
    await talkTo(second, /Sam Carter/);
    for (const { page } of [first, second]) await page.reload();
    await expect(first.window('Priya Nair')).toBeVisible();
    await expect(second.window('Sam Carter')).toBeVisible();
  });
});

test.describe('in a long conversation', () => {
  test.use({ scenario: 'long-history' });

  test('the agent finds it where they left it, and what has come since below', async ({ world }) => {
    const ana = await world.open('ana');
    await talkTo(ana, /Greta Lindholm/);
    const text = ana.transcript.getByText(/^277: /);
    await expect(ana.transcript.getByText(/^300: /)).toBeInViewport();
    await ana.transcript.hover();
    await expect(async () => {
      await ana.page.mouse.wheel(0, -300);
      await expect(text).toBeInViewport({ timeout: 300 });
    }).toPass();
    // A turn of the wheel takes its time.
    await read(text);
    const before = await text.boundingBox();
    await talkTo(ana, /Sam Carter/);
    await world.control('customer-writes', { interactionId: 'sms-132', text: 'Are you there?' });
    await talkTo(ana, /Greta Lindholm/);
    await read(text);
    expect(Math.abs(((await text.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
    await ana.page.getByRole('button', { name: '1 new message' }).click();
    await expect(ana.transcript.getByText('Are you there?')).toBeInViewport();

    await talkTo(ana, /Sam Carter/);
    await talkTo(ana, /Greta Lindholm/);
    await expect(ana.transcript.getByText('Are you there?')).toBeInViewport();
  });

  test('what is copied is what was seen', async ({ world }) => {
    const ana = await world.open('ana');
    await talkTo(ana, /Greta Lindholm/);
    const from = await ana.transcript.getByText(/^298: /).boundingBox();
    const to = await ana.transcript.getByText(/^299: /).boundingBox();
    if (!from || !to) throw new Error('The two texts are not on screen.');
    const { mouse } = ana.page;
    await mouse.move(from.x + 1, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(to.x + to.width - 1, to.y + to.height / 2, { steps: 5 });
    await mouse.up();
    const copied = await ana.page.evaluate(() => String(getSelection()));
    expect(copied.split(/\n+/)).toEqual([
      '298: parcel 298 has not come either.',
      '299: parcel 299 has not come either.',
    ]);
  });
});

test('undo takes back what was typed in a few steps, not letter by letter', async ({ world }) => {
  const ana = await world.open('ana');
  // Chromium begins a new step whenever the page around the field changes, as while the desktop starts.
  await expect(ana.page.getByRole('group', { name: 'Earlier conversations' })).toBeVisible();
  await ana.composer.click();
  await ana.page.keyboard.type('It was sent on Tuesday');
  for (let press = 0; press < 5; press += 1) await ana.page.keyboard.press('Control+z');
  await expect(ana.composer).toHaveValue('');
  for (let press = 0; press < 5; press += 1) await ana.page.keyboard.press('Control+Shift+z');
  await expect(ana.composer).toHaveValue('It was sent on Tuesday');
});

test('undo brings nothing back that was sent or belongs to another customer', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.composer.click();
  await ana.page.keyboard.type('It was sent on Tuesday');
  await ana.page.keyboard.press('Enter');
  await expect(ana.composer).toHaveValue('');
  await ana.page.keyboard.press('Control+z');
  await expect(ana.composer).toHaveValue('');
});

test('what is typed after a press in the transcript is written to its customer', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.composer.click();
  await ana.page.keyboard.type('Yes, ');
  await ana.transcript.getByText('Are you still there?').dblclick();
  await ana.page.keyboard.type('I am here');
  await expect(ana.composer).toHaveValue('Yes, I am here');
  await expect(ana.composer).toBeFocused();
});

for (const { what, types, onText } of [
  { what: 'a file', types: { Files: 'photo.png' }, onText: 'refused' },
  { what: 'a link', types: { 'text/uri-list': 'https://example.com/' }, onText: 'taken' },
] as const) {
  test(`${what} that is dropped on the desktop does not open in its place`, async ({ world }) => {
    const ana = await world.open('ana');
    const places = {
      composer: ana.composer,
      transcript: ana.transcript,
      rail: ana.rail,
      body: ana.page.locator('body'),
    };
    for (const [name, place] of Object.entries(places)) {
      const refused = await place.evaluate((element, kinds) => {
        const dataTransfer = new DataTransfer();
        for (const [type, value] of Object.entries(kinds))
          if (type === 'Files') dataTransfer.items.add(new File([''], value));
          else dataTransfer.setData(type, value);
        return ['dragover', 'drop'].map((event) => {
          const init = { bubbles: true, composed: true, cancelable: true, dataTransfer };
          return !element.dispatchEvent(new DragEvent(event, init));
        });
      }, types);
      const right = name !== 'composer' || onText === 'refused';
      expect(refused, name).toEqual([right, right]);
    }
  });
}
