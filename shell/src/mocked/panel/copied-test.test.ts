import { transformSync } from '@swc/core';
import { copiedTest } from './copied-test';

test('is TypeScript, whatever the names hold', () => {
  const code = copiedTest({
    title: "Target's answer",
    address: '/?at=declined&agent=ana',
    situation: { base: { state: 'declined' } },
    places: [
      { seen: [{ role: 'region', name: 'A "name" \\ of \u2068Sam\u2069\n' }] },
      { frame: "Ana's desktop", seen: [{ role: 'group', name: 'رفضت' }] },
    ],
  });
  expect(() => transformSync(code, { jsc: { parser: { syntax: 'typescript' } } })).not.toThrow();
  expect(code).toMatchInlineSnapshot(`
    "import { expect, test } from './support/world';

    // Save it in test/browser/, as copied.spec.ts; npm run build; npm run test:browser -- copied.
    // A page of your own shows the same situation with startContactCentre(situation) of @baton/mocks:
    // {"base":{"state":"declined"}}
    test('Target\\'s answer', async ({ world }) => {
      const page = await world.visit(
        '/?at=declined&agent=ana',
      );
      const desktop = page;
      await expect(desktop.getByRole('region', { name: 'A "name" \\\\ of \\u{2068}Sam\\u{2069}\\n', exact: true }).first()).toBeVisible();
      const desktop2 = page.frameLocator('iframe[title="Ana\\'s desktop"]');
      await expect(desktop2.getByRole('group', { name: 'رفضت', exact: true }).first()).toBeVisible();
    });
    "
  `);
});
