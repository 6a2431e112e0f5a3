import { posix } from 'node:path';
import { isRelative, mapLinks } from '../docs/markdown.js';

const KINDS = [
  { type: 'major', title: 'Breaking' },
  { type: 'minor', title: 'New' },
  { type: 'patch', title: 'Mended' },
];

/**
 * What changesets say, as a part of CHANGELOG.md.
 *
 * @param {{summary: string, releases: {name: string, type: string}[]}[]} changesets
 * @returns {string} Markdown; a list for each kind of change that there is
 */
export function changesOf(changesets) {
  const parts = KINDS.map(({ type, title }) => ({
    title,
    entries: changesets.filter((changeset) => kindOf(changeset) === type).map(entry),
  }));
  return parts
    .filter(({ entries }) => entries.length > 0)
    .map(({ title, entries }) => `### ${title}\n\n${entries.join('\n\n')}\n`)
    .join('\n');
}

/**
 * Puts changes in the place of the words under "Unreleased".
 *
 * @param {string} changelog
 * @param {string} changes
 */
export function withUnreleased(changelog, changes) {
  const { before, after } = split(changelog);
  return `${before}${changes.trim()}\n${after === '' ? '' : `\n${after}`}`;
}

/**
 * Adds a release below "Unreleased", whose words stay.
 *
 * @param {string} changelog
 * @param {{version: string, date: string, changes: string}} release
 */
export function withRelease(changelog, { version, date, changes }) {
  const { before, words, after } = split(changelog);
  return `${before}${words.trim()}\n\n## ${version} (${date})\n\n${changes.trim()}\n${after === '' ? '' : `\n${after}`}`;
}

function kindOf({ releases }) {
  return KINDS.find(({ type }) => releases.some((release) => release.type === type))?.type;
}

/** The first line names the packages; the text is indented, so that all of it belongs to the entry. */
function entry({ summary, releases }) {
  const names = releases.map(({ name }) => name.replace('@baton/', '')).join(', ');
  const [first = '', ...rest] = fromTheRoot(summary.trim()).split('\n');
  return [`- **${names}**: ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

/** Changesets lie in a folder, the changelog does not. */
function fromTheRoot(summary) {
  return mapLinks(summary, ({ target, whole }) =>
    isRelative(target) ? whole.replace(`](${target})`, `](${posix.join('.changeset', target)})`) : whole,
  );
}

function split(changelog) {
  const found = /^([\s\S]*?^## Unreleased\n\n)([\s\S]*?)(^## [\s\S]*)?$(?![\s\S])/m.exec(changelog);
  if (found === null) throw new Error('CHANGELOG.md has no heading "## Unreleased". Put it back above the releases.');
  const [, before = '', words = '', after = ''] = found;
  return { before, words, after };
}
