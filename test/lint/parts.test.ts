import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { widgetParts } from '../../packages/ui/src/parts';
import { parts as hostKit } from '../../packages/host-kit/src/parts';
import { parts as notifications } from '../../packages/notifications/src/parts';
import { parts as smsWindow } from '../../packages/sms-window/src/parts';
import { parts as teamCommunicator } from '../../packages/team-communicator/src/parts';
import { findFiles } from '../../scripts/common/files.js';

const root = join(__dirname, '../..');

/** Calls of `part(…)`, and the names in them: literals, and templates with their open places as `*`. */
const calls = /\bpart\(([^()]*)\)/g;
const comparisons = /[!=]== '[^']*'/g;
const names = /'([^']+)'|`([^`]+)`/g;

describe.each([
  ['ui', widgetParts, {}],
  ['host-kit', hostKit, widgetParts],
  ['notifications', notifications, {}],
  ['sms-window', smsWindow, {}],
  ['team-communicator', teamCommunicator, {}],
])('the parts of %s', (room, table, others) => {
  const sources = findFiles(root, [`packages/${room}/src`], /\.tsx?$/)
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file: relative(root, file), text: readFileSync(file, 'utf8') }));
  const used = sources.flatMap(({ text }) =>
    [...text.matchAll(calls)].flatMap(([, list = '']) =>
      [...list.replaceAll(comparisons, '').matchAll(names)].map(
        ([, literal, template = '']) => new RegExp(`^${literal ?? template.replaceAll(/\$\{[^}]*\}/g, '.+')}$`),
      ),
    ),
  );

  test.each(Object.keys(table))('%s occurs', (name) => {
    expect(used.some((pattern) => pattern.test(name))).toBe(true);
  });

  test('no others occur', () => {
    const known = Object.keys({ ...table, ...others });
    expect(used.filter((pattern) => !known.some((name) => pattern.test(name)))).toEqual([]);
    // The compiler knows the names in `part(…)`; a plain attribute it would not.
    expect(sources.filter(({ text }) => /\spart=(?:["']|\{["'`])/.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
