import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { copyDocuments, linkedDocuments } from './documents.js';
import { findFiles } from '../common/files.js';
import { builtModules, listModules } from '../build/first-files.js';
import { root } from '../common/project.js';
import { run } from '../common/run.js';
import { hashFiles, isStamped, leaveStamp } from '../common/stamp.js';

const generator = join(root, 'docs/site');
const pages = join(root, '.cache/docs-site/pages');

/** Where the site is written. */
export const site = join(root, 'dist/docs');

/**
 * Builds the site of docs/ and puts the mocked desktop beside it, to be played with. The desktop
 * has to be built before.
 *
 * @throws when a page cannot be read, or leads nowhere
 */
export async function buildSite() {
  await ensureGenerator();
  rmSync(pages, { recursive: true, force: true });
  const places = placesOfPages();
  copyDocuments(pages, places);
  const { code, output } = await vitepress(['build', generator], places, { onOutput: () => undefined });
  if (code !== 0) throw new Error(`The site was not built.\n${output}`);
  for (const [document, place] of places) if (!place.endsWith('.md')) cpSync(join(root, document), join(site, place));
  copyDesktop();
}

/**
 * Serves the site that was built, until the process ends.
 *
 * @param {number} port
 */
export async function serveSite(port) {
  await vitepress(['preview', generator, '--port', String(port)], placesOfPages());
}

function vitepress(args, places, options) {
  const env = { BATON_DOCS_PAGES: pages, BATON_DOCS_OUT: site, BATON_DOCS_PLACES: JSON.stringify(markdownOf(places)) };
  return run(process.execPath, [join(generator, 'node_modules/vitepress/bin/vitepress.js'), ...args], {
    ...options,
    env,
  });
}

/** Everything in docs/, and what it leads to. */
function placesOfPages() {
  const own = findFiles(root, ['docs'], /\.md$/)
    .map((file) => relative(root, file).split('\\').join('/'))
    .filter((file) => !file.startsWith('docs/site/'));
  return new Map(
    linkedDocuments(own).map((page) => [page, page.replace(/^docs\//, '').replace(/README\.md$/, 'index.md')]),
  );
}

function markdownOf(places) {
  return [...places.values()].filter((place) => place.endsWith('.md'));
}

async function ensureGenerator() {
  const stamp = hashFiles([join(generator, 'package-lock.json')], `${process.platform} ${process.arch}`);
  const stampFile = join(generator, 'node_modules/.baton-installed');
  if (isStamped(stampFile, stamp)) return;
  console.log('Installing what makes the site …');
  const { code } = await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'], {
    cwd: generator,
  });
  if (code !== 0) throw new Error('npm install failed. Its last lines say why.');
  leaveStamp(stampFile, stamp);
}

/** The page for iframes with the mocked contact centre, its modules, and the library that holds it. */
function copyDesktop() {
  const dist = join(root, 'dist');
  for (const [from, to] of [
    ['frame-mocked', 'frame'],
    ['modules', 'modules'],
    ['embed', 'embed'],
  ]) {
    cpSync(join(dist, from), join(site, to), { recursive: true, filter: (file) => !file.endsWith('.map') });
  }
  copyFileSync(join(dist, 'mocked/mockServiceWorker.js'), join(site, 'mockServiceWorker.js'));
  const page = join(site, 'frame/index.html');
  writeFileSync(page, withOwnParent(listModules(readFileSync(page, 'utf8'), builtModules())));
  writeFileSync(join(site, 'frame/own-parent.js'), OWN_PARENT);
}

/** Where the site will stand is not known yet; its own pages may hold the frame, and no others. */
const OWN_PARENT =
  "document.getElementById('baton-deployment').textContent = JSON.stringify({ parents: [location.origin], backends: [] });\n";

function withOwnParent(html) {
  return html.replace('<script defer', '<script defer src="own-parent.js"></script><script defer');
}
