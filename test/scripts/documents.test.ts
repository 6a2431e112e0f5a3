import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDocuments, linkedDocuments } from '../../scripts/docs/documents.js';
import { mapLinks } from '../../scripts/docs/markdown.js';
import { problemsIn } from '../../scripts/pack/tarball-check.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-documents-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('links in code are no links', () => {
  const page = 'A [link](a.md), `[code](b.md)`, [`code` in it](c.md#d).\n\n```md\n[more](e.md)\n```\n![image](f.png)';
  const found: string[] = [];
  mapLinks(page, ({ target, whole }) => (found.push(target), whole));
  expect(found).toEqual(['a.md', 'c.md#d', 'f.png']);
});

test('links between documents that are copied go on working, others become words', () => {
  const readme = 'packages/iframe/README.md';
  const text =
    '[Bus](../../docs/reference/bus.md#topics), [page](../iframe-page/README.md), [hosts](../../test/embedding/), [site](https://example.test/a.md), [here](#below)';
  const places = new Map([
    [readme, 'README.md'],
    ['docs/reference/bus.md', 'docs/reference/bus.md'],
  ]);
  copyDocuments(folder, places, new Map([[readme, text]]));
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(
    '[Bus](docs/reference/bus.md#topics), page (in Baton’s repository: `packages/iframe-page/README.md`), hosts (in Baton’s repository: `test/embedding/`), [site](https://example.test/a.md), [here](#below)',
  );
});

test('a README leads to its pages at once, and to theirs after that', () => {
  const [readme, bus] = ['packages/opentelemetry/README.md', 'docs/reference/telemetry.md'];
  expect(linkedDocuments([readme], { depth: 1 })).toContain(bus);
  expect(linkedDocuments([readme], { depth: 1 })).not.toContain('docs/reference/errors.md');
  expect(linkedDocuments(['docs/README.md'])).toContain('docs/reference/errors.md');
  expect(linkedDocuments(['docs/README.md']).filter((page) => !/\.(?:md|json|png|jpg)$/.test(page))).toEqual([]);
  const without = /states\.md$|\.jpg$/;
  expect(linkedDocuments(['docs/README.md'])).toContain('docs/states.md');
  expect(linkedDocuments(['docs/README.md'], { without }).filter((page) => without.test(page))).toEqual([]);
});

describe('an unpacked package', () => {
  const files = {
    'README.md': '[more](docs/more.md)',
    'docs/more.md': '[back](../README.md)',
    LICENSE: '',
    'CHANGELOG.md': '',
  };
  let unpacked: string;
  beforeEach(() => {
    unpacked = join(folder, 'package');
    mkdirSync(join(unpacked, 'docs'), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(unpacked, file), text);
    writeFileSync(join(folder, 'outside.md'), '');
  });

  test('can be read', () => expect(problemsIn(unpacked)).toEqual([]));

  test('whose code makes bundlers warn is not fit', () => {
    writeFileSync(join(unpacked, 'index.js'), 'let A = /* @__PURE__ */ a();');
    expect(problemsIn(unpacked)).toEqual([]);
    writeFileSync(join(unpacked, 'index.js'), 'let A = /* @__PURE__ */ (/* unused */ null && a());');
    expect(problemsIn(unpacked)).toEqual([
      'index.js has "@__PURE__" where there is no call; Rollup and Vite warn of it.',
    ]);
  });

  test('whose links are dead, or lead out of it, cannot', () => {
    writeFileSync(join(unpacked, 'docs/more.md'), '[gone](gone.md) [out](../../outside.md)');
    rmSync(join(unpacked, 'LICENSE'));
    expect(problemsIn(unpacked)).toEqual([
      'has no LICENSE.',
      'docs/more.md leads to gone.md, which is not in it.',
      'docs/more.md leads to ../../outside.md, which is not in it.',
    ]);
  });
});
