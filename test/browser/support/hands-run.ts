import { expect } from '@playwright/test';
import type { Locator, Request } from '@playwright/test';
import { Intentions, TypedTexts, clickFaults, focusFaults, writtenIn } from './hands-checks';
import type { Meant } from './hands-checks';
import type { Desktop } from './desktop';
import { Hands } from './hands';
import type { Deed, Step, WorldEvent } from './hands-steps';
import { customers } from './hands-customers';
import type { Customer } from './hands-customers';
import { slowDown, testimonyOf } from './hands-witness';
import type { World } from './world';

/** What browsers call the systems whose keyboards differ. */
export const systems = ['Linux x86_64', 'MacIntel'] as const;
export type System = (typeof systems)[number];

/** How long an effect may take before a person counts it as missing, in milliseconds. */
const patienceMs = 6000;

/** How long an agent does nothing between two steps, in milliseconds. */
const betweenStepsMs = 100;

const answers = {
  Accept: 'acceptInvitation',
  Reject: 'declineInvitation',
  'Give me more time': 'extendInvitation',
} as const;

type DeedOf<D extends Deed['do']> = Extract<Deed, { do: D }>;

/** An agent at work in several windows, each step of whose work is checked. */
export class HandsRun {
  readonly #intentions = new Intentions();
  readonly #typed = new TypedTexts(customers);
  readonly #hands: readonly Hands[];
  /** Commands that have not been answered. */
  readonly #underWay = new Set<Request>();

