import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { findFiles } from '../../scripts/common/files.js';

const root = join(__dirname, '../..');
const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md'].map((file) => join(root, file)),
  ...findFiles(root, ['docs', 'packages', 'shell', 'mocks', 'test', '.changeset'], /\.md$/),
];

test.each(pages.map((page) => ({ page, name: relative(root, page) })))(
  'every link of $name leads somewhere',
  ({ page }) => {
    const links = Array.from(read(page).matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link).filter(
      (link) => !/^[a-z]+:/.test(link),
    );
    expect(links.filter((link) => !leads(page, link))).toEqual([]);
  },
);

function leads(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(target)) return false;
  return heading === undefined || (statSync(target).isFile() && headings(target).includes(heading));
}

/** The names that headings can be reached by, as GitHub makes them. */
function headings(page: string): string[] {
  return Array.from(read(page).matchAll(/^#+ (.+)$/gm), ([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

function read(page: string): string {
  return readFileSync(page, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
}
