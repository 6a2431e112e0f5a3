import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.js';

/** The modules that stand in the desktop from the start; Team Communicator comes when all is calm. */
const FIRST = ['sms-window', 'notifications'];

/**
 * Writes preloads for the files of the first modules into the built pages, so that the browser
 * asks for everything in one go instead of discovering manifest, entry and code one after the
 * other. A list that has become stale costs bytes, never correctness.
 */
export function listFirstFiles() {
  const ofModules = FIRST.flatMap(preloadsOfModule);
  for (const flavour of ['live', 'mocked']) {
    const folder = join(root, 'dist', flavour);
    // What host-kit brings when the first module asks for it.
    const shared = readdirSync(join(folder, 'assets')).filter((file) => /^react-query\..*\.js$/.test(file));
    const links = [...shared.map((file) => `<link rel="preload" as="script" href="/assets/${file}">`), ...ofModules].join('');
    const page = join(folder, 'index.html');
    writeFileSync(page, readFileSync(page, 'utf8').replace('</head>', `${links}</head>`));
  }
}

function preloadsOfModule(module) {
  const base = `/modules/${module}/`;
  const { metaData, exposes } = JSON.parse(readFileSync(join(root, 'dist', base, 'mf-manifest.json'), 'utf8'));
  const code = exposes.find(({ name }) => name === 'app').assets.js.sync;
  return [
    `<link rel="preload" as="fetch" crossorigin href="${base}mf-manifest.json">`,
    `<link rel="preload" as="script" crossorigin href="${base}${metaData.remoteEntry.name}">`,
    ...code.map((file) => `<link rel="preload" as="script" crossorigin href="${base}${file}">`),
  ];
}
