import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackendCapabilities } from '@baton/contracts';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');
const page = read('docs/writing-an-adapter.md');

test('docs/writing-an-adapter.md shows the adapter that the suite tries', () => {
  const file = 'test/conformance/in-memory-backend.ts';
  expect(page).toContain(`\`${file}\`\n\n\`\`\`ts\n${read(file)}\`\`\`\n`);
});

test('docs/writing-an-adapter.md says of each capability what is not there without it', () => {
  const [, table = ''] = page.split('## What each capability switches off');
  const rows = Array.from(table.matchAll(/^\| `(\w+)` \| \S/gm), ([, name]) => name);
  expect(rows).toEqual(Object.keys(BackendCapabilities.entries));
});
