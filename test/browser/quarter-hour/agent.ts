import { expect } from '@playwright/test';
import type { Random } from '@baton/contracts';
import type { Meant } from '../support/hands-checks';
import type { Centre } from './centre';
import { quarterMs, referencesIn, wishIn } from './day';
import type { Day, Decision } from './day';
import { unanswered, until } from './desk';
import type { Desk } from './desk';

/** How an agent handles the desktop: by keyboard alone, or by mouse alone except for writing. */
export interface Hands {
  /** The customers about whom the agent has noticed invitations. */
  offers(): Promise<string[]>;
  /** Brings the conversation of a customer to the front who needs the agent, as far as the agent has noticed. */
  turnToNext(): Promise<string | undefined>;
  /** Brings a conversation to the front. */
  open(customer: string): Promise<void>;
  /** Puts the caret into the composer in front. */
  compose(customer: string): Promise<void>;
  send(): Promise<void>;
  handOver(customer: string, target: string): Promise<void>;
  /** Answers the invitation about a customer. */
  press(button: 'Accept' | 'Reject' | 'Give me more time', customer: string): Promise<void>;
  dismiss(): Promise<void>;
}

/** An answer that the agent has begun to write. */
interface Draft {
  text: string;
  written: number;
}

/** Ana at work for a quarter of an hour: answers customers and invitations as the day has drawn it. */
export class Agent {
  readonly #drafts = new Map<string, Draft>();
  /** A text was begun and left for something else just now. */
  #leftJustNow = false;
  readonly #decisions: Map<string, Decision[]>;
  /** Invitations that the agent lets run out, or has given itself more time for. */
  readonly #left = new Set<string>();

  constructor(
    readonly desk: Desk,
    readonly centre: Centre,
    readonly hands: Hands,
    readonly day: Day,
    readonly random: Random,
    readonly mean: (meant: Meant) => void,
  ) {
    this.#decisions = new Map([...day.decisions].map(([name, decisions]) => [name, [...decisions]]));
  }

  async work(): Promise<void> {
    while (this.centre.elapsedMs < quarterMs) {
      if (await this.#answerAnOffer()) continue;
      if (await this.#answerACustomer()) continue;
      await this.#rest(3000, 5000);
    }
  }

  async #answerAnOffer(): Promise<boolean> {
    const offers = await this.hands.offers();
    for (const name of this.#left) if (!offers.includes(name)) this.#left.delete(name);
    const customer = offers.find((name) => !this.#left.has(name));
    if (customer === undefined) return false;
    const [decision, ...later] = this.#decisions.get(customer) ?? [];
    if (decision === undefined) throw new Error(`${customer} is offered, which the day has not drawn`);
    this.#decisions.set(customer, later);
    await this.#answer(decision, customer);
    return true;
  }

  async #answer(decision: Decision, customer: string): Promise<void> {
    switch (decision) {
      case 'let it run out':
        this.#left.add(customer);
        return;
      case 'ask for more time, then accept':
        this.mean({ agentId: 'ana', type: 'extendInvitation', must: true });
        await this.hands.press('Give me more time', customer);
        await this.#rest(1000, 4000);
        return this.#answer('accept', customer);
      case 'accept':
        this.mean({ agentId: 'ana', type: 'acceptInvitation', must: true });
        await this.hands.press('Accept', customer);
        return this.#untilGone(customer);
      case 'reject':
        this.mean({ agentId: 'ana', type: 'declineInvitation', must: true });
        await this.hands.press('Reject', customer);
        return this.#untilGone(customer);
    }
  }

  #untilGone(customer: string): Promise<void> {
    return until(
      `the invitation about ${customer} goes when it is answered`,
      async () => !(await this.desk.offers()).includes(customer),
    );
  }

  async #answerACustomer(): Promise<boolean> {
    const customer = await this.#turnToCustomer();
    if (customer === undefined) return false;
    await this.#rest(500, 2500);
    return this.#answerTexts(customer);
  }

