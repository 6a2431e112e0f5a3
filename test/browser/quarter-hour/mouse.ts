import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { Random } from '@baton/contracts';
import type { Hands } from './agent';
import { until } from './desk';
import type { Desk } from './desk';

/** How long a card has stood before a hand is on its button, in milliseconds. */
const readingMs = 700;

/** Hands on a mouse: they press the middle of what is seen, and use the keyboard for writing only. */
export class MouseHands implements Hands {
  constructor(
    readonly desk: Desk,
    readonly random: Random,
  ) {}

  offers(): Promise<string[]> {
    return this.desk.offers();
  }

  async turnToNext(): Promise<string | undefined> {
    const waiting = (await this.desk.rows()).filter(({ needsAgent }) => needsAgent).slice(0, 3);
    const next = waiting[Math.floor(this.random.next() * waiting.length)];
    if (next === undefined) return undefined;
    await this.open(next.customer);
    return next.customer;
  }

  async open(customer: string): Promise<void> {
    if ((await this.desk.front()) === customer) return;
    await this.#press(this.desk.row(customer), this.desk.desktop.rail);
    await until(
      `${customer} is in front after a press on the entry`,
      async () => (await this.desk.front()) === customer,
    );
  }

  async compose(customer: string): Promise<void> {
    await this.#press(this.desk.composer(customer));
    await expect(this.desk.composer(customer)).toBeFocused();
  }

  send(): Promise<void> {
    return this.#press(this.desk.page.getByRole('button', { name: 'Send', exact: true }));
  }

  async handOver(customer: string, target: string): Promise<void> {
    const { desktop, page } = this.desk;
    await this.#press(desktop.transferButton);
    await expect(desktop.search).toBeFocused();
    await page.keyboard.type(target);
    await this.desk.pass(readingMs);
    await this.#press(page.getByRole('button', { name: `Actions for ${target}` }));
    const menu = page.getByRole('menu', { name: `Actions for ${target}` });
    await expect(menu).toContainText(customer);
    await this.#press(menu.getByRole('menuitem', { name: /^SMS transfer/ }));
    await expect(desktop.banner(`Information: Waiting for `)).toBeVisible();
  }

  async press(button: 'Accept' | 'Reject' | 'Give me more time', customer: string): Promise<void> {
    const { incoming, preview } = this.desk.desktop;
    await this.desk.pass(readingMs);
    if ((await this.desk.card()) !== customer) {
      await this.#press(this.desk.offerButton(button === 'Accept' ? 'Accept' : 'Show', customer), incoming);
      if (button === 'Accept') return;
      await expect(preview).toContainText(customer);
      await this.desk.pass(readingMs);
    }
    await this.#press(preview.getByRole('button', { name: button, exact: true }), incoming);
  }

  dismiss(): Promise<void> {
    return this.#press(this.desk.problem().getByRole('button', { name: /^Dismiss/ }));
  }

  /** Moves to the middle of what is seen, lets a moment pass, and presses where it then is. */
  async #press(target: Locator, scroller?: Locator): Promise<void> {
    const { mouse } = this.desk.page;
    if (scroller) await this.#scrollTo(target, scroller);
    let aim = await middleOf(target);
    await mouse.move(aim.x, aim.y);
    for (let look = 0; look < 5; look += 1) {
      await this.desk.pass(100 + this.random.next() * 500);
      const now = await middleOf(target);
      if (now.x === aim.x && now.y === aim.y) break;
      // It has gone elsewhere meanwhile: the hand follows.
      aim = now;
      await mouse.move(aim.x, aim.y);
    }
    await mouse.down();
    await mouse.up();
  }

  /** Turns the wheel over a place until something in it is in sight. */
  async #scrollTo(target: Locator, scroller: Locator): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) {
      const place = await boxOf(scroller);
      const box = await boxOf(target);
      const bottom = Math.min(place.y + place.height, this.desk.page.viewportSize()?.height ?? Infinity);
      const beyond = Math.max(0, box.y + box.height - bottom) - Math.max(0, place.y - box.y);
      if (beyond === 0) return;
      await this.desk.page.mouse.move(place.x + place.width / 2, (place.y + bottom) / 2);
      await this.desk.page.mouse.wheel(0, beyond);
      await this.desk.pass(200);
    }
  }
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxOf(target);
  return { x: x + width / 2, y: y + height / 2 };
}

async function boxOf(target: Locator) {
  await target.waitFor();
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${String(target)} takes no room.`);
  return box;
}
