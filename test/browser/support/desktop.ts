import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { readAndClick } from './pointer';

/** One agent's desktop, spoken of as an agent would: by roles and names. */
export class Desktop {
  constructor(
    readonly page: Page,
    readonly agent: string,
  ) {}

  /** Waits until conversation and notifications can be used. */
  async ready(): Promise<void> {
    await expect(this.incoming).toBeVisible();
    await expect(this.myMessagesButton).toBeVisible();
  }

  get incoming(): Locator {
    return this.page.getByRole('region', { name: 'Incoming interactions' });
  }

  /** The Interaction Preview on top. */
  get preview(): Locator {
    return this.incoming.getByRole('article');
  }

  /** Answers the Interaction Preview, with the pointer. Where the window is narrow, it is opened first. */
  async answer(button: 'Accept' | 'Reject' | 'Give me more time'): Promise<void> {
    await this.preview.waitFor();
    const answer = this.preview.getByRole('button', { name: button, exact: true });
    if (!(await answer.isVisible())) await readAndClick(this.preview.getByRole('button', { name: /^Show: / }));
    await readAndClick(answer);
  }

  get rail(): Locator {
    return this.page.getByRole('navigation', { name: 'Interactions' });
  }

  /** The SMS window with a contact. */
  window(contact = 'Sam Carter'): Locator {
    return this.page.getByRole('main').getByRole('region', { name: contact });
  }

  get transcript(): Locator {
    return this.page.getByRole('log');
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: /^Message to / });
  }

  get transferButton(): Locator {
    return this.page.getByRole('main').getByRole('button', { name: 'Transfer', exact: true });
  }

  get team(): Locator {
    const name = 'Team Communicator';
    // In a narrow window it takes the place of the conversation.
    return this.page.getByRole('complementary', { name }).or(this.page.getByRole('main', { name }));
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Find a target' });
  }

  banner(title: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('group', { name: title });
  }

  get myMessagesButton(): Locator {
    return this.page.getByRole('button', { name: /^My Messages/ });
  }

  /** Sends a text message to the contact. */
  async say(text: string): Promise<void> {
    await this.composer.click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await expect(this.transcript.getByText(text)).toBeVisible();
  }

  /** Finds a target and opens the Action Menu beside its name, with the pointer. */
  async openActionMenu(target: string, from = this.transferButton): Promise<Locator> {
    await from.click();
    await expect(this.search).toBeFocused();
    await this.page.keyboard.type(target);
    // Wait until the results have replaced the old rows: an agent does not aim at a row that moves.
    await expect(this.team.getByText('Best matches')).toBeVisible();
    await this.page.getByRole('button', { name: `Actions for ${target}` }).click();
    return this.page.getByRole('menu');
  }

  /** Transfers the conversation in front, with the pointer. */
  async transferTo(target: string): Promise<void> {
    const menu = await this.openActionMenu(target);
    await menu.getByRole('menuitem', { name: /^SMS transfer/i }).click();
  }

  /** Offers the pending transfer of the conversation in front to someone else, with the pointer. */
  async offerTo(target: string): Promise<void> {
    const from = this.page.getByRole('main').getByRole('button', { name: 'Offer to someone else' });
    const menu = await this.openActionMenu(target, from);
    await menu.getByRole('menuitem', { name: /^SMS transfer/i }).click();
  }

  /** The entries of My Messages; opens the panel when it is closed. */
  async messages(): Promise<Locator> {
    if ((await this.myMessagesButton.getAttribute('aria-expanded')) !== 'true') await this.myMessagesButton.click();
    return this.page.getByRole('region', { name: 'My Messages' }).getByRole('article');
  }
}
