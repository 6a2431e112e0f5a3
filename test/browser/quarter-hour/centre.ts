import type { Page } from '@playwright/test';
import type { Happened } from '../../../mocks/control/operations';
import type { Overview } from '../../../mocks/control/overview';

/** An invitation that waited for an answer, and when it was first seen. */
type Invitation = Overview['invitations'][number] & { seenAt: number };

/** The contact centre behind a desktop: its time, which passes only here, and what it has written down. */
export class Centre {
  /** All that Ana got. */
  readonly invitations = new Map<string, Invitation>();
  /** The most of them that waited at once. */
  mostInvitationsAtOnce = 0;
  #now: Overview;

  private constructor(
    readonly page: Page,
    first: Overview,
  ) {
    this.#now = first;
  }

  static async behind(page: Page): Promise<Centre> {
    return new Centre(page, await overviewAfter(page, 0, 0));
  }

  /** Lets time pass for the page and for the contact centre, until the page has heard what has happened meanwhile. */
  async pass(milliseconds: number): Promise<void> {
    const ms = Math.round(milliseconds);
    await this.page.clock.runFor(ms);
    this.#now = await overviewAfter(this.page, ms, this.#now.now);
    const waiting = this.#now.invitations.filter(({ agentId }) => agentId === 'ana');
    for (const one of waiting)
      this.invitations.set(one.id, { ...one, seenAt: this.invitations.get(one.id)?.seenAt ?? this.elapsedMs });
    this.mostInvitationsAtOnce = Math.max(this.mostInvitationsAtOnce, waiting.length);
  }

  /** Milliseconds since the start, when it was last looked at. */
  get elapsedMs(): number {
    return this.#now.now - this.#now.startedAt;
  }

  get conversations(): Overview['conversations'] {
    return this.#now.conversations;
  }

  idOf(customer: string): string | undefined {
    return this.#now.conversations.find(({ contact }) => contact.name === customer)?.id;
  }

  /** All that agents, customers and colleagues have done, with its time. */
  happened(): Promise<Happened> {
    return this.page.evaluate(() => fetch('/v1/control/happened').then((answer) => answer.json()));
  }
}

function overviewAfter(page: Page, ms: number, since: number): Promise<Overview> {
  return page.evaluate(
    async ([passed, before]) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ ms: passed });
      const moved = await fetch('/v1/control/advance', { method: 'POST', headers, body });
      if (!moved.ok) throw new Error(`The contact centre's clock was not moved: ${moved.status}`);
      const [overview] = await Promise.all([fetch('/v1/control/overview'), window.caughtUp(before + passed)]);
      return overview.json();
    },
    [ms, since] as const,
  );
}
