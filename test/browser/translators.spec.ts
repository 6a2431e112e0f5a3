import type { Page } from '@playwright/test';
import { expect, test } from './support/host-pages';

/** Does to a page what page translators and their extensions do: wraps every text, in open shadow roots too, again after each change. */
function translate(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen = new WeakSet<Node>();
    function enter(root: Document | ShadowRoot) {
      if (!seen.has(root))
        new MutationObserver(() => enter(root)).observe(root, { childList: true, characterData: true, subtree: true });
      seen.add(root);
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) enter(element.shadowRoot);
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const kept = node.parentElement?.closest('font, script, style, textarea, title, [translate="no"]');
        if (node instanceof Text && node.data.trim() !== '' && kept === null) texts.push(node);
      }
      for (const text of texts) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
    }
    enter(document);
  });
}

test('a whole hand-over under page translators', async ({ hosts }) => {
  const [ana, bianca] = [await hosts.open('clean', 'ana'), await hosts.open('clean', 'bianca')];
  await translate(ana.page);
  await translate(bianca.page);

  await ana.say('I hand you over');
  await ana.transferTo('Bianca Okafor');
  await bianca.answer('Reject');
  await expect(ana.banner(/declined/)).toBeVisible();
  await expect(await ana.messages()).toContainText(['declined']);
  await ana.page.keyboard.press('Escape');

  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toContainText(/2\d s left/);
  await bianca.answer('Accept');
  await expect(ana.composer).toBeHidden();
  await bianca.say('I have taken over');
  await bianca.page.getByRole('button', { name: 'End', exact: true }).click();
  await bianca.page.getByRole('button', { name: 'End conversation' }).click();
  await expect(bianca.composer).toBeHidden();
  for (const { page } of [ana, bianca]) await expect(page.getByText('stopped working')).toHaveCount(0);
});