  constructor(
    readonly world: World,
    readonly windows: readonly Desktop[],
    readonly system: System,
  ) {
    this.#hands = windows.map(({ page }) => new Hands(page));
    for (const { page } of windows) {
      page.on('request', (request) => isCommand(request) && this.#underWay.add(request));
      page.on('requestfinished', (request) => this.#underWay.delete(request));
      page.on('requestfailed', (request) => this.#underWay.delete(request));
    }
  }

  /** Does a step and returns what has gone wrong. */
  async take({ window, deed }: Step): Promise<string[]> {
    const desktop = this.windows[window];
    const hands = this.#hands[window];
    if (desktop === undefined || hands === undefined) throw new Error(`There is no window ${window}`);
    const found = await this.#do(new AgentAtWork(this.world, desktop, hands, this.system, this.#mean), deed);
    // Nobody does two things within less. What the first led to is on its way by then.
    await hands.wait(betweenStepsMs);
    return [...found, ...(await this.check())];
  }

  /** What has gone wrong since the last check. */
  async check(): Promise<string[]> {
    const faults: string[] = [];
    for (const { page } of this.windows) {
      const testimony = await testimonyOf(page);
      this.#typed.add(testimony.typed);
      faults.push(...focusFaults(testimony), ...clickFaults(testimony));
    }
    const open = async () => {
      const waiting = [...this.#underWay].map((request) => `no answer to ${request.postData()}`);
      const log = await this.world.commands();
      faults.push(...this.#intentions.unmeant(log));
      const texts = await Promise.all(this.windows.map(({ page }) => writtenIn(page)));
      return [...this.#intentions.missing(), ...this.#typed.faults(texts.flat(), log), ...waiting];
    };
    let late: string[] = [];
    await expect
      .poll(async () => (late = await open()), { timeout: patienceMs })
      .toEqual([])
      .catch(() => undefined);
    this.#intentions.nextStep();
    return [...faults, ...late];
  }

  readonly #mean = (meant: Omit<Meant, 'agentId'>) => this.#intentions.mean({ agentId: 'ana', ...meant });

  async #do(agent: AgentAtWork, deed: Deed): Promise<string[]> {
    switch (deed.do) {
      case 'write':
        return this.#count(await agent.write(deed));
      case 'transfer':
        return agent.transfer(deed);
      case 'answer':
        return agent.answer(deed);
      case 'press':
        return agent.press(deed);
      case 'press and drag off':
        return agent.dragOff(deed);
      case 'think about ending':
        return agent.thinkAboutEnding(deed);
      case 'press keys of macOS and Safari':
        return agent.pressForeignKeys(deed);
      case 'look into My Messages':
        return agent.lookIntoMessages(deed);
      case 'wait':
        await agent.happen(deed.event);
        return [];
    }
  }

  /** What came in without keys. */
  #count(put: string): string[] {
    this.#typed.add([...put].map((character) => ({ character })));
    return [];
  }
}

/** The agent's hands on one window. */
class AgentAtWork {
  constructor(
    readonly world: World,
    readonly desktop: Desktop,
    readonly hands: Hands,
    readonly system: System,
    readonly mean: (meant: Omit<Meant, 'agentId'>) => void,
  ) {}

  /** Returns what was put in at once. */
  async write({ customer, words, input, ending, meanwhile }: Omit<DeedOf<'write'>, 'do'>): Promise<string> {
    const composer = await this.#open(customer);
    if (composer === undefined) return '';
    await this.hands.press(composer);
    const text = textOf(customer, words);
    const half = Math.ceil(text.length / 2);
    if (input === 'typed') await this.hands.type(text.slice(0, half));
    if (input === 'pasted') await this.hands.paste(text);
    if (input === 'composed') await this.hands.compose(text.slice(0, 1), text.slice(0, half), text);
    if (meanwhile) await this.happen(meanwhile);
    if (input === 'typed') await this.hands.type(text.slice(half));
    if (ending !== 'left') {
      this.mean({ type: 'sendMessage', interactionId: customer.interactionId, must: meanwhile === undefined });
      if (ending === 'sent') await this.desktop.page.keyboard.press('Enter');
      if (ending === 'held Enter') await this.hands.hold('Enter');
      if (ending === 'sent by click') await this.hands.press(this.desktop.page.getByRole('button', { name: 'Send' }));
    }
    return input === 'typed' ? '' : text;
  }

  async transfer({ customer, target, by, manner, thenWrite }: DeedOf<'transfer'>): Promise<string[]> {
    const { desktop, hands } = this;
    if ((await this.#open(customer)) === undefined || (await isDisabled(desktop.transferButton))) return [];
    await hands.press(desktop.transferButton, manner);
    if (manner === 'dragged off' || manner === 'again') return this.#leave();
    if (!(await appears(desktop.search))) return ['Transfer was pressed in vain'];
    if (!(await isFocused(desktop.search))) return ['the search has no focus'];
    await hands.type(target.toLowerCase());
    if (!(await appears(desktop.team.getByRole('row', { name: new RegExp(`^.?${target}`) })))) return this.#leave();
    const item = desktop.page.getByRole('menuitem', { name: /^SMS transfer/i });
    if (by === 'held Enter') {
      await hands.hold('Enter');
      return this.#leave();
    }
    if (by === 'pointer')
      await hands.press(desktop.page.getByRole('button', { name: `Actions for ${target}` }), manner);
    else await desktop.page.keyboard.press('Enter');
    if (!(await appears(item)) || (await isDisabled(item))) return this.#leave();
    this.mean({ type: 'startTransfer', interactionId: customer.interactionId, must: true });
    this.mean({ type: 'addRecent' });
    if (by === 'pointer') await hands.press(item, manner);
    else await desktop.page.keyboard.press('Enter');
    if (thenWrite) {
      if (!(await isFocused(desktop.composer))) return ['the composer has no focus'];
      const text = textOf(customer, thenWrite);
      await hands.type(text.slice(0, 4));
      await this.happen({ what: 'time goes by', ms: 3000 });
      await hands.type(text.slice(4));
    }
    return [];
  }

  async answer({ button, afterMs, manner, slowly }: DeedOf<'answer'>): Promise<string[]> {
    const { desktop, hands } = this;
    const [target] = await desktop.incoming.getByRole('button', { name: button, exact: true }).all();
    if (target === undefined || (await isDisabled(target))) return [];
    const type = answers[button];
    if (slowly) await slowDown(desktop.page, { [type]: 2500 });
    // What has come or moved just now rightly ignores the pointer.
    const must = await hands.lookAt(target, afterMs);
    if (manner !== 'dragged off') this.mean({ type, must });
    // A second later any button of the next card has stood there long enough.
    if (manner === 'again') for (const again of Object.values(answers)) this.mean({ type: again });
    await hands.press(target, manner);
    if (slowly) {
      await this.write({ ...slowly, input: 'typed', ending: 'left', meanwhile: undefined });
      await hands.wait(2500);
      await slowDown(desktop.page, { [type]: 0 });
    }
    return [];
  }

  async press({ button, manner }: DeedOf<'press'>): Promise<string[]> {
    // Not beside a text that was not delivered, which has a *Try again* of its own.
    const [target] = await this.desktop.banner(/./).getByRole('button', { name: button.name }).all();
    if (target === undefined || (await isDisabled(target))) return [];
    if (manner !== 'dragged off') {
      this.mean({ type: button.means });
      if (button.means === 'startTransfer') this.mean({ type: 'addRecent' });
    }
    await this.hands.press(target, manner === 'again' ? 'once' : manner);
    return [];
  }

  async dragOff({ button }: DeedOf<'press and drag off'>): Promise<string[]> {
    const [target] = await this.desktop.page.getByRole('button', { name: button, exact: true }).all();
    if (target !== undefined) await this.hands.press(target, 'dragged off');
    return [];
  }

  async thinkAboutEnding({ customer, way, manner }: DeedOf<'think about ending'>): Promise<string[]> {
    const { page } = this.desktop;
    const end = page.getByRole('main').getByRole('button', { name: 'End', exact: true });
    if ((await this.#open(customer)) === undefined || (await isDisabled(end))) return [];
    await this.hands.press(end);
    const dialog = page.getByRole('dialog');
    if (!(await appears(dialog))) return ['End was pressed in vain'];
    await page.keyboard.press(`${this.system === 'MacIntel' ? 'Control' : 'Alt'}+Shift+T`);
    const opened = await this.desktop.search.isVisible();
    if (way === 'Escape') await page.keyboard.press('Escape');
    else {
      if (way === 'End conversation' && manner !== 'dragged off')
        this.mean({ type: 'completeInteraction', interactionId: customer.interactionId, must: true });
      await this.hands.press(dialog.getByRole('button', { name: way }), manner === 'again' ? 'once' : manner);
      if (manner === 'dragged off') await page.keyboard.press('Escape');
    }
    return opened ? ['a shortcut opened Team Communicator behind a dialog'] : [];
  }

  async pressForeignKeys({ customer }: DeedOf<'press keys of macOS and Safari'>): Promise<string[]> {
    const { desktop, hands } = this;
    const composer = await this.#open(customer);
    if (composer === undefined) return [];
    await hands.press(composer);
    const option = { altKey: true, shiftKey: true };
    const letters = [
      { key: 'Ą', code: 'KeyA', ...option },
      { key: '‰', code: 'KeyR', ...option },
      { key: 'Dead', code: 'KeyE', altKey: true },
    ];
    const faults: string[] = [];
    for (const letter of this.system === 'MacIntel' ? letters : [])
      if (await hands.key(letter)) faults.push(`the desktop took ${letter.key} of macOS from a text field`);
    if (await hands.key({ key: 'Enter', code: 'Enter', keyCode: 229 })) faults.push('Enter of a composition was taken');
    if (await isDisabled(desktop.transferButton)) return faults;
    await hands.press(desktop.transferButton);
    if (!(await appears(desktop.search))) return [...faults, 'Transfer was pressed in vain'];
    await hands.type('chen');
    await hands.key({ key: 'Enter', code: 'Enter', keyCode: 229 });
    await hands.wait(100);
    if (await desktop.page.getByRole('menu').isVisible()) faults.push('Enter of a composition opened the Action Menu');
    return [...faults, ...(await this.#leave())];
  }

  async lookIntoMessages({ manner }: DeedOf<'look into My Messages'>): Promise<string[]> {
    await this.hands.press(this.desktop.myMessagesButton, manner);
    return this.#leave();
  }

  /** Lets the contact centre do something; what cannot happen any more does not. */
  async happen(event: WorldEvent): Promise<void> {
    const control = (name: string, body: object) => this.world.control(name, body).catch(() => undefined);
    switch (event.what) {
      case 'a customer writes':
        return control('customer-writes', { interactionId: event.customer.interactionId, text: 'Hello?' });
      case 'a customer ends':
        return control('customer-ends', { interactionId: event.customer.interactionId });
      case 'an invitation comes':
        return control('perform', {
          agentId: 'chen',
          command: {
            type: 'startTransfer',
            commandId: crypto.randomUUID(),
            interactionId: event.customer.interactionId,
            target: { kind: 'agent', id: 'ana', name: 'Ana Ruiz' },
          },
        });
      case 'time goes by':
        return this.world.advance(event.ms);
    }
  }

  /** Brings a conversation to the front; undefined when it is not there or cannot be written to. */
  async #open({ name }: Customer): Promise<Locator | undefined> {
    const { desktop, hands } = this;
    const [entry] = await desktop.rail.getByRole('button').filter({ hasText: name }).all();
    if (entry === undefined) return undefined;
    await hands.press(entry);
    const composer = desktop.page.getByRole('textbox', { name: new RegExp(`^Message to .?${name}`) });
    return (await appears(composer)) ? composer : undefined;
  }

  /** Goes back to the conversation. */
  async #leave(): Promise<string[]> {
    for (let press = 0; press < 3; press += 1) await this.desktop.page.keyboard.press('Escape');
    return [];
  }
}

function isCommand(request: Request): boolean {
  return request.method() === 'POST' && new URL(request.url()).pathname.endsWith('/commands');
}

function textOf({ letter }: Customer, words: readonly number[]): string {
  return `${words.map((length) => letter.repeat(length)).join(' ')} `;
}

function appears(locator: Locator): Promise<boolean> {
  return locator.waitFor({ state: 'visible', timeout: patienceMs }).then(
    () => true,
    () => false,
  );
}

function isFocused(locator: Locator): Promise<boolean> {
  return expect(locator)
    .toBeFocused()
    .then(
      () => true,
      () => false,
    );
}

async function isDisabled(locator: Locator): Promise<boolean> {
  return (await locator.getAttribute('aria-disabled', { timeout: 1000 }).catch(() => 'true')) === 'true';
}
