import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { busPage } from './pages/bus';
import { errorsPage } from './pages/errors';
import { landmarksPage } from './pages/landmarks';
import { manifestPage } from './pages/manifest';
import { messagesPage } from './pages/messages';
import { optionsPage } from './pages/options';
import { partsPage } from './pages/parts';
import { shortcutsPage } from './pages/shortcuts';
import { telemetryPage } from './pages/telemetry';
import { tokensPage } from './pages/tokens';
import { shortcuts } from '../../packages/ui/src/shortcuts/shortcuts';

const folder = join(__dirname, '../../docs/reference');

test.each([
  ['bus.md', busPage],
  ['create-baton.md', optionsPage],
  ['errors.md', errorsPage],
  ['landmarks.md', landmarksPage],
  ['manifest.md', manifestPage],
  ['messages.md', messagesPage],
  ['parts.md', partsPage],
  ['shortcuts.md', shortcutsPage],
  ['telemetry.md', telemetryPage],
  ['tokens.md', tokensPage],
])('docs/reference/%s says what the code says', (file, page) => {
  const text = `<!-- Written from the sources by test/docs/reference.test.ts: npm run generate -- documents -->\n${page()}`;
  if (process.env['UPDATE'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
  expect(text).not.toMatch(/^\| ---.*\n(?!\|)/m);
});

test('KB-06 each command is in docs/reference/shortcuts.md, with the keys that it has', () => {
  const rows = readFileSync(join(folder, 'shortcuts.md'), 'utf8').matchAll(/^\| `([\w.]+)` \| (\S+) \| (\S+) \|/gm);
  expect(Array.from(rows, ([, id, keys, apple]) => ({ id, keys, apple }))).toEqual(
    shortcuts.map(({ id, keys, apple }) => ({ id, keys, apple })),
  );
});
