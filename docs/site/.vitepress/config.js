import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';

const { BATON_DOCS_PAGES: pages, BATON_DOCS_OUT: outDir, BATON_DOCS_PLACES: places } = process.env;

const GROUPS = [
  { text: 'For designers', pages: ['designers.md', 'states.md', 'scenarios.md'] },
  { text: 'Begin', pages: ['index.md', 'quick-start.md', 'upgrades.md', 'developing-a-module.md', 'CHANGELOG.md'] },
  { text: 'Hosts that run', pages: /^test\/embedding\// },
  { text: 'Reference', pages: /^reference\// },
  { text: 'Behaviour', pages: /^behaviour\// },
  { text: 'Packages', pages: /^packages\// },
  { text: 'Promises, to the letter', pages: /^api\//, collapsed: true },
  { text: 'Decisions', pages: /^decisions\//, collapsed: true },
  { text: 'Reports', pages: /^reports\/|^dependencies/, collapsed: true },
];

/** Every page that there is, in its group: a new page needs no line here. */
function sidebar() {
  const all = JSON.parse(places);
  return GROUPS.map(({ text, pages: members, collapsed }) => ({
    text,
    ...(collapsed === undefined ? {} : { collapsed }),
    items: (Array.isArray(members) ? members : all.filter((page) => members.test(page))).map((page) => ({
      text: titleOf(page),
      link: `/${page.replace(/(?:index)?\.md$/, '')}`,
    })),
  })).filter(({ items }) => items.length > 0);
}

function titleOf(page) {
  return /^#+ (.+)$/m.exec(readFileSync(join(pages, page), 'utf8'))?.[1].replaceAll('`', '') ?? page;
}

export default defineConfig({
  title: 'Baton',
  description: 'How Baton stands in your page',
  lang: 'en-GB',
  srcDir: pages,
  outDir,
  cacheDir: join(pages, '../cache'),
  // A server of files without rules of its own knows no "/quick-start" for "/quick-start.html".
  cleanUrls: false,
  // The quick start leads to the reader's own machine; all other links are checked.
  ignoreDeadLinks: 'localhostLinks',
  // A page has a link to each other one in its margin, and would fetch them all.
  router: { prefetchLinks: false },
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  // Pages are plain Markdown: what looks like a tag or a Vue expression in them is text.
  markdown: { html: false },
  themeConfig: {
    sidebar: sidebar(),
    search: { provider: 'local' },
    outline: [2, 3],
    docFooter: { prev: false, next: false },
  },
});
