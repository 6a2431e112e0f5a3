import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { isRelative, mapLinks } from './markdown.js';
import { root } from '../common/project.js';

/** What can be read away from the sources: all of docs/, the README of every room, the tokens. */
const READABLE = /^docs\/.*\.(?:md|json|png|jpg)$|(?:^|\/)README\.md$|^CHANGELOG\.md$|^packages\/ui\/tokens\/.*\.json$/;

/**
 * Finds the documents that links lead to.
 *
 * @param {string[]} pages where to begin, from the project's folder
 * @param {{depth?: number, without?: RegExp}} [options]
 *   depth: how many links may lie between; without it, any number;
 *   without: pages that are not followed
 * @returns {string[]} the pages and what they lead to
 */
export function linkedDocuments(pages, { depth = Infinity, without } = {}) {
  const found = new Set(pages);
  let next = pages;
  for (let step = 0; step < depth && next.length > 0; step += 1) {
    next = [...new Set(next.flatMap(documentsIn))].filter((page) => !found.has(page) && without?.test(page) !== true);
    for (const page of next) found.add(page);
  }
  return [...found];
}

/**
 * Copies documents to where the sources are not. Links between them are made to fit; a link to
 * anything else becomes words that say where it is.
 *
 * @param {string} folder
 * @param {Map<string, string>} places where each document goes, from the folder
 * @param {Map<string, string>} [texts] what to write instead of what a document says here
 */
export function copyDocuments(folder, places, texts = new Map()) {
  for (const [document, place] of places) {
    const target = join(folder, place);
    mkdirSync(dirname(target), { recursive: true });
    const text = texts.get(document) ?? readFileSync(join(root, document), isText(document) ? 'utf8' : undefined);
    writeFileSync(target, document.endsWith('.md') ? fitted(text, document, places) : text);
  }
}

function fitted(text, document, places) {
  return mapLinks(text, ({ text: words, target, whole }) => {
    if (!isRelative(target)) return whole;
    const [path, heading] = target.split('#');
    const named = posix.join(posix.dirname(document), path);
    const place = places.get(documentAt(named));
    if (place === undefined) return `${words} (in Baton’s repository: \`${named}\`)`;
    const here = posix.dirname(places.get(document));
    return whole.replace(
      `](${target})`,
      `](${posix.relative(here, place)}${heading === undefined ? '' : `#${heading}`})`,
    );
  });
}

function documentsIn(page) {
  if (!page.endsWith('.md')) return [];
  const found = [];
  mapLinks(readFileSync(join(root, page), 'utf8'), ({ target, whole }) => {
    if (isRelative(target)) found.push(documentAt(posix.join(posix.dirname(page), target.split('#')[0])));
    return whole;
  });
  return found.filter((document) => READABLE.test(document) && existsSync(join(root, document)));
}

/** A link to a folder means its README. */
function documentAt(path) {
  return posix.extname(path) === '' && !posix.basename(path).startsWith('.') ? posix.join(path, 'README.md') : path;
}

function isText(document) {
  return !/\.(?:png|jpg)$/.test(document);
}
