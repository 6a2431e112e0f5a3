import type { SeenIn } from './seen';

/**
 * A complete Playwright test that opens an address and looks for what was on screen when it was copied.
 *
 * @param options.title what the test is called
 * @param options.address path and query
 * @param options.situation what @baton/mocks needs to play the same elsewhere
 */
export function copiedTest({
  title,
  address,
  situation,
  places,
}: {
  title: string;
  address: string;
  situation: object;
  places: readonly SeenIn[];
}): string {
  return `import { expect, test } from './support/world';

// Save it in test/browser/, as copied.spec.ts; npm run build; npm run test:browser -- copied.
// A page of your own shows the same situation with startContactCentre(situation) of @baton/mocks:
// ${JSON.stringify(situation)}
test(${quote(title)}, async ({ world }) => {
  const page = await world.visit(
    ${quote(address)},
  );
${places.flatMap(checks).join('\n')}
});
`;
}

function checks({ frame, seen }: SeenIn, index: number): string[] {
  const name = `desktop${index === 0 ? '' : index + 1}`;
  const desktop =
    frame === undefined ? 'page' : `page.frameLocator(${quote(`iframe[title=${JSON.stringify(frame)}]`)})`;
  return [
    `  const ${name} = ${desktop};`,
    ...seen.map(
      ({ role, name: heard }) =>
        `  await expect(${name}.getByRole('${role}', { name: ${quote(heard)}, exact: true }).first()).toBeVisible();`,
    ),
  ];
}

/** A string in TypeScript. What cannot be seen is written as an escape. */
function quote(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replaceAll(/\p{Cf}/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
  return `'${escaped}'`;
}
