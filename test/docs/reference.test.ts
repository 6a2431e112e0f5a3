import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressSection } from '../../scripts/generate/reference/address';
import { busPage } from '../../scripts/generate/reference/bus';
import { errorsPage } from '../../scripts/generate/reference/errors';
import { landmarksPage } from '../../scripts/generate/reference/landmarks';
import { manifestPage } from '../../scripts/generate/reference/manifest';
import { messagesPage } from '../../scripts/generate/reference/messages';
import { optionsPage } from '../../scripts/generate/reference/options';
import { partsPage } from '../../scripts/generate/reference/parts';
import { shortcutsPage } from '../../scripts/generate/reference/shortcuts';
import { telemetryPage } from '../../scripts/generate/reference/telemetry';
import { tokensPage } from '../../scripts/generate/reference/tokens';
import { transitionsSection } from '../../scripts/generate/reference/transitions';
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

test.each([
  ['docs/behaviour/transfer.md', 'the transitions that the model runs on', transitionsSection],
  ['shell/README.md', 'the keys that the shell reads from its address', addressSection],
])('%s has %s', (path, _, section) => {
  const file = join(__dirname, '../..', path);
  const [before, after] = ['<!-- Drawn from', '<!-- /drawn -->'];
  const text = readFileSync(file, 'utf8');
  const start = text.indexOf('\n', text.indexOf(before)) + 1;
  const drawn = text.slice(0, start) + section() + text.slice(text.indexOf(after));
  if (process.env['UPDATE'] === '1') writeFileSync(file, drawn);
  expect(readFileSync(file, 'utf8')).toBe(drawn);
});

test('KB-06 each command is in docs/reference/shortcuts.md, with the keys that it has', () => {
  const rows = readFileSync(join(folder, 'shortcuts.md'), 'utf8').matchAll(/^\| `([\w.]+)` \| (\S+) \| (\S+) \|/gm);
  expect(Array.from(rows, ([, id, keys, apple]) => ({ id, keys, apple }))).toEqual(
    shortcuts.map(({ id, keys, apple }) => ({ id, keys, apple })),
  );
});
