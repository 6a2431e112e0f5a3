import { copyFileSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEPLOYMENT = /(<script type="application\/json" id="baton-deployment">)([\s\S]*?)(<\/script>)/;

/**
 * Puts a page that says more than the one of the build into a folder that stands before the build's.
 *
 * @param {string} built the build's folder
 * @param {string} html
 * @returns {string} the folder
 */
export function pageFolder(built, html) {
  const folder = mkdtempSync(join(tmpdir(), 'baton-page-'));
  writeFileSync(join(folder, 'index.html'), html);
  for (const file of ['fatal.js', 'start.css'])
    if (existsSync(join(built, file))) copyFileSync(join(built, file), join(folder, file));
  return folder;
}

/** Writes into a page what its deployment allows. */
export function sayDeployment(html, deployment) {
  return html.replace(DEPLOYMENT, (_, open, __, close) => `${open}${JSON.stringify(deployment)}${close}`);
}
