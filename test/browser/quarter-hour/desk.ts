import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { Desktop } from '../support/desktop';
import type { Centre } from './centre';
import { referencesIn } from './day';

/** An entry of the list of conversations. */
export interface Row {
  customer: string;
  /** It says that the customer waits, has written or has a draft. */
  needsAgent: boolean;
}

/** A text in the transcript in front. */
export interface Said {
  by: 'customer' | 'agent';
  text: string;
}

export interface Announcement {
  at: number;
  text: string;
}

/** All that an agent sees and hears of a desktop: roles, names, and what live regions say. */
export class Desk {
  readonly announcements: Announcement[] = [];
  /** Which conversations were in front, and since when. */
  readonly fronts: { at: number; customer: string | undefined }[] = [];

  constructor(
    readonly desktop: Desktop,
    readonly centre: Centre,
    readonly customers: readonly string[],
  ) {}

  get page() {
    return this.desktop.page;
  }

  /** Lets time pass, and looks up and listens afterwards. */
  async pass(ms: number): Promise<void> {
    await this.centre.pass(ms);
    await this.notice();
  }

  async notice(): Promise<void> {
    const at = this.centre.elapsedMs;
    const [heard, customer] = await Promise.all([this.page.evaluate(() => window.takeHeard()), this.front()]);
    this.announcements.push(...heard.map((text) => ({ at, text })));
    this.fronts.push({ at, customer });
  }

  /** Whose conversation is in front. */
  async front(): Promise<string | undefined> {
    const [heading] = await this.page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
    return this.customers.find((name) => plain(heading ?? '') === name);
  }

  async rows(): Promise<Row[]> {
    const names = await this.desktop.rail.getByRole('listitem').getByRole('button').allTextContents();
    return names.flatMap((name) => {
      const customer = this.customers.find((one) => name.includes(one));
      return customer === undefined ? [] : [{ customer, needsAgent: /unread|waits|Draft/.test(name) }];
    });
  }

  row(customer: string): Locator {
    return this.desktop.rail.getByRole('button', { name: about('', customer) });
  }

  /** The customers about whom invitations wait: first the one whose invitation has the card. */
  async offers(): Promise<string[]> {
    const answerable = { has: this.page.getByRole('button', { name: /^Accept/ }) };
    const entries = this.desktop.incoming.getByRole('listitem').filter(answerable);
    return (await entries.allTextContents()).flatMap(
      (entry) => this.customers.find((one) => entry.includes(one)) ?? [],
    );
  }

  /** The customer about whom the Interaction Preview is. */
  async card(): Promise<string | undefined> {
    const [card = ''] = await this.desktop.preview.allTextContents();
    return this.customers.find((one) => card.includes(one));
  }

  /** A button of an invitation that has no card. */
  offerButton(word: 'Show' | 'Accept', customer: string): Locator {
    return this.desktop.incoming.getByRole('button', { name: new RegExp(`^${word}: .*${customer}`) });
  }

  /** The texts of the conversation in front. */
  async said(customer: string): Promise<Said[]> {
    const log = this.page.getByRole('log', { name: about('Conversation with ', customer) });
    await expect(log.getByRole('listitem').first()).toBeVisible();
    return (await log.getByRole('listitem').allTextContents()).flatMap((entry): Said[] => {
      const [, sender, text] = /^(.+?), \d\d:\d\d: (.*)$/s.exec(plain(entry)) ?? [];
      if (sender === undefined || text === undefined || text.includes('Not sent')) return [];
      return [{ by: sender === customer ? 'customer' : 'agent', text }];
    });
  }

  composer(customer: string): Locator {
    return this.page.getByRole('textbox', { name: about('Message to ', customer) });
  }

  /** The sentence of a banner in front. */
  problem(): Locator {
    return this.desktop.banner(/^Problem: /);
  }

  /** Announcements since the last `count` ones. */
  heardAfter(count: number): readonly Announcement[] {
    return this.announcements.slice(count);
  }
}

/** Waits until a thing that was done shows, in the browser's own time. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  await expect.poll(isSo, { message: what, intervals: [10, 20, 50, 100], timeout: 5000 }).toBe(true);
}

const plain = (text: string) =>
  text
    .replaceAll(/[\u200E\u200F\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** A name that begins so; names in another direction stand between marks. */
const about = (beginning: string, customer: string) => new RegExp(`^${beginning}[\\u2066-\\u2069]?${customer}`);

/** Texts of the customer that the agent has not answered: with a reference that stands in no answer, or after the last answer. */
export function unanswered(said: readonly Said[]): Said[] {
  const answered = new Set(said.filter(({ by }) => by === 'agent').flatMap(({ text }) => referencesIn(text)));
  const lastAnswer = said.findLastIndex(({ by }) => by === 'agent');
  return said.filter(({ by, text }, index) => {
    if (by === 'agent') return false;
    const references = referencesIn(text);
    return references.length === 0 ? index > lastAnswer : references.some((one) => !answered.has(one));
  });
}
