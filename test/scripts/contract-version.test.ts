import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractVersion } from '@baton/contracts';

const root = join(__dirname, '../..');

test('the contract has the version that its package is released with next, or has been', () => {
  const { stdout } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      "import { planRelease } from './scripts/release/plan.js'; console.log((await planRelease()).version ?? '');",
    ],
    { cwd: root, encoding: 'utf8' },
  );
  const { version } = JSON.parse(readFileSync(join(root, 'packages/contracts/package.json'), 'utf8'));
  expect(contractVersion).toBe(stdout.trim() || version);
});
