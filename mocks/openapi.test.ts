import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOpenApiDocument } from './testing/openapi';

const file = join(__dirname, '../docs/openapi.json');

test('docs/openapi.json says what the schemas say', () => {
  const document = `${JSON.stringify(createOpenApiDocument(), undefined, 2)}\n`;
  if (process.env['UPDATE'] === '1') writeFileSync(file, document);
  expect(readFileSync(file, 'utf8')).toBe(document);
});

test('every reference leads somewhere', () => {
  const document = createOpenApiDocument();
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name,
  );
  expect(references.length).toBeGreaterThan(20);
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(references));
  expect(JSON.stringify(document)).not.toContain('$defs');
});
