import { join } from 'node:path';
import { expect } from '@playwright/test';
import { buildSync } from 'esbuild';
import type { InputDevice, StockBrowser } from '../../../scripts/test/stock-browsers.js';

/** Something on the screen, as people and screen readers know it. */
export interface Part {
  role: string;
  name: string;
}

/** What a page tells about it. */
export interface Seen {
  /** How many have this role and name. */
  count: number;
  /** Its middle. */
  x: number;
  y: number;
  /** Nothing covers its middle. */
  onTop: boolean;
  enabled: boolean;
  /** The keyboard is there. */
  focused: boolean;
}

export type Person = ReturnType<typeof personAt>;

/** How long people look at what they are about to press. */
const readingMs = 1000;
/** What has not moved for so long is not about to. */
const standingMs = 100;
const patience = { timeout: 20_000, intervals: [50] };

/** Someone who sits at a browser, with a pointer and a keyboard. */
export function personAt(browser: StockBrowser) {
  const look = async ({ role, name }: Part): Promise<Seen> => {
    const seen = await browser.evaluate(
      `(() => { ${inPage}; return inPage.look(${JSON.stringify(role)}, ${JSON.stringify(name)}); })()`,
    );
    if (!isSeen(seen)) throw new Error(`The page told ${JSON.stringify(seen)} about ${said({ role, name })}.`);
    return seen;
  };
  const until = (verb: string, part: Part, ready: Partial<Seen>) =>
    expect.poll(() => look(part), { ...patience, message: `${verb} ${said(part)}` }).toMatchObject(ready);

  const person = {
    sees: (part: Part) => until('sees', part, { count: 1 }),

    seesNo: (part: Part) => until('sees no', part, { count: 0 }),

    /** Waits until the keyboard is there. */
    isAt: (part: Part) => until('is at', part, { count: 1, focused: true }),

    /** Waits until it has stood still, can be used, and nothing covers it. */
    async reads(part: Part, ms = readingMs) {
      let last = '';
      let since = 0;
      let at = { x: 0, y: 0 };
      const stands = async () => {
        const now = performance.now();
        const seen = await look(part);
        const found = JSON.stringify(seen);
        if (found !== last) since = now;
        last = found;
        at = seen;
        return { ...seen, still: now - since >= ms };
      };
      await expect
        .poll(stands, { ...patience, message: `reads ${said(part)}` })
        .toMatchObject({ count: 1, onTop: true, enabled: true, still: true });
      return at;
    },

    async clicks(part: Part) {
      const { x, y } = await person.reads(part, standingMs);
      await browser.act(
        device('pointer', [
          { type: 'pointerMove', x, y },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ]),
      );
    },

    /** Presses keys together, as in `Alt+Shift+T`. */
    async presses(keys: string) {
      const values = keys.split('+').map((key) => specialKeys[key] ?? key);
      await browser.act(
        device('key', [
          ...values.map((value) => ({ type: 'keyDown', value })),
          ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
        ]),
      );
    },

    async types(text: string) {
      for (const letter of text) await person.presses(letter);
    },

    /** Presses Tab until the keyboard is there. */
    async tabsTo(part: Part) {
      for (let press = 0; press < 50; press += 1) {
        if ((await look(part)).focused) return;
        await person.presses('Tab');
      }
      throw new Error(`Tab does not lead to ${said(part)}.`);
    },
  };
  return person;
}

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const specialKeys: Record<string, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Alt: '\uE00A',
  ArrowDown: '\uE015',
};

const device = (type: InputDevice['type'], actions: InputDevice['actions']): InputDevice => ({
  type,
  id: type,
  actions,
});
const said = ({ role, name }: Part) => `${role} ${name}`;
const isSeen = (value: unknown): value is Seen => typeof value === 'object' && value !== null && 'count' in value;

/** What looks around in a page, as one script. */
const inPage = buildSync({
  entryPoints: [join(import.meta.dirname, 'in-page.js')],
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'inPage',
  write: false,
}).outputFiles.map(({ text }) => text)[0];
