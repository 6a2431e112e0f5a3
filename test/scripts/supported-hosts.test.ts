import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { supportedHosts } from '../../scripts/test/supported-hosts.js';

const folder = mkdtempSync(join(tmpdir(), 'baton-hosts-'));

afterAll(() => rmSync(folder, { recursive: true }));

const write = (path: string, content: object | string) => {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
};

beforeAll(() => {
  write('shop/README.md', '# A shop\n\nIt sells. See [main](main.ts).\n');
  write('shop/package.json', {
    dependencies: { react: '^19.0.0', 'react-19-0': 'npm:react@19.0.0' },
    devDependencies: { webpack: '^5.0.0', vite: '^7.0.0' },
  });
  write('shop/node_modules/react/package.json', { version: '19.3.1' });
  write('shop/node_modules/react-19-0/package.json', { version: '19.0.0' });
  write('shop/node_modules/webpack/package.json', { version: '5.110.3' });
  // There only because something else needs it.
  write('shop/node_modules/esbuild/package.json', { version: '0.28.2' });
  write('plain/README.md', '# Plain files\n');
  write('plain/package.json', { dependencies: {} });
});

const spec = (title: string, status = 'expected', browser?: string) => ({
  title,
  tests: [{ status, annotations: browser === undefined ? [] : [{ type: 'browser', description: browser }] }],
});

const rows = (file: string, ...specs: object[]) =>
  supportedHosts({ stats: { startTime: '2026-12-01T09:00:00Z' }, suites: [{ title: file, specs }] }, folder)
    .split('\n')
    .filter((line) => /^\| (?!---|host |browser )/.test(line));

test('a host tells what it is, and the versions that are installed of what it asks for', () => {
  expect(
    rows(
      'hosts.spec.ts',
      spec('shop: it stands', 'expected', 'Chromium 156'),
      spec('shop/react-19-0.html: it stands', 'unexpected', 'Chromium 156'),
      spec('plain: it stands', 'expected', 'Chromium 156'),
    ),
  ).toEqual([
    '| [shop](../../test/embedding/shop) | A shop | 19.3.1 | vite not installed, webpack 5.110.3 | Chromium 156 | yes |',
    '| [shop/react-19-0.html](../../test/embedding/shop) | A shop | 19.0.0 | vite not installed, webpack 5.110.3 | Chromium 156 | **no** |',
    '| [plain](../../test/embedding/plain) | Plain files | none | no bundler | Chromium 156 | yes |',
  ]);
});

test('a browser tells its version, and one that is not there has not passed', () => {
  expect(
    rows(
      'browsers.spec.ts',
      spec('Firefox: a thing by pointer', 'expected', 'Firefox 153.8'),
      spec('WebKitGTK: a thing', 'skipped'),
    ),
  ).toEqual(['| Firefox 153.8 | a thing by pointer | yes |', '| WebKitGTK, not started | a thing | **no** |']);
});

test('other tests of the run are left out', () => {
  expect(rows('other.spec.ts', spec('a page without a colon'))).toEqual([]);
});

test('the day of the run, and only what ran', () => {
  const text = supportedHosts({ stats: { startTime: '2026-12-01T09:00:00Z' }, suites: [] }, folder);
  expect(text).toContain('has shown on 1 December 2026');
  expect(text.match(/None was tried\./g)).toHaveLength(2);
});
