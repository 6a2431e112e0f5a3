import { expect, test } from '@playwright/test';
import './support/host-pages';
import { listen } from './support/world';

test('scripts come from the origins that the host has listed, and markup from no string', async ({ page }) => {
  const site = await listen({ '/': 'test/embedding/hostile', '/assets/': 'dist/embedding/hostile' }, undefined, {
    moduleOrigins: ['https://modules.example'],
  });
  await page.goto(`${site.origin}/clean.html`);
  await expect.poll(() => page.evaluate(() => typeof window.host)).toBe('object');

  const answers = await page.evaluate(async () => {
    const attempt = (act: () => unknown) => {
      try {
        act();
        return 'let through';
      } catch (error) {
        return String(error);
      }
    };
    const script = document.createElement('script');
    return {
      listed: attempt(() => (script.src = '/assets/other.js')),
      // The header names this origin, and the host has not.
      unlisted: attempt(() => (script.src = 'https://modules.example/remoteEntry.js')),
      text: attempt(() => (script.text = 'window.tampered = true')),
      markup: attempt(() => (document.body.innerHTML = '<img src=x>')),
      // The browser's debugger, through which this runs, may do what the page may not.
      code: await new Promise((resolve) => setTimeout(() => resolve(attempt(() => window.eval('1'))))),
      secondPolicy: attempt(() =>
        Reflect.get(window, 'trustedTypes')?.createPolicy('default', { createScriptURL: (url) => url }),
      ),
    };
  });
  expect(answers).toEqual({
    listed: 'let through',
    unlisted:
      "TypeError: Script from https://modules.example refused: it is not on this page's list of module origins.",
    text: expect.stringContaining('TrustedScript'),
    markup: expect.stringContaining('TrustedHTML'),
    code: expect.stringMatching(/EvalError|TrustedScript/),
    secondPolicy: expect.stringContaining('TypeError'),
  });
  await site.close();
});
