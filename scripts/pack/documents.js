import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyDocuments, linkedDocuments } from '../docs/documents.js';
import { root } from '../common/project.js';
import { withUnreleased } from '../release/changelog.js';
import { planRelease } from '../release/plan.js';
import { folderOf } from './packages.js';

/** The package that every host installs: it brings all pages for host teams. */
const WITH_ALL_PAGES = 'host-kit';

/** Pages for people who work on Baton itself, and their pictures: 2 MB that no host has a use for. */
const FOR_DESIGNERS = /^docs\/(?:designers|states|scenarios)\.md$|\.jpg$/;

/**
 * Puts into a package what its reader needs: README, licence, changelog, and the pages that the
 * README leads to.
 *
 * @param {string} room
 * @param {string} folder
 */
export async function copyPages(room, folder) {
  const readme = `${folderOf(room)}/README.md`;
  const pages =
    room === WITH_ALL_PAGES
      ? linkedDocuments([readme, 'docs/README.md'], { without: FOR_DESIGNERS })
      : linkedDocuments([readme], { depth: 1 });
  const places = new Map(pages.map((page) => [page, page.startsWith('docs/') ? page : `docs/${page}`]));
  places.set(readme, 'README.md').set('CHANGELOG.md', 'CHANGELOG.md');
  copyDocuments(folder, places, new Map([['CHANGELOG.md', await changelog()]]));
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
}

/** Tarballs that are made before a release have its changes in their changelog, too. */
async function changelog() {
  const text = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const { changes } = await planRelease();
  return withUnreleased(text, changes === '' ? 'Nothing.' : changes);
}
