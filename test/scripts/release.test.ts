import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const ROOT_FILES = [
  'package-lock.json',
  'CHANGELOG.md',
  'README.md',
  '.gitignore',
  '.npmrc',
  'packages/contracts/src/version.ts',
];
let clone: string;

beforeEach(() => {
  // Inside the project, so that the libraries of the project are there: nothing is linked that npm could take away.
  mkdirSync(join(root, '.cache'), { recursive: true });
  clone = mkdtempSync(join(root, '.cache/release-'));
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'Release test');
  git('config', 'user.email', 'release@example.test');
  // What is on disk, not what is committed: the test is about the sources as they are.
  for (const file of [...listed('package.json', '*/package.json', 'scripts'), ...ROOT_FILES]) {
    mkdirSync(join(clone, file, '..'), { recursive: true });
    copyFileSync(join(root, file), join(clone, file));
  }
  setScripts({ test: 'exit 0' });
  cpSync(join(root, '.changeset/config.json'), join(clone, '.changeset/config.json'));
  addChangeset('first', 'minor', 'Outlets are round, see [upgrades](../docs/upgrades.md).\n\nHost action: none.');
  addChangeset('second', 'patch', 'Corners are gone.\n\nHost action: none.');
  install();
  git('add', '.');
  git('commit', '--quiet', '--message', 'all: begin');
});
afterEach(() => rmSync(clone, { recursive: true }));

test('a release has versions, changelog, commit, tag and tarballs', () => {
  const { status, output } = release();
  expect(output).toContain('Released 0.2.0');
  expect(status).toBe(0);
  expect(packages().map(({ version }) => version)).toEqual(packages().map(() => '0.2.0'));
  expect(json('packages/host-kit/package.json').dependencies['@baton/contracts']).toBe('0.2.0');
  expect(json('package-lock.json').packages['packages/host-kit'].version).toBe('0.2.0');
  expect(text('packages/contracts/src/version.ts')).toContain("contractVersion: string = '0.2.0'");

  expect(text('CHANGELOG.md')).toMatch(
    /## Unreleased\n\n.+\n\n## 0\.2\.0 \(\d{4}-\d\d-\d\d\)\n\n### New\n\n- \*\*host-kit\*\*: Outlets are round, see \[upgrades\]\(docs\/upgrades\.md\)\.\n\n {2}Host action: none\.\n\n### Mended\n\n- \*\*host-kit\*\*: Corners/,
  );
  expect(existsSync(join(clone, '.changeset/first.md'))).toBe(false);
  expect(git('tag', '--list')).toBe('v0.2.0');
  expect(git('show', '--no-patch', '--format=%s', 'v0.2.0^{commit}')).toBe('release: 0.2.0');
  expect(git('status', '--porcelain')).toBe('');
  expect(existsSync(join(clone, 'dist/packages/baton-host-kit-0.2.0.tgz'))).toBe(true);

  install();
  addChangeset('third', 'patch', 'Edges, too.\n\nHost action: none.');
  git('add', '.');
  git('commit', '--quiet', '--message', 'host-kit: round the edges');
  expect(release().output).toContain('Released 0.2.1');
  expect(text('CHANGELOG.md')).toMatch(
    /## Unreleased\n[^]+\n## 0\.2\.1 [^]+Edges, too[^]+\n## 0\.2\.0 [^]+Corners are gone/,
  );
});

test('with work that is not committed there is none', () => {
  writeFileSync(join(clone, 'README.md'), 'Half a thought');
  expectRefusal('There is work that is not committed; commit or stash it:\n  README.md');
});

test('with a check that fails there is none, and all is as it was', () => {
  setScripts({ test: 'echo "1 passed, 1 failed"; exit 1' });
  git('commit', '--quiet', '--all', '--message', 'all: break a test');
  expectRefusal('npm test failed; what it said stands above.');
  expect(git('status', '--porcelain')).toBe('');
  expect(existsSync(join(clone, '.changeset/first.md'))).toBe(true);
});

test('without a changeset there is none', () => {
  git('rm', '--quiet', '.changeset/first.md', '.changeset/second.md');
  git('commit', '--quiet', '--message', 'all: change nothing for hosts');
  expectRefusal('There is no changeset, so nothing has changed for hosts.');
});

test('a tag is not made twice', () => {
  git('tag', 'v0.2.0');
  expectRefusal('The tag v0.2.0 is there already.', 'v0.2.0');
});

test('a dry run says what would be done, and does nothing', () => {
  const { status, output } = release('--dry-run');
  expect(status).toBe(0);
  expect(output).toContain('would make 0.2.0 of 0.1.0, from 2 changesets');
  expect(output).toContain('dist/packages/baton-host-kit-0.2.0.tgz');
  expect(output).toContain('- **host-kit**: Corners are gone.');
  expect(output).toContain('Nothing stands in its way.');
  writeFileSync(join(clone, 'half.md'), 'Half a thought');
  expect(release('--dry-run').output).toContain('It would refuse now. There is work that is not committed');
  expect([git('status', '--porcelain'), git('tag', '--list')]).toEqual(['?? half.md', '']);
  expect(release('--dry').output).toContain('npm run release knows --dry-run, not "--dry".');
});

function expectRefusal(why: string, tags = '') {
  const before = git('rev-parse', 'HEAD');
  const { status, output } = release();
  expect(output).toContain('Nothing was released');
  expect(output).toContain(why);
  expect(status).toBe(1);
  expect(git('rev-parse', 'HEAD')).toBe(before);
  expect(git('tag', '--list')).toBe(tags);
}

function release(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/release.js', ...options], {
    cwd: clone,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

/** Packing has its own tests: here it only has to run with the new version. */
function setScripts(scripts: Record<string, string>) {
  const manifest = json('package.json');
  const pack = `node -e "const { version } = require('./package.json'); const { mkdirSync, writeFileSync } = require('fs'); mkdirSync('dist/packages', { recursive: true }); writeFileSync('dist/packages/baton-host-kit-' + version + '.tgz', '')"`;
  write('package.json', JSON.stringify({ ...manifest, scripts: { ...manifest.scripts, pack, ...scripts } }, null, 2));
}

/** Marks the libraries as installed for the project's scripts. */
function install() {
  const script = `
    import { hashFiles, leaveStamp } from './scripts/common/stamp.js';
    const { platform, arch, versions } = process;
    leaveStamp('node_modules/.baton-installed', hashFiles([process.cwd() + '/package-lock.json'], platform + ' ' + arch + ' node ' + versions.modules));`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: clone });
}

function addChangeset(name: string, type: string, summary: string) {
  write(`.changeset/${name}.md`, `---\n'@baton/host-kit': ${type}\n---\n\n${summary}\n`);
}

function listed(...paths: string[]) {
  const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--'];
  const output = execFileSync('git', [...options, ...paths], { cwd: root, encoding: 'utf8' });
  return output.split('\0').filter((file) => file !== '' && !file.startsWith('test/'));
}

function packages() {
  const folders = execFileSync(
    'git',
    ['ls-files', 'packages/*/package.json', 'shell/package.json', 'mocks/package.json'],
    { cwd: clone, encoding: 'utf8' },
  );
  return ['package.json', ...folders.trim().split('\n')].map(json);
}

function git(...args: string[]) {
  return execFileSync('git', args, { cwd: clone, encoding: 'utf8' }).trimEnd();
}

function text(file: string) {
  return readFileSync(join(clone, file), 'utf8');
}

function json(file: string) {
  return JSON.parse(text(file));
}

function write(file: string, content: string) {
  writeFileSync(join(clone, file), content);
}
