import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtModules, listModules } from '../build/first-files.js';
import { pageFolder, sayDeployment } from './page-folder.js';
import { root } from '../common/project.js';
import { createStaticFiles } from './static-files.js';

/**
 * Serves everything that is built for one origin: the desktop at `/`, the modules, the page for
 * iframes at `/frame/`, and at `/embed/` the library for pages that hold it.
 *
 * @param {{flavour: 'live' | 'mocked', hosts?: string[], overrides?: string[], dist?: string}} options
 *   hosts: origins whose pages may load the modules and hold the page for iframes;
 *   overrides: origins that developers may put their own build of a module from;
 *   dist: the folder of the build
 * @returns {import('node:http').RequestListener}
 */
export function createDesktopFiles({ flavour, hosts = [], overrides = [], dist = join(root, 'dist') }) {
  const built = join(dist, flavour);
  const frame = join(dist, flavour === 'live' ? 'frame' : 'frame-mocked');
  const page =
    overrides.length === 0
      ? {}
      : {
          '/': pageFolder(built, sayDeployment(pageOf(built), { overrideOrigins: overrides })),
          '/assets/': join(built, 'assets'),
        };
  const desktop = createStaticFiles({
    mounts: { '/': built, ...page, '/modules/': join(dist, 'modules') },
    overrides,
    anyOrigin: hosts.length > 0,
  });
  const embedded = createStaticFiles({
    mounts: {
      '/frame/': pageFolder(frame, framePage(pageOf(frame), builtModules({ dist }), hosts)),
      '/frame/assets/': join(frame, 'assets'),
    },
    pages: ['/frame/'],
    parents: hosts,
  });
  const library = createStaticFiles({ mounts: { '/embed/': join(dist, 'embed') }, anyOrigin: true });

  return (request, response) => {
    const [pathname] = request.url.split('?', 1);
    const query = request.url.slice(pathname.length);
    if (pathname === '/frame') return void response.writeHead(308, { Location: `/frame/${query}` }).end();
    if (pathname.startsWith('/frame/')) return embedded(request, response);
    return (pathname.startsWith('/embed/') ? library : desktop)(request, response);
  };
}

/** The page with the modules of this build and the parents of this server. */
function framePage(html, modules, parents) {
  return sayDeployment(listModules(html, modules), { parents, backends: [] });
}

function pageOf(folder) {
  return readFileSync(join(folder, 'index.html'), 'utf8');
}
