import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');

test('docs/testing-your-shell.md shows the test that runs beside this one', () => {
  const shown = `\`\`\`tsx\n${read('test/docs/testing-your-shell.test.tsx')}\`\`\`\n`;
  expect(read('docs/testing-your-shell.md')).toContain(shown);
});
