import type { CDPSession, Locator, Page } from '@playwright/test';

/** How a person presses: once, twice fast, again at the same spot a second later, or not quite. */
export const manners = ['once', 'double', 'again', 'dragged off'] as const;
export type Manner = (typeof manners)[number];

/** What is particular about a key event. */
export type SyntheticKey = Pick<KeyboardEventInit, 'key' | 'code' | 'keyCode' | 'altKey' | 'shiftKey' | 'isComposing'>;

/** A person's mouse and keyboard: what they do arrives as the browser delivers it, and nothing waits for the product. */
export class Hands {
  #devtools: Promise<CDPSession> | undefined;

  constructor(readonly page: Page) {}

  /** Scrolls to a control and presses its middle, whatever state it is in. Returns false when it is not there. */
  async press(target: Locator, manner: Manner = 'once'): Promise<boolean> {
    await target.scrollIntoViewIfNeeded({ timeout: 1000 }).catch(() => undefined);
    const box = await target.boundingBox({ timeout: 1000 }).catch(() => null);
    if (box === null) return false;
    await this.pressAt({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, manner);
    return true;
  }

  /** Looks at a control for so long, in milliseconds. Returns whether it, and the card it belongs to, stayed as they were. */
  async lookAt(target: Locator, ms: number): Promise<boolean> {
    const look = () =>
      target.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height, element.closest('article')?.querySelector('h3')?.textContent].join();
      });
    const before = await look();
    await this.wait(ms);
    return before === (await look().catch(() => undefined));
  }

  async pressAt({ x, y }: { x: number; y: number }, manner: Manner): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(x, y);
    await mouse.down();
    if (manner === 'dragged off') await mouse.move(x, y + 120, { steps: 4 });
    await mouse.up();
    if (manner === 'double') {
      // As browsers number it: the second press of one series.
      await mouse.down({ clickCount: 2 });
      await mouse.up({ clickCount: 2 });
    }
    if (manner === 'again') {
      await this.wait(1200);
      await mouse.click(x, y);
    }
  }

  /** Types, key by key. */
  async type(text: string): Promise<void> {
    for (const character of text) await this.page.keyboard.press(character === ' ' ? 'Space' : character);
  }

  /** Keeps a key down while the keyboard repeats it. */
  async hold(key: string, repeats = 8): Promise<void> {
    const { keyboard } = this.page;
    for (let press = 0; press <= repeats; press += 1) {
      await keyboard.down(key);
      await this.wait(30);
    }
    await keyboard.up(key);
  }

  /** Puts a text in at once, as pasting does. */
  async paste(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Composes a text with an input method and takes it. */
  async compose(...stages: string[]): Promise<void> {
    this.#devtools ??= this.page.context().newCDPSession(this.page);
    const devtools = await this.#devtools;
    for (const text of stages)
      await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await devtools.send('Input.insertText', { text: stages.at(-1) ?? '' });
  }

  /** A key event as this browser does not make it: of macOS or of Safari. Returns whether the page has taken the key for itself. */
  key(init: SyntheticKey): Promise<boolean> {
    return this.page.evaluate((given) => {
      let target = document.activeElement ?? document.body;
      while (target.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
      return !target.dispatchEvent(
        new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...given }),
      );
    }, init);
  }

  /** Lets time go by on the page's own clock, frame by frame. */
  wait(ms: number): Promise<void> {
    return this.page.evaluate(
      (wait) =>
        new Promise<void>((resolve) => {
          const since = performance.now();
          const look = (now: number) => (now - since >= wait ? resolve() : void requestAnimationFrame(look));
          requestAnimationFrame(look);
        }),
      ms,
    );
  }
}
