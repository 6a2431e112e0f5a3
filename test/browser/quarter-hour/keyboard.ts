import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { Random } from '@baton/contracts';
import type { Hands } from './agent';
import { until } from './desk';
import type { Desk } from './desk';

/** How long a card has had its place before a key answers it, in milliseconds. */
const readingMs = 700;

const keys = { Accept: 'Alt+Shift+A', Reject: 'Alt+Shift+R', 'Give me more time': 'Alt+Shift+M' } as const;

/** Hands on a keyboard: they go where announcements call them, and press nothing but keys. */
export class KeyboardHands implements Hands {
  /** How many announcements have been thought about. */
  #heard = 0;
  /** Customers of whom an announcement says that they have written. */
  readonly #calls = new Set<string>();
  /** Somebody waits of whom no announcement has said the name. */
  #somebodyWaits = true;
  #offersWait = false;

  constructor(
    readonly desk: Desk,
    readonly random: Random,
  ) {}

  async offers(): Promise<string[]> {
    this.#listen();
    if (!this.#offersWait) return [];
    const offers = await this.desk.offers();
    this.#offersWait = offers.length > 0;
    return offers;
  }

  async turnToNext(): Promise<string | undefined> {
    this.#listen();
    const [called] = this.#calls;
    if (called !== undefined) {
      await this.open(called);
      return called;
    }
    if (!this.#somebodyWaits) return undefined;
    const before = await this.desk.front();
    const heard = this.desk.announcements.length;
    await this.desk.page.keyboard.press('Alt+Shift+W');
    const isNobody = () => this.desk.heardAfter(heard).some(({ text }) => text === 'No other customer is waiting');
    await until('Alt+Shift+W opens a conversation, or says that nobody waits', async () => {
      await this.desk.notice();
      return isNobody() || (await this.desk.front()) !== before;
    });
    this.#somebodyWaits = !isNobody();
    // The one in front may wait as well.
    return this.desk.front();
  }

  async open(customer: string): Promise<void> {
    this.#calls.delete(customer);
    if ((await this.desk.front()) === customer) return;
    if (this.random.next() < 0.5) await this.#openByList(customer);
    else await this.#openByTurns(customer);
  }

  async compose(customer: string): Promise<void> {
    const composer = this.desk.composer(customer);
    if (!(await isFocused(composer))) await this.desk.page.keyboard.press('Alt+Shift+E');
    await expect(composer).toBeFocused();
  }

  async send(): Promise<void> {
    await this.desk.page.keyboard.press('Enter');
    await expect(this.desk.desktop.composer, 'the composer keeps the focus').toBeFocused();
  }

  async handOver(customer: string, target: string): Promise<void> {
    const { desktop, page } = this.desk;
    await page.keyboard.press('Alt+Shift+T');
    await expect(desktop.search).toBeFocused();
    await page.keyboard.type(target);
    await this.desk.pass(readingMs);
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu', { name: `Actions for ${target}` });
    await expect(menu).toContainText(customer);
    await expect(menu.getByRole('menuitem', { name: /^SMS transfer/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(this.desk.composer(customer)).toBeFocused();
  }

  async press(button: keyof typeof keys, customer: string): Promise<void> {
    if ((await this.desk.card()) !== customer) await this.#show(customer);
    await this.desk.pass(readingMs);
    await expect(this.desk.desktop.preview).toContainText(customer);
    await this.desk.page.keyboard.press(keys[button]);
    if (button === 'Accept') this.#calls.add(customer);
  }

  async dismiss(): Promise<void> {
    await this.#tabTo('Dismiss: ');
    await this.desk.page.keyboard.press('Enter');
  }

  #listen(): void {
    for (const { text } of this.desk.heardAfter(this.#heard)) {
      const [, writer] = /^(?:New message|\d+ new messages) from (.+)$/.exec(text) ?? [];
      const [, sender] = /^(.+?), \d\d:\d\d: /.exec(text) ?? [];
      const called = this.desk.customers.find((name) => name === writer || name === sender);
      if (called !== undefined) this.#calls.add(called);
      if (/^New messages in \d+ conversations/.test(text)) this.#somebodyWaits = true;
      if (/^(SMS transfer from|New SMS from)/.test(text)) this.#offersWait = true;
    }
    this.#heard = this.desk.announcements.length;
  }

  /** From region to region to the list, and down it. */
  async #openByList(customer: string): Promise<void> {
    const { keyboard } = this.desk.page;
    const { rail } = this.desk.desktop;
    const isBefore = async () => (await this.desk.page.locator(':focus').filter({ has: rail }).count()) > 0;
    const isIn = async () => (await rail.getByRole('list').locator(':focus').count()) > 0;
    for (let press = 0; press < 8 && !(await isBefore()) && !(await isIn()); press += 1) await keyboard.press('F6');
    for (let press = 0; press < 2 && !(await isIn()); press += 1) await keyboard.press('Tab');
    await keyboard.press('Home');
    const row = this.desk.row(customer);
    for (let press = 0; press < 20 && !(await isFocused(row)); press += 1) await keyboard.press('ArrowDown');
    await expect(row).toBeFocused();
    await keyboard.press('Enter');
    await until(`${customer} is in front after Enter in the list`, async () => (await this.desk.front()) === customer);
  }

  /** From conversation to conversation. */
  async #openByTurns(customer: string): Promise<void> {
    const key = this.random.next() < 0.5 ? 'Alt+Shift+J' : 'Alt+Shift+K';
    for (let press = 0; press < 20; press += 1) {
      const before = await this.desk.front();
      if (before === customer) return;
      await this.desk.page.keyboard.press(key);
      await until(`${key} opens another conversation`, async () => (await this.desk.front()) !== before);
    }
    expect(await this.desk.front(), `${key} comes to every conversation`).toBe(customer);
  }

  /** Gives an invitation the card. */
  async #show(customer: string): Promise<void> {
    await this.desk.page.keyboard.press('Alt+Shift+I');
    await this.#tabTo('Show: ', customer);
    await this.desk.page.keyboard.press('Enter');
    await expect(this.desk.desktop.preview).toContainText(customer);
  }

  /** Presses Tab until a button whose name begins so has the focus. */
  async #tabTo(beginning: string, customer = ''): Promise<void> {
    const button = this.desk.page.getByRole('button', { name: new RegExp(`^${beginning}.*${customer}`) });
    for (let press = 0; press < 20 && !(await isFocused(button)); press += 1)
      await this.desk.page.keyboard.press('Shift+Tab');
    await expect(button).toBeFocused();
  }
}

async function isFocused(target: Locator): Promise<boolean> {
  return (await target.and(target.page().locator(':focus')).count()) > 0;
}
