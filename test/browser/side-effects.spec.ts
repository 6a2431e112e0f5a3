import type { Page } from '@playwright/test';
import { footprint, recordFootprint } from './support/footprint';
import type { Footprint } from './support/footprint';
import { expect, test } from './support/host-pages';

/**
 * What is left in a page by design, see docs/behaviour/host-page.md. Names end in numbers of the build or of the page.
 */
const left = {
  globals: [
    /^document\._reactListening\w+$/,
    /^window\.webpackChunkbaton_(?:notifications|sms_window|team_communicator)_\w+$/,
  ],
  listeners: ['HTMLDocument selectionchange'],
};
/** What stays besides while an agent is signed in and no module is mounted. */
const connected = {
  listeners: [
    ...['HTMLDocument freeze', 'HTMLDocument resume', 'HTMLDocument visibilitychange', 'window offline'],
    ...['window online', 'window online', 'window pagehide', 'window pagehide', 'window pageshow', 'window pageshow'],
    ...['window storage', 'window storage', 'window storage'],
  ],
  body: ['DIV# status', 'DIV# alert'],
};

/** Leaves out, once each, what Playwright itself listens to from its first click on. */
function withoutPointer(listeners: readonly string[]): string[] {
  const pointer = new Set(
    [
      ...['__playwright_global_listeners_check__', 'auxclick', 'click', 'contextmenu', 'dblclick'],
      ...['mousedown', 'mousemove', 'mouseup', 'pointerdown', 'pointerup', 'touchcancel', 'touchend', 'touchstart'],
    ].map((type) => `window ${type}`),
  );
  return listeners.filter((name) => !pointer.delete(name));
}

test('modules change nothing outside of their places, in use and after', async ({ hosts }) => {
  const ana = await hosts.open('clean', 'ana');
  const page = await hosts.visit('clean', recordFootprint);
  const before = await footprint(page);
  const bianca = await hosts.enter(page, 'bianca');

  await test.step('in use', async () => {
    await ana.transferTo('Bianca Okafor');
    await expect(bianca.preview).toBeVisible();
    expect(await page.evaluate(() => window.host.counts)).toEqual({ incoming: 1, unread: 0, waiting: 0 });
    await bianca.messages();
    await expectSamePage(page, before);
    await bianca.answer('Accept');
    await expect(bianca.composer).toBeVisible();
    await bianca.openActionMenu('Ana Ruiz');
    await expectSamePage(page, before);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await expectSamePage(page, before);
  });

  await test.step('unmounted', async () => {
    await page.evaluate(() => window.host.unmount());
    const after = await expectSamePage(page, before);
    expect(after.page.focus).toBe('BODY');
    expect(withoutPointer(after.listeners)).toEqual(
      [...before.listeners, ...left.listeners, ...connected.listeners].toSorted(),
    );
    // The live regions have gone with the dialog if they spoke in it; they come back when there is something to say.
    expect([before.page.body, [...before.page.body, ...connected.body]]).toContainEqual(after.page.body);
  });

  await test.step('closed', async () => {
    await page.evaluate(() => window.host.close());
    const after = await expectSamePage(page, before);
    expect(withoutPointer(after.listeners)).toEqual([...before.listeners, ...left.listeners]);
    // What stays: what the agent has seen of the conversation, which is still open, and the mark by which windows learn
    // of a sign-out.
    const stays = ['baton.bianca.seen.sms-1001', 'baton.bianca.signedOut'];
    expect(after.page).toEqual({ ...before.page, storage: [...before.page.storage, ...stays] });
    expect(
      added(after.globals, before.globals).filter((name) => !left.globals.some((pattern) => pattern.test(name))),
    ).toEqual([]);
    // single-spa lets its own run out: four seconds at most.
    await expect.poll(async () => (await footprint(page)).timers).toEqual([]);
  });
});

/** Nothing of the host has changed: looks, attributes, title, address, history, head. */
async function expectSamePage(visited: Page, before: Footprint): Promise<Footprint> {
  // Code on its way has a script in the head until it is there.
  await expect.poll(async () => (await footprint(visited)).styles.map(elementOf)).toEqual(before.styles.map(elementOf));
  const after = await footprint(visited);
  const { styles, page } = after;
  expect(added(styles, before.styles)).toEqual([]);
  const { body: _body, focus: _focus, storage: _storage, ...rest } = page;
  expect(before.page).toMatchObject(rest);
  return after;
}

const elementOf = (style: string) => style.slice(0, style.indexOf(' '));

function added(after: readonly string[], before: readonly string[]): string[] {
  return after.filter((entry) => !before.includes(entry));
}