  async #answerTexts(customer: string): Promise<boolean> {
    const texts = unanswered(await this.desk.said(customer));
    const draft = this.#drafts.get(customer) ?? this.#begin(customer, texts.map(({ text }) => text).join(' '));
    if (texts.length === 0) return this.#putAway();
    if (!(await this.#write(customer, draft))) return true;
    const wish = texts.map(({ text }) => wishIn(text)).find((target) => target !== undefined);
    if (wish === undefined) return this.#answerWhatCameMeanwhile(customer);
    await this.#rest(500, 2000);
    const interactionId = this.centre.idOf(customer);
    this.mean({ agentId: 'ana', type: 'startTransfer', interactionId, must: true });
    this.mean({ agentId: 'ana', type: 'addRecent', must: true });
    await this.hands.handOver(customer, wish);
    return true;
  }

  /** A text that came while the answer was written stands before the agent's eyes, and no row says that anybody waits. */
  async #answerWhatCameMeanwhile(customer: string): Promise<boolean> {
    return unanswered(await this.desk.said(customer)).length === 0 || this.#answerTexts(customer);
  }

  /** Goes on with what was begun to be written, but first to somebody else if that was left just now. */
  async #turnToCustomer(): Promise<string | undefined> {
    const [begun] = this.#drafts.keys();
    const leftJustNow = this.#leftJustNow;
    this.#leftJustNow = false;
    const next = begun === undefined || leftJustNow ? await this.hands.turnToNext() : undefined;
    if (next !== undefined || begun === undefined) return next;
    await this.hands.open(begun);
    return begun;
  }

  /** Puts the outcome of a transfer away that is shown in front. */
  async #putAway(): Promise<boolean> {
    if (!(await this.desk.problem().isVisible())) return true;
    this.mean({ agentId: 'ana', type: 'dismissTransfer', must: true });
    await this.hands.dismiss();
    return true;
  }

  #begin(customer: string, texts: string): Draft {
    const token = this.day.customers.find(({ name }) => name === customer)?.token;
    return { text: [token, ...referencesIn(texts), 'done.'].join(' '), written: 0 };
  }

  /** Writes an answer and sends it, unless an invitation or another customer comes first. Returns whether it was sent. */
  async #write(customer: string, draft: Draft): Promise<boolean> {
    const composer = this.desk.composer(customer);
    await this.hands.compose(customer);
    await expect(composer, 'what was begun is still there').toHaveValue(draft.text.slice(0, draft.written));
    const half = draft.written === 0 ? Math.ceil(draft.text.length * this.random.next()) : draft.text.length;
    await this.#type(draft, half);
    await this.#rest(500, 3000);
    const leaves = this.random.next() < ((await this.#hasOfferToAnswer()) ? 0.5 : 0.3);
    if (half < draft.text.length && leaves) {
      this.#drafts.set(customer, draft);
      this.#leftJustNow = true;
      return false;
    }
    await this.#type(draft, draft.text.length);
    await expect(composer, 'all that was typed is in the composer').toHaveValue(draft.text);
    this.#drafts.delete(customer);
    this.mean({ agentId: 'ana', type: 'sendMessage', interactionId: this.centre.idOf(customer), must: true });
    await this.hands.send();
    await until(`the answer to ${customer} stands in the transcript`, async () =>
      (await this.desk.said(customer)).some(({ by, text }) => by === 'agent' && text.startsWith(draft.text)),
    );
    return true;
  }

  async #type(draft: Draft, upTo: number): Promise<void> {
    await this.desk.page.keyboard.type(draft.text.slice(draft.written, upTo));
    draft.written = Math.max(draft.written, upTo);
  }

  async #hasOfferToAnswer(): Promise<boolean> {
    return (await this.hands.offers()).some((customer) => !this.#left.has(customer));
  }

  #rest(fromMs: number, toMs: number): Promise<void> {
    return this.desk.pass(fromMs + this.random.next() * (toMs - fromMs));
  }
}
