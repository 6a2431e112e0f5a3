import type { Page } from '@playwright/test';
import { openHeap } from './support/heap';
import type { Heap } from './support/heap';
import { expect, test } from './support/host-pages';

/** How often everything is mounted and unmounted: a thousand times with `npm run test:leaks`. */
const cycles = Number(process.env.BATON_LEAK_CYCLES ?? 25);
/** Until all code has run often enough for the browser to have made of it what it makes of it. */
const warmUp = 20;
/** How many objects of a kind a page may make once for all cycles: a message channel, the words in a live region. */
const onceInAPage = 6;
/** An offer stands 30 seconds: after so many it is made anew. */
const atOnce = 10;
/** What each of them adds to the conversation and to My Messages, in bytes, at most. */
const ofAnInvitation = 1000;
/** How many bytes scripts may hold more at one look than at another. */
const breath = 20_000;

// What a trace keeps would be counted.
test.use({ trace: 'off' });

test(`mounting ${cycles} times with a menu open and an invitation pending leaves nothing behind`, async ({ hosts }) => {
  test.setTimeout(60_000 + cycles * 2000);
  const ana = await hosts.open('clean', 'ana');
  const bianca = await hosts.open('clean', 'bianca');
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toBeVisible();
  const pages = [ana.page, bianca.page] as const;
  const heaps = await Promise.all(pages.map(openHeap));
  for (const page of pages) await page.evaluate(() => window.host.unmount());

  await repeat(pages, warmUp);
  const before: Heap[] = [];
  for (const heap of heaps) before.push(await heap());
  await repeat(pages, cycles);

  for (const [index, heap] of heaps.entries()) {
    const then = before[index];
    if (then === undefined) throw new Error('There is one heap for each page.');
    const now = await heap();
    console.log(
      `${cycles} cycles: ${JSON.stringify(now.page)} ${JSON.stringify(now.language)}, heap ${then.bytes} → ${now.bytes} bytes`,
    );
    // What a page makes once, and late on a busy machine, may come in between; a cycle that left one object behind would be far above.
    for (const [name, count] of Object.entries(now.page))
      expect(count - (then.page[name] ?? 0), name).toBeLessThan(onceInAPage);
    for (const [name, count] of Object.entries(now.language))
      expect(count, name).toBeLessThan((then.language[name] ?? 0) + cycles / 4);
    expect(now.bytes - then.bytes, 'bytes').toBeLessThan(breath + (cycles / atOnce) * ofAnInvitation);
  }
});

async function repeat([sender, receiver]: readonly [Page, Page], times: number): Promise<void> {
  for (let done = 0; done < times; done += atOnce) {
    await sender.evaluate(inviteAnew);
    const count = Math.min(atOnce, times - done);
    await Promise.all([
      sender.evaluate(mountAndUnmount, { count, place: 'sms', part: 'banner-information' }),
      receiver.evaluate(mountAndUnmount, { count, place: 'incoming', part: 'card' }),
    ]);
  }
  // What was said last is still in the page for some seconds.
  for (const page of [sender, receiver]) await expect(page.locator('[data-baton-announcer]')).toHaveText(['', '']);
}

/** Takes the transfer back and starts it again. Runs in the page. */
async function inviteAnew(): Promise<void> {
  const context = window.host.baton?.context;
  if (context === undefined) throw new Error('Nobody has signed in.');
  const { desktop, commands } = context;
  const latest = () => Object.values(desktop.getState().shownTransfers)[0];
  const transfer = latest();
  if (transfer === undefined) throw new Error('There was no transfer.');
  if (transfer.state === 'pending') await commands.cancelTransfer({ transferId: transfer.id });
  await until(() => latest()?.state !== 'pending');
  const { kind } = transfer.target;
  if (kind !== 'agent') throw new Error('The transfer was not to an agent.');
  await commands.startTransfer({ interactionId: transfer.interactionId, target: { ...transfer.target, kind } });
  await until(() => latest()?.state === 'pending');

  function until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const stop = desktop.subscribe(check);
      check();
      function check() {
        if (!holds()) return;
        queueMicrotask(() => stop());
        resolve();
      }
    });
  }
}

/** Mounts everything, opens a menu, waits for `part` and unmounts, over and over. Runs in the page. */
async function mountAndUnmount({ count, place, part }: { count: number; place: string; part: string }): Promise<void> {
  for (let time = 0; time < count; time += 1) {
    await window.host.mount();
    await window.host.baton?.context.bus.request('team.open', {});
    await shown(place, part);
    (await shown('team', 'actions')).click();
    await shown('team', 'menu');
    await window.host.unmount();
  }

  function shown(where: string, name: string): Promise<HTMLElement> {
    const root = document.querySelector(`#${where} [data-baton-module]`)?.shadowRoot;
    if (!root) throw new Error(`Nothing is mounted in #${where}.`);
    return new Promise((resolve) => {
      const observer = new MutationObserver(look);
      observer.observe(root, { subtree: true, childList: true, attributeFilter: ['part'] });
      look();
      function look() {
        const found = root?.querySelector<HTMLElement>(`[part~="${name}"]`);
        if (!found) return;
        observer.disconnect();
        resolve(found);
      }
    });
  }
}
