import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtModules, listModules } from './first-files.js';
import { root } from './project.js';
import { createStaticFiles } from './static-files.js';

const DEPLOYMENT = /(<script type="application\/json" id="baton-deployment">)([\s\S]*?)(<\/script>)/;

/**
 * Serves everything that is built for one origin: the desktop at `/`, the modules, the page for
 * iframes at `/frame/`, and at `/embed/` the library for pages that hold it.
 *
 * @param {{flavour: 'live' | 'mocked', hosts?: string[]}} options
 *   hosts: origins whose pages may load the modules and hold the page for iframes
 * @returns {import('node:http').RequestListener}
 */
export function createDesktopFiles({ flavour, hosts = [] }) {
  const frame = join(root, 'dist', flavour === 'live' ? 'frame' : 'frame-mocked');
  const desktop = createStaticFiles({ mounts: { '/': join(root, 'dist', flavour), '/modules/': join(root, 'dist/modules') }, anyOrigin: hosts.length > 0 });
  const embedded = createStaticFiles({
    mounts: { '/frame/': folderOf(framePage(frame, hosts)), '/frame/assets/': join(frame, 'assets') },
    pages: ['/frame/'],
    parents: hosts,
  });
  const library = createStaticFiles({ mounts: { '/embed/': join(root, 'dist/embed') }, anyOrigin: true });

  return (request, response) => {
    const { pathname, search } = new URL(request.url, 'http://localhost');
    if (pathname === '/frame') return void response.writeHead(308, { Location: `/frame/${search}` }).end();
    if (pathname.startsWith('/frame/')) return embedded(request, response);
    return (pathname.startsWith('/embed/') ? library : desktop)(request, response);
  };
}

/** The page with the modules of this build and the parents of this server. */
function framePage(folder, parents) {
  const html = listModules(readFileSync(join(folder, 'index.html'), 'utf8'), builtModules());
  return html.replace(DEPLOYMENT, (_, open, __, close) => `${open}${JSON.stringify({ parents, backends: [] })}${close}`);
}

/** A page that stands before the one of the build. */
function folderOf(html) {
  const folder = mkdtempSync(join(tmpdir(), 'baton-frame-'));
  writeFileSync(join(folder, 'index.html'), html);
  return folder;
}
