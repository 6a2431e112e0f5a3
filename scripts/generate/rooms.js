import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { findFiles } from '../common/files.js';
import { importsOf } from '../common/imports.js';
import { root } from '../common/project.js';
import { LAYERS, MOCK_ENTRY, TEST } from '../lint/layers.js';

const page = join(root, 'ARCHITECTURE.md');
const PICTURE =
  /(?<=<!-- The picture of the rooms, by `npm run generate -- rooms`\. -->\n)[\s\S]*?(?=<!-- End of the picture\. -->)/;

/** Draws the rooms into ARCHITECTURE.md. */
export function generate() {
  writeFileSync(page, withPicture(readFileSync(page, 'utf8')));
}

/** @returns {string} the text of ARCHITECTURE.md with the rooms as their imports are now */
export function withPicture(text) {
  if (!PICTURE.test(text))
    throw new Error('ARCHITECTURE.md has lost the two comments between which the rooms are drawn.');
  return text.replace(PICTURE, () => `${picture(importsOfRooms())}\n`);
}

/**
 * What each room imports from others outside of its tests, in the words of LAYERS: `ui` where it takes the
 * main entry, `ui/texts` where it takes that one alone, `type ui` where it takes types alone.
 *
 * @returns {Record<string, string[]>}
 */
export function importsOfRooms() {
  const found = Object.fromEntries(Object.keys(LAYERS).map((room) => [room, new Map()]));
  for (const file of findFiles(root, ['packages', 'shell', 'mocks'], /\.tsx?$/)) {
    const path = relative(root, file).split(sep).join('/');
    if (TEST.test(path)) continue;
    const room = path.split('/')[path.startsWith('packages/') ? 1 : 0];
    for (const { specifier, typeOnly } of importsOf(file)) {
      if (!specifier.startsWith('@baton/')) continue;
      const entry = specifier.slice('@baton/'.length);
      const [target] = entry.split('/');
      if (target === 'mocks' && MOCK_ENTRY.test(path)) continue;
      const entries = found[room].get(target) ?? new Set();
      if (!typeOnly) entries.add(entry);
      found[room].set(target, entries);
    }
  }
  return Object.fromEntries(
    Object.entries(found).map(([room, targets]) => [
      room,
      [...targets].flatMap(([target, entries]) => {
        if (entries.size === 0) return [`type ${target}`];
        return entries.has(target) ? [target] : [...entries];
      }),
    ]),
  );
}

/** An arrow that others say already, one after the other, is left out. */
function picture(rooms) {
  const targets = new Map(Object.entries(rooms).map(([room, entries]) => [room, targetsOf(entries)]));
  const reaches = (from, to) => targets.get(from).some((next) => next === to || reaches(next, to));
  const arrows = Object.entries(rooms).flatMap(([room, entries]) =>
    targets
      .get(room)
      .filter((target) => !targets.get(room).some((other) => other !== target && reaches(other, target)))
      .map((target) => `  ${room} ${entries.includes(`type ${target}`) ? '-. types .->' : '-->'} ${target}`),
  );
  const alone = Object.keys(rooms).filter(
    (room) => targets.get(room).length === 0 && ![...targets.values()].some((others) => others.includes(room)),
  );
  return `
\`\`\`mermaid
flowchart TD
${[...arrows, '  shell & iframe-page -. mocked entries .-> mocks', ...alone.map((room) => `  ${room}`)].join('\n')}
\`\`\`

| room | imports from |
| --- | --- |
${Object.entries(rooms)
  .map(([room, entries]) => `| ${room} | ${words(entries) || 'no other'} |`)
  .join('\n')}
`;
}

function words(entries) {
  return targetsOf(entries)
    .map((target) => {
      const own = entries.filter((entry) => targetOf(entry) === target);
      if (own.includes(target)) return target;
      if (own.includes(`type ${target}`)) return `${target} (types)`;
      return `${target} (${own
        .map((entry) => entry.slice(target.length + 1))
        .toSorted()
        .join(', ')})`;
    })
    .join(', ');
}

/** The rooms that some imports lead to, the lowest last. */
function targetsOf(entries) {
  const rooms = Object.keys(LAYERS);
  return [...new Set(entries.map(targetOf))].toSorted((a, b) => rooms.indexOf(b) - rooms.indexOf(a));
}

function targetOf(entry) {
  return entry.replace('type ', '').split('/')[0];
}
